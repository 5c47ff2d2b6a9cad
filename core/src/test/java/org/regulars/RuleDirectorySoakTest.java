package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
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
        LongestCollection collections = LongestCollection.begin();
        BlockingQueue<RuleDirectory> told = new LinkedBlockingQueue<>();
        Map<Integer, Memory> memory = new TreeMap<>();
        write(1);
        inUse.set(1);
        try (RuleDirectory rules = RuleSet.loader().watch(directory, Duration.ofMillis(1), told::add)) {
            Deciding deciding = new Deciding(rules);
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

        private final RuleDirectory rules;
        private final AtomicReference<String> wrong = new AtomicReference<>();
        private final AtomicLong decisions = new AtomicLong();
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private volatile boolean stopped;
        private long longest;
        private long longestOfItsOwn;
        private long blocked;

        Deciding(RuleDirectory rules) {
            this.rules = rules;
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
                    longestOfItsOwn = Math.max(longestOfItsOwn, threads.getCurrentThreadCpuTime() - worked);
                    longest = Math.max(longest, System.nanoTime() - began);
                    last = check(outcome, atLeast);
                    decisions.incrementAndGet();
                }
            } catch (RuntimeException | Error e) {
                wrong.compareAndSet(null, e.toString());
            }
            blocked = threads.getThreadInfo(Thread.currentThread().getId()).getBlockedCount();
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

        String told() {
            return decisions + " decisions, the longest " + milliseconds(longest) + " on the clock and "
                    + milliseconds(longestOfItsOwn) + " of work; waited for a lock " + blocked + " times";
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

    /** The longest pause for a collection that was not asked for, and the longest that was. */
    private static final class LongestCollection {

        private final AtomicLong ofItself = new AtomicLong();
        private final AtomicLong askedFor = new AtomicLong();

        static LongestCollection begin() {
            LongestCollection longest = new LongestCollection();
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                ((NotificationEmitter) collector)
                        .addNotificationListener(
                                (notification, handback) -> longest.note(GarbageCollectionNotificationInfo.from(
                                        (CompositeData) notification.getUserData())),
                                null,
                                null);
            }
            return longest;
        }

        private void note(GarbageCollectionNotificationInfo info) {
            (info.getGcCause().equals("System.gc()") ? askedFor : ofItself)
                    .accumulateAndGet(info.getGcInfo().getDuration(), Math::max);
        }

        @Override
        public String toString() {
            return "the longest collection " + ofItself + " ms, of those this test asked for " + askedFor + " ms";
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
