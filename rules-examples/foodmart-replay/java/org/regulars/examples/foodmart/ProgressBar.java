package org.regulars.examples.foodmart;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line on a terminal that fills up, drawn again at most ten times a second. */
final class ProgressBar implements Progress {

    private static final int WIDTH = 40;
    private static final long PAUSE = 100_000_000;

    private final PrintStream out;
    private final String things;
    private final int total;
    private final LongSupplier nanoTime;
    private int count;
    private int drawn = -1;
    private long drawnAt;

    /**
     * A bar of which nothing is drawn yet.
     *
     * @param things what is counted: {@code baskets}
     * @param total how many there are
     * @param nanoTime a clock in nanoseconds: {@code System::nanoTime}
     */
    ProgressBar(PrintStream out, String things, int total, LongSupplier nanoTime) {
        this.out = out;
        this.things = things;
        this.total = total;
        this.nanoTime = nanoTime;
    }

    @Override
    public void done(int count) {
        this.count = count;
        long now = nanoTime.getAsLong();
        if (drawn < 0 || now - drawnAt >= PAUSE) {
            draw();
            drawnAt = now;
        }
    }

    /** Draws how far it came and leaves the line, if there is one. */
    @Override
    public void close() {
        if (drawn < 0) {
            return;
        }
        if (drawn != count) {
            draw();
        }
        out.println();
    }

    private void draw() {
        int full = (int) ((long) WIDTH * count / total);
        int percent = (int) (100L * count / total);
        out.printf(
                Locale.ROOT,
                "\r[%s%s] %3d %%  %,d of %,d %s",
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                percent,
                count,
                total,
                things);
        out.flush();
        drawn = count;
    }
}
