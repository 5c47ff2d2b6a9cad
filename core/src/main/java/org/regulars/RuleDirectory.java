package org.regulars;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regulars.RuleProblem.Severity;
import org.regulars.internal.reading.Fingerprint;
import org.regulars.internal.reading.RuleFiles;
import org.regulars.internal.reading.WatchedFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides by the rules in a directory, and takes over new ones when the files change.
 *
 * <pre>{@code
 * try (RuleDirectory shop = RuleDirectory.watch( Path.of( "rules" ) )) {
 *     Outcome outcome = shop.decide( ana, breakfast );
 * }
 * }</pre>
 *
 * <p>One thread of its own looks at the directory, every second unless told otherwise, and builds new rules while the old
 * ones go on deciding. It takes over what two looks in a row have found the same, so a file that is half written, or away
 * for a moment, is not taken for what its author meant. Rules that cannot be loaded, a directory that is gone and one
 * without rule files change nothing: the last good rules stay in use, {@link #problems} says why, and so does the log.
 *
 * <p>Every decision ends by the rules it began with. Rules that are not in use any more end with the last decision by them,
 * so that they leave nothing behind however often files change.
 *
 * <p>Safe to share between threads. Close it when it is not needed any more: until then its thread goes on looking.
 */
public final class RuleDirectory implements AutoCloseable {

    /** How often it looks unless told otherwise. */
    static final Duration EVERY = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(RuleDirectory.class);

    /** The rules in use, and what was wrong with the directory when it was last at rest. */
    private record State(RulesInUse inUse, List<RuleProblem> problems) {}

    private final Path directory;
    private final RuleLoader loader;
    private final Consumer<RuleDirectory> changed;
    private final WatchedFiles files;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Object change = new Object();
    private volatile State state;
    private volatile boolean closed;
    private volatile @Nullable Thread watching;

    private RuleDirectory(Path directory, RuleLoader loader, Consumer<RuleDirectory> changed) {
        this.directory = directory;
        this.loader = loader;
        this.changed = changed;
        this.files = new WatchedFiles(directory);
        RuleSet rules = loader.load(files.first());
        this.state = new State(new RulesInUse(rules), rules.warnings());
    }

    /**
     * Loads the {@code .drl} files in a directory and below it, and goes on looking whether they change. {@link
     * RuleLoader#watch} does the same for rules that need more than their files, and can tell of changes.
     *
     * @throws RuleSetException if there are no good rules to begin with, with everything that is wrong with them
     */
    public static RuleDirectory watch(Path directory) {
        return RuleSet.loader().watch(directory);
    }

    /** One that looks at its directory from time to time. */
    static RuleDirectory watching(Path directory, RuleLoader loader, Duration every, Consumer<RuleDirectory> changed) {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException(
                    "Between two looks there is some time, and " + every + " is none. Maybe PT1S?");
        }
        RuleDirectory rules = unwatched(directory, loader, changed);
        Thread thread = new Thread(() -> rules.lookEvery(every), "rules in " + directory);
        thread.setDaemon(true);
        rules.watching = thread;
        thread.start();
        return rules;
    }

    /** One that looks only when it is asked to. */
    static RuleDirectory unwatched(Path directory, RuleLoader loader, Consumer<RuleDirectory> changed) {
        return new RuleDirectory(directory, loader, changed);
    }

    /**
     * Decides one event by the newest good rules; see {@link LoyaltyEngine#decide}.
     *
     * @throws EventRefusedException as there
     * @throws IllegalStateException if this is closed
     */
    public Outcome decide(Member member, Event event, Object... facts) {
        return using(engine -> engine.decide(member, event, facts));
    }

    /**
     * Takes a purchase back by the newest good rules; see {@link LoyaltyEngine#reverse}. If they are not those that decided
     * then, the shares recorded in the outcome are taken.
     *
     * @throws EventRefusedException as there
     * @throws IllegalStateException if this is closed
     */
    public Outcome reverse(Member member, Outcome outcome, Return brought, Object... facts) {
        return using(engine -> engine.reverse(member, outcome, brought, facts));
    }

    /**
     * Brings a member up to date by the newest good rules; see {@link LoyaltyEngine#advance}.
     *
     * @throws EventRefusedException as there
     * @throws IllegalStateException if this is closed
     */
    public Outcome advance(Member member, Instant to) {
        return using(engine -> engine.advance(member, to));
    }

    /**
     * Does several things by the same rules, the newest good ones: {@code using( engine -> engine.reverse( ana, engine.decide(
     * ana, asItWas ), brought ) )}. The engine ends when the work is done and newer rules have come, so keep the outcomes and not
     * the engine.
     *
     * @throws IllegalStateException if this is closed
     */
    public <T> T using(Function<LoyaltyEngine, T> work) {
        RulesInUse rules = take();
        try {
            return work.apply(rules.engine());
        } finally {
            rules.release();
        }
    }

    /** What tells the rules in use from others; see {@link RuleSet#fingerprint}. */
    public String fingerprint() {
        return state.inUse().rules().fingerprint();
    }

    /** The offers of the rules in use; see {@link RuleSet#offers}. */
    public List<Offer> offers() {
        return state.inUse().rules().offers();
    }

    /**
     * What is wrong with the files as they now are. If there is an error among them, the rules in use are those of before; if
     * there are only warnings, or nothing, they are those of the files.
     */
    public List<RuleProblem> problems() {
        return state.problems();
    }

    /**
     * Stops looking, and ends the rules when the last decision under way has. Waits for its thread, which ends at once unless
     * it is building rules or telling of a change. Closing it again does nothing.
     */
    @Override
    public void close() {
        synchronized (change) {
            if (!closed) {
                closed = true;
                state.inUse().release();
            }
        }
        closing.countDown();
        awaitThread();
    }

    /** Looks once, and takes over what has changed and come to rest. Called by one thread at a time. */
    void look() {
        try {
            files.look().ifPresent(this::load);
        } catch (RuntimeException | Error e) {
            // What goes wrong on this thread must not end it, or the next good rules would not be seen.
            become(new State(state.inUse(), List.of(failure(e))));
        }
    }

    private void load(RuleFiles read) {
        RulesInUse before = state.inUse();
        if (read.problems().isEmpty() && before.rules().fingerprint().equals(Fingerprint.of(read.files()))) {
            become(new State(before, before.rules().warnings()));
            return;
        }
        try {
            RuleSet rules = loader.load(read);
            become(new State(new RulesInUse(rules), rules.warnings()));
        } catch (RuleSetException e) {
            become(new State(before, e.problems()));
        }
    }

    private void become(State next) {
        State before;
        synchronized (change) {
            if (closed) {
                if (next.inUse() != state.inUse()) {
                    next.inUse().release();
                }
                return;
            }
            before = state;
            state = next;
        }
        if (before.inUse() != next.inUse()) {
            before.inUse().release();
        } else if (before.problems().equals(next.problems())) {
            return;
        }
        log(next);
        try {
            changed.accept(this);
        } catch (RuntimeException | Error e) {
            LOG.warn("Who is told of changed rules in {} failed", directory, e);
        }
    }

    private void log(State next) {
        List<RuleProblem> errors = next.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (errors.isEmpty()) {
            LOG.info("The rules in {} are in use, fingerprint {}", directory, fingerprint());
        } else {
            LOG.warn(
                    "The rules in {} cannot be used, and those of before stay in use; errors: {}, the first: {}",
                    directory,
                    errors.size(),
                    errors.get(0));
        }
    }

    private RulesInUse take() {
        while (!closed) {
            RulesInUse rules = state.inUse();
            if (rules.take()) {
                return rules;
            }
        }
        throw new IllegalStateException(
                "The rules in " + directory + " are closed. Maybe they were closed before the last decision?");
    }

    private void lookEvery(Duration every) {
        boolean open = true;
        while (open) {
            try {
                open = !closing.await(every.toNanos(), TimeUnit.NANOSECONDS);
                if (open) {
                    look();
                }
            } catch (InterruptedException e) {
                // Nobody but close() ends it. A listener may have been interrupted, and said so.
                LOG.debug("Interrupted while waiting to look at {}", directory);
            }
        }
    }

    private void awaitThread() {
        Thread thread = watching;
        boolean interrupted = false;
        while (thread != null && thread.isAlive() && thread != Thread.currentThread()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuleProblem failure(Throwable e) {
        return new RuleProblem("", 0, 0, Severity.ERROR, "The rules cannot be loaded: " + e, "");
    }
}
