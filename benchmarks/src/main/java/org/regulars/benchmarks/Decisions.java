package org.regulars.benchmarks;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Purchases decided a second: by each peer, by rules and lines; and by Regulars, for members who have made so
 * many purchases. With {@code -t 2} on two threads. Every JVM holds one peer only, and it has answered all
 * purchases rightly before it is timed.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 5,
        jvmArgs = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class Decisions {

    /** Whose turn it is: a thread goes through the purchases, and starts again. */
    @State(Scope.Thread)
    public static class Turn {

        private int last;

        int next() {
            last = (last + 1) & (Purchases.COUNT - 1);
            return last;
        }
    }

    /** A peer and what it decides. */
    @State(Scope.Benchmark)
    public static class ByRulesAndLines {

        /** Who decides. */
        @Param({"regulars", "naive-drools", "evrete", "easy-rules", "handwritten"})
        public String peer = "";

        /** How many rules and how many lines. */
        @Param({"20x1", "20x5", "20x50", "1000x5", "1000x50"})
        public String workload = "";

        private Peer decides;

        /** Builds the rules and checks every answer. */
        @Setup(Level.Trial)
        public void start() {
            decides = Peers.checked(peer, Workload.of(workload));
        }

        /** Gives back what the rules hold. */
        @TearDown(Level.Trial)
        public void end() {
            decides.close();
        }
    }

    /** A member with a past. */
    @State(Scope.Benchmark)
    public static class AgainstHistory {

        /** How many purchases they have made. */
        @Param({"10", "1000", "100000"})
        public int past;

        private Peer decides;

        /** Makes the purchases, and checks every answer to the next. */
        @Setup(Level.Trial)
        public void start() {
            String member = History.AFTER + past;
            decides = Objects.requireNonNull(History.checked(List.of(member)).get(member));
        }

        /** Gives back what the rules hold. */
        @TearDown(Level.Trial)
        public void end() {
            decides.close();
        }
    }

    /** One decision of a peer. */
    @Benchmark
    public Object byRulesAndLines(ByRulesAndLines with, Turn turn) {
        return with.decides.decide(turn.next());
    }

    /** One more decision for a member with a past. */
    @Benchmark
    public Object againstHistory(AgainstHistory with, Turn turn) {
        return with.decides.decide(turn.next());
    }
}
