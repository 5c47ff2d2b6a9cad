package org.regulars.internal.guard;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.regulars.Bounds;

/**
 * Counts what rules use up for one event, and stops them when that is too much.
 *
 * <p>The calls of {@link #tick} are woven into the bytecode of rules, where no rule can leave them out or catch what they
 * throw. A rule's code runs only where a budget does.
 */
public final class Meter {

    /** How many steps go by between two looks at the clock: some microseconds' worth. */
    private static final int STEPS_BETWEEN_LOOKS = 1024;

    /**
     * The budget of the thread's event, in an array of one, which is empty between events. Setting and removing the thread's
     * value for each event would cost more than the event's steps; the array that stays holds nothing of ours, so no class
     * loader is kept by a pool of threads.
     */
    private static final ThreadLocal<@Nullable Object[]> RUNNING = ThreadLocal.withInitial(() -> new Object[1]);

    /**
     * Where a thread finds its budget without looking through its values, if no other thread has put its own in that place: a
     * tick is what conditions do most. The places are far enough apart that threads do not share lines of the processors' memory.
     */
    private static final @Nullable Budget[] NEAR = new @Nullable Budget[64 * 32];

    private Meter() {}

    /** Does work that rules take part in, within these bounds; within work that is under way already, its bounds go on. */
    public static <T> T within(Bounds bounds, Supplier<T> work) {
        @Nullable Object[] running = RUNNING.get();
        if (running[0] != null) {
            return work.get();
        }
        Thread thread = Thread.currentThread();
        running[0] = new Budget(bounds, thread);
        NEAR[near(thread)] = (Budget) running[0];
        try {
            return work.get();
        } finally {
            running[0] = null;
            NEAR[near(thread)] = null;
        }
    }

    /** A step of a rule. */
    public static void tick() {
        Budget budget = budget();
        if (budget == null) {
            throw nothingRuns();
        }
        budget.step();
    }

    private static int near(Thread thread) {
        return ((int) thread.getId() & 63) * 32;
    }

    /**
     * A moment of the calendar, which is an event of its own for the rules: it adds a thousandth to the time and the steps that
     * there are, so that years can be caught up with, and not made endless.
     */
    public static void moment() {
        Budget budget = budget();
        if (budget == null) {
            throw nothingRuns();
        }
        budget.moments++;
    }

    private static IllegalStateException nothingRuns() {
        return new IllegalStateException("A rule ran outside of a decision");
    }

    private static @Nullable Budget budget() {
        Thread thread = Thread.currentThread();
        Budget budget = NEAR[near(thread)];
        // Another thread's is seen here at most as a whole: what tells whose it is never changes.
        return budget != null && budget.thread == thread ? budget : (Budget) RUNNING.get()[0];
    }

    /** The bounds that hold now. */
    static Bounds bounds() {
        Budget budget = budget();
        return budget == null ? Bounds.standard() : budget.bounds;
    }

    /** What one event may still use up. */
    private static final class Budget {

        private final Bounds bounds;
        private final Thread thread;
        private final long begun = System.nanoTime();
        private long steps;
        private long moments;

        /** The step at which there is something to look at. */
        private long next;

        Budget(Bounds bounds, Thread thread) {
            this.bounds = bounds;
            this.thread = thread;
            this.next = Math.min(bounds.steps() + 1, STEPS_BETWEEN_LOOKS);
        }

        void step() {
            steps++;
            if (steps >= next) {
                look();
            }
        }

        private void look() {
            long most = more(bounds.steps());
            if (steps > most) {
                throw new BoundExceeded("takes more than " + bounds.steps()
                        + " steps for one event (the bound 'steps'). Maybe it compares every line with every other?");
            }
            if (steps % STEPS_BETWEEN_LOOKS == 0
                    && System.nanoTime() - begun > more(bounds.time().toNanos())) {
                throw new BoundExceeded("and the rules before it take longer than "
                        + bounds.time().toMillis()
                        + " ms for one event (the bound 'time'). Maybe they compare every line with every other?");
            }
            next = Math.min(most + 1, steps - steps % STEPS_BETWEEN_LOOKS + STEPS_BETWEEN_LOOKS);
        }

        /** A bound, and a thousandth of it for every moment of the calendar. */
        private long more(long bound) {
            return bound + (moments == 0 ? 0 : moments * Math.max(1, bound / 1000));
        }
    }
}
