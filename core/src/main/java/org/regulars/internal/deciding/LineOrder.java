package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.regulars.Line;
import org.regulars.internal.values.ByRank;
import org.regulars.internal.values.Values;

/**
 * The lines of a receipt in an order by what is on them, so that it does not matter in what order a cashier scanned: the cheapest
 * unit first; a line's number decides only between lines that are alike in everything.
 */
final class LineOrder {

    /** Of what is no purchase. */
    static final LineOrder NONE = new LineOrder(List.of());

    /** Finer than any price, so that prices that differ stay apart. */
    private static final int DECIMALS = 12;

    /** A price of seventeen digits has no more. */
    private static final int BITS_OF_PRICE = 57;

    private static final int[] NOWHERE = {};

    /** Most rules match one line, so those share what says where it is. */
    private static final int[][] ALONE =
            IntStream.range(0, 128).mapToObj(place -> new int[] {place}).toArray(int[][]::new);

    private static final Comparator<Priced> CHEAPEST_FIRST = LineOrder::compare;

    private final Priced[] lines;
    private final Map<Integer, Integer> places;
    private final int[] placeOfCounted;

    LineOrder(List<Line> listed) {
        lines = new Priced[listed.size()];
        boolean counted = true;
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Priced.of(listed.get(i));
            counted &= listed.get(i).number() == i + 1;
        }
        ByRank.sort(Arrays.asList(lines), areAllShort() ? Priced::rank : any -> 0, CHEAPEST_FIRST);
        placeOfCounted = counted ? new int[lines.length] : NOWHERE;
        places = counted ? Map.of() : new HashMap<>();
        for (int i = 0; i < lines.length; i++) {
            int number = lines[i].line().number();
            if (counted) {
                placeOfCounted[number - 1] = i;
            } else {
                places.put(number, i);
            }
        }
    }

    private boolean areAllShort() {
        for (Priced line : lines) {
            if (line.price != null) {
                return false;
            }
        }
        return true;
    }

    private static int compare(Priced one, Priced other) {
        int compared = one.comparePrice(other);
        return compared == 0 ? compareWhatIsOn(one.line(), other.line()) : compared;
    }

    private static int compareWhatIsOn(Line one, Line other) {
        int compared = one.name().compareTo(other.name());
        if (compared == 0) {
            compared = one.category().compareTo(other.category());
        }
        if (compared == 0) {
            compared = one.quantity().compareTo(other.quantity());
        }
        if (compared == 0) {
            compared = one.attributes().toString().compareTo(other.attributes().toString());
        }
        return compared == 0 ? Integer.compare(one.number(), other.number()) : compared;
    }

    /**
     * A line with the price of its unit, which is worked out once.
     *
     * @param digits the price without its point, if that has so few digits; otherwise 0
     * @param price the price, or null if the digits say it
     */
    private record Priced(Line line, long digits, @Nullable BigDecimal price) {

        static Priced of(Line line) {
            BigDecimal amount = line.amount();
            BigDecimal quantity = line.quantity();
            int finer = DECIMALS + quantity.scale() - amount.scale();
            if (finer >= 0 && finer + amount.precision() < Values.MOST_DIGITS_OF_LONG && Values.isShort(quantity)) {
                long divisor = Values.unscaled(quantity);
                long twice = 2 * Values.unscaled(amount) * Values.tenTo(finer);
                // Rounded half up, as below.
                return new Priced(line, (twice / divisor + 1) / 2, null);
            }
            return new Priced(line, 0, amount.divide(quantity, DECIMALS, RoundingMode.HALF_UP));
        }

        /** What is in order by its price is so by this, which has fewer bits. */
        long rank() {
            return digits >>> (BITS_OF_PRICE - ByRank.BITS);
        }

        int comparePrice(Priced other) {
            return price == null && other.price == null
                    ? Long.compare(digits, other.digits)
                    : asNumber().compareTo(other.asNumber());
        }

        private BigDecimal asNumber() {
            return price == null ? BigDecimal.valueOf(digits, DECIMALS) : price;
        }
    }

    int size() {
        return lines.length;
    }

    /** The line at a place, from 0. */
    Line at(int place) {
        return lines[place].line();
    }

    /** The place of the line of a number, from 0; one below zero if there is none. */
    int place(int number) {
        if (places.isEmpty()) {
            return number > 0 && number <= placeOfCounted.length ? placeOfCounted[number - 1] : -1;
        }
        return places.getOrDefault(number, -1);
    }

    /** The places of all lines, in the order of the lines' numbers. */
    int[] placesByNumber() {
        if (places.isEmpty()) {
            return placeOfCounted;
        }
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .mapToInt(Map.Entry::getValue)
                .toArray();
    }

    /** The places of lines, in order. */
    int[] places(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return NOWHERE;
        }
        if (numbers.size() == 1) {
            return alone(place(numbers.get(0)));
        }
        int[] at = new int[numbers.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = place(numbers.get(i));
        }
        Arrays.sort(at);
        return at;
    }

    private static int[] alone(int place) {
        if (place < 0) {
            return NOWHERE;
        }
        return place < ALONE.length ? ALONE[place] : new int[] {place};
    }
}
