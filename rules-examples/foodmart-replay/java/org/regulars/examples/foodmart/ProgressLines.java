package org.regulars.examples.foodmart;

import java.io.PrintStream;
import java.util.Locale;

/** A line for each tenth of a job, for a file or another program to read. */
final class ProgressLines implements Progress {

    private final PrintStream out;
    private final String things;
    private final int total;
    private long tenths;

    /**
     * Nothing is written yet.
     *
     * @param things what is counted: {@code baskets}
     * @param total how many there are
     */
    ProgressLines(PrintStream out, String things, int total) {
        this.out = out;
        this.things = things;
        this.total = total;
    }

    @Override
    public void done(int count) {
        long now = 10L * count / total;
        if (now > tenths) {
            tenths = now;
            out.printf(Locale.ROOT, "%3d %%  %,d of %,d %s%n", 10 * tenths, count, total, things);
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
