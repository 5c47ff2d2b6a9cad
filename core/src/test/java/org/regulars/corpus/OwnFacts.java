package org.regulars.corpus;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.regulars.RuleLoader;
import org.regulars.RuleSet;

/** What an application may tell rules besides: a record, and a class in the manner of beans. */
public final class OwnFacts {

    /**
     * What the weather is like.
     *
     * @param sky in a word
     * @param degrees how warm it is
     */
    public record Weather(String sky, int degrees) {

        /** Whether it is hot. */
        public boolean isHot() {
            return degrees >= 30;
        }

        /** Whether it is warm. */
        public boolean warm() {
            return degrees >= 20;
        }

        /** Whether it is colder than so many degrees. */
        public boolean colderThan(int other) {
            return degrees < other;
        }
    }

    /** What tells how heavy it is. */
    public interface Weighed {

        /** In kilograms. */
        default int kilograms() {
            return 40;
        }
    }

    /** What tables are. */
    public static class Furniture {

        /** What it is made of. */
        public String getWood() {
            return "oak";
        }
    }

    /** Where the member sits. */
    public static final class Table extends Furniture implements Weighed {

        /** Who serves there. */
        public record Waiter(String name) {}

        /** How many sit there. */
        public int getSeats() {
            return 4;
        }

        /** Where it stands. */
        public String getPlace() {
            return "window";
        }

        /** How large it is. */
        public BigDecimal getArea() {
            return new BigDecimal("2.5");
        }

        /** Whether it was reserved. */
        public boolean isReserved() {
            return true;
        }

        /** Who serves there. */
        public Waiter getWaiter() {
            return new Waiter("Bo");
        }

        /** Who sits there. */
        public List<String> getGuests() {
            return List.of("Ana", "Cy");
        }

        @Override
        public String toString() {
            return "Table at the window";
        }
    }

    private static final Map<String, Object> BY_NAME =
            Map.of("Weather", new Weather("rain", 12), "Table", new Table(), "Waiter", new Table.Waiter("Bo"));

    private OwnFacts() {}

    /** A loader that knows the facts a file asks for. */
    static RuleLoader loader(Corpus file) {
        return RuleSet.loader()
                .facts(file.words("facts").stream()
                        .map(name -> BY_NAME.get(name).getClass())
                        .toArray(Class<?>[]::new));
    }

    /** Those facts. */
    static Object[] of(Corpus file) {
        return file.words("facts").stream().map(BY_NAME::get).toArray();
    }
}
