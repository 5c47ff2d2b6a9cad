package org.regulars.examples.foodmart;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import org.regulars.EventRefusedException;
import org.regulars.RuleSet;
import org.regulars.RuleSetException;
import org.regulars.examples.foodmart.data.FoodMart;
import org.regulars.examples.foodmart.data.FoodMartException;

/**
 * Two years of a supermarket chain, as if it had had the supermarket card: replays every basket of the
 * FoodMart data set through {@code supermarket-card.drl} and prints what the card gave away.
 */
public final class FoodMartReplay {

    /** The rules, on the class path. */
    static final String RULES = "supermarket-card/supermarket-card.drl";

    private static final double NANOS = 1e9;

    private FoodMartReplay() {}

    /** Runs the replay; takes no arguments. Ends with status 1 if it cannot. */
    public static void main(String[] arguments) {
        try {
            run(System.out);
        } catch (FoodMartException | RuleSetException | EventRefusedException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(PrintStream out) {
        long start = System.nanoTime();
        out.println("Reading two years of FoodMart sales");
        FoodMart data = FoodMart.read();
        out.println("Reading the rules of the supermarket card");
        try (RuleSet rules = RuleSet.fromClasspath(RULES)) {
            long ready = System.nanoTime();
            Books books;
            try (Progress progress = progress(out, data.baskets().size())) {
                books = Replay.run(data, rules, progress);
            }
            long done = System.nanoTime();
            out.println();
            out.print(Summary.of(books));
            out.println();
            double deciding = (done - ready) / NANOS;
            out.printf(
                    Locale.ROOT,
                    "Decisions: %,.0f a second, %.1f seconds for all%n",
                    books.shop().baskets() / deciding,
                    deciding);
            out.printf(Locale.ROOT, "Time in all: %.1f seconds%n", (System.nanoTime() - start) / NANOS);
        }
    }

    private static Progress progress(PrintStream out, int baskets) {
        return isTerminal()
                ? new ProgressBar(out, "baskets", baskets, System::nanoTime)
                : new ProgressLines(out, "baskets", baskets);
    }

    /** Whether a person may be watching. */
    @SuppressWarnings("SystemConsoleNull") // from Java 22 on there is a console without a terminal too, but it says so
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
