package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand changes of the rules while decisions go on. Run in a JVM of 128 MB of its own: {@code mvn -Psoak verify}.
 */
class RuleDirectorySoakTest {

    private static final int RELOADS = Integer.getInteger("regulars.reloads", 1_000);
    private static final Instant NOW = Instant.parse("2026-11-23T07:15:00Z");
    private static final Member ANA = Member.of("ana", NOW);
    private static final Purchase COFFEE =
            Purchase.of("till-1", NOW, "EUR").with(2, "latte", "coffee", "4.80").with(1, "croissant", "bakery", "2.20");

    @TempDir
    private Path directory;

    /** The version that was written last, and the one that is surely in use. */
    private final AtomicInteger written = new AtomicInteger();

    private final AtomicInteger inUse = new AtomicInteger();

    @Test
    @Tag("small-heap")
    void a_thousand_reloads_fit_where_one_does_and_no_decision_is_wrong_meanwhile() throws Exception {
        Collections collections = Collections.begin();
        BlockingQueue<RuleDirectory> told = new LinkedBlockingQueue<>();
        Map<Integer, Memory> memory = new TreeMap<>();
        write(1);
        inUse.set(1);
        try (RuleDirectory rules = RuleSet.loader().watch(directory, Duration.ofMillis(1), told::add)) {
            Deciding deciding = new Deciding(rules, collections);
            Thread till = new Thread(deciding, "till");
            till.start();
            for (int version = 2; version <= RELOADS + 1; version++) {
                write(version);
                told.take();
                assertThat(rules.problems()).isEmpty();
                inUse.set(version);
                if ((version - 1) % (RELOADS / 4) == 0) {
                    memory.put(version - 1, Memory.now());
                }
            }
            deciding.stop();
            till.join();
            memory.forEach((reloads, used) -> System.out.println("after " + reloads + " reloads: " + used));
            System.out.println(deciding.told() + "; " + collections);
            assertThat(deciding.wrong.get()).as("the first wrong outcome").isNull();
            assertThat(deciding.decisions.get()).isGreaterThan(RELOADS);
        }
        Memory early = memory.get(RELOADS / 4);
        Memory late = memory.get(RELOADS);
        assertThat(late.classes())
                .as("classes, %s", memory)
                .isLessThan(early.classes() + Math.max(300, early.classes() / 50));
        assertThat(late.metaspace()).as("metaspace, %s", memory).isLessThan(early.metaspace() + early.metaspace() / 20);
        assertThat(late.heap()).as("heap, %s", memory).isLessThan(early.heap() + 8_000_000);
    }

    /** One till that decides the same purchase again and again. */
    private final class Deciding implements Runnable {

        /** A decision that took long, as nanoseconds of {@link System#nanoTime}. */
        private record Slow(long began, long ended) {}

        private final RuleDirectory rules;
        private final Collections collections;
        private final AtomicReference<String> wrong = new AtomicReference<>();
        private final AtomicLong decisions = new AtomicLong();
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final List<Slow> slow = new ArrayList<>();
        private volatile boolean stopped;
        private long longest;
        private long mostWork;
        private long blocked;
        private long blockedMilliseconds;

        Deciding(RuleDirectory rules, Collections collections) {
            this.rules = rules;
            this.collections = collections;
            threads.setThreadContentionMonitoringEnabled(true);
        }

        void stop() {
            stopped = true;
        }

        @Override
        public void run() {
            try {
                int last = 1;
                while (!stopped) {
                    int atLeast = Math.max(last, inUse.get());
                    long began = System.nanoTime();
                    long worked = threads.getCurrentThreadCpuTime();
                    Outcome outcome = rules.decide(ANA, COFFEE);
                    note(new Slow(began, System.nanoTime()), threads.getCurrentThreadCpuTime() - worked);
                    last = check(outcome, atLeast);
                    decisions.incrementAndGet();
                }
            } catch (RuntimeException | Error e) {
                wrong.compareAndSet(null, e.toString());
            }
            ThreadInfo self = threads.getThreadInfo(Thread.currentThread().getId());
            blocked = self.getBlockedCount();
            blockedMilliseconds = self.getBlockedTime();
        }

        /** The first decisions of a JVM load classes and are interpreted; they tell of Java and not of reloads. */
        private void note(Slow decision, long worked) {
            if (inUse.get() > RELOADS / 20) {
                long took = decision.ended() - decision.began();
                longest = Math.max(longest, took);
                mostWork = Math.max(mostWork, worked);
                if (took > 20_000_000) {
                    slow.add(decision);
                }
            }
        }

        /** The version that decided all of it: one that has been written, and not older than one seen before. */
        private int check(Outcome outcome, int atLeast) {
            int version = outcome.earned("points").intValueExact();
            int atMost = written.get();
            if (version < atLeast
                    || version > atMost
                    || outcome.earned("stamps").intValueExact() != 2 * version
                    || !outcome.benefits().equals(List.of("version " + version))) {
                wrong.compareAndSet(null, "not from " + atLeast + " to " + atMost + ":\n" + outcome.explain());
            }
            return version;
        }

        /** Where the JVM stood still for a collection is no fault of reloading; the rest is, or of a busy machine. */
        String told() {
            long longestOtherwise = slow.stream()
                    .mapToLong(each ->
                            each.ended() - each.began() - collections.nanosecondsWithin(each.began(), each.ended()))
                    .max()
                    .orElse(0);
            return decisions + " decisions; the longest " + milliseconds(longest) + " on the clock, "
                    + milliseconds(longestOtherwise) + " without collections, " + milliseconds(mostWork) + " of work; "
                    + slow.size() + " of more than 20 ms; waited for a lock " + blocked + " times, "
                    + blockedMilliseconds + " ms in all";
        }
    }

    /** What is left in memory when all that can go has gone. */
    private record Memory(long heap, long metaspace, long classes) {

        static Memory now() {
            // Classes go when a collection has found their loader gone, and what that held goes with the next.
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            return new Memory(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getName().equals("Metaspace"))
                            .map(MemoryPoolMXBean::getUsage)
                            .findFirst()
                            .orElseThrow()
                            .getUsed(),
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        }

        @Override
        public String toString() {
            return "heap " + heap / 1_000 + " kB, metaspace " + metaspace / 1_000 + " kB, " + classes + " classes";
        }
    }

    /** When the JVM stood still to collect. */
    private static final class Collections {

        /** A collection, in nanoseconds of {@link System#nanoTime}. */
        private record Pause(long began, long ended, boolean askedFor) {}

        private final Queue<Pause> pauses = new ConcurrentLinkedQueue<>();
        private final long start = System.nanoTime()
                - TimeUnit.MILLISECONDS.toNanos(
                        ManagementFactory.getRuntimeMXBean().getUptime());

        static Collections begin() {
            Collections collections = new Collections();
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                ((NotificationEmitter) collector)
                        .addNotificationListener(
                                (notification, handback) -> collections.note(GarbageCollectionNotificationInfo.from(
                                        (CompositeData) notification.getUserData())),
                                null,
                                null);
            }
            return collections;
        }

        long nanosecondsWithin(long began, long ended) {
            return pauses.stream()
                    .mapToLong(each -> Math.min(each.ended(), ended) - Math.max(each.began(), began))
                    .filter(overlap -> overlap > 0)
                    .sum();
        }

        private void note(GarbageCollectionNotificationInfo info) {
            pauses.add(new Pause(
                    start + TimeUnit.MILLISECONDS.toNanos(info.getGcInfo().getStartTime()),
                    start + TimeUnit.MILLISECONDS.toNanos(info.getGcInfo().getEndTime()),
                    info.getGcCause().equals("System.gc()")));
        }

        private long longest(boolean askedFor) {
            return pauses.stream()
                    .filter(each -> each.askedFor() == askedFor)
                    .mapToLong(each -> each.ended() - each.began())
                    .max()
                    .orElse(0);
        }

        @Override
        public String toString() {
            return pauses.size() + " collections, the longest " + milliseconds(longest(false))
                    + ", of those this test asked for " + milliseconds(longest(true));
        }
    }

    private static String milliseconds(long nanoseconds) {
        return nanoseconds / 1_000_000 + " ms";
    }

    /** At once, so that no version is ever half there. */
    private void write(int version) throws IOException {
        written.set(version);
        Path beside = Files.writeString(directory.resolve("offers.new"), """
                rule "%1$d points for coming"
                when
                    Paid()
                then
                    insert( Earn.of( %1$d, "points" ) );
                end

                rule "%1$d stamps for every coffee"
                when
                    $coffee : PaidItem( category == "coffee", amount > %2$d )
                then
                    insert( Earn.of( %1$d, "stamps" ).forEach( $coffee ) );
                end

                rule "Version %1$d"
                when
                    Purchase( has( "coffee" ) )
                then
                    insert( Benefit.of( "version %1$d" ) );
                end
                """.formatted(version, version % 3));
        Files.move(beside, directory.resolve("offers.drl"), StandardCopyOption.ATOMIC_MOVE);
    }
}
