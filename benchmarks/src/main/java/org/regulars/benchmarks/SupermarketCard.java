package org.regulars.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.benchmarks.Workload.Shopping;

/**
 * Purchases decided a second, by each peer. Every JVM holds one peer only, so that none runs in code
 * that was compiled with another's habits in mind; and it has checked all answers before it times any.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 5,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseG1GC"})
@Warmup(iterations = 10, time = 3)
@Measurement(iterations = 5, time = 3)
public class SupermarketCard {

    /** Whose turn it is: a thread goes through the purchases, and starts again. */
    @State(Scope.Thread)
    public static class Turn {

        private int last;

        int next() {
            last = (last + 1) & (Workload.PURCHASES - 1);
            return last;
        }
    }

    /** The purchases, for those that take them as they are. */
    @State(Scope.Benchmark)
    public static class WithHandwritten {

        private List<Shopping> purchases;

        /** Generates the purchases. */
        @Setup(Level.Trial)
        public void start() {
            purchases = Workload.purchases();
        }
    }

    /** Plain Drools, once it has been found to answer rightly. */
    @State(Scope.Benchmark)
    public static class WithNaiveDrools {

        private List<Shopping> purchases;
        private NaiveDrools drools;

        /** Builds the rules and checks every answer. */
        @Setup(Level.Trial)
        public void start() {
            purchases = Workload.purchases();
            drools = new NaiveDrools();
            Check.allAnswers("Plain Drools", purchases, drools::decide);
        }

        /** Gives back what the rules hold. */
        @TearDown(Level.Trial)
        public void end() {
            drools.close();
        }
    }

    /** Regulars, once it has been found to answer rightly, with the members as they were last saved. */
    @State(Scope.Benchmark)
    public static class WithRegulars {

        private List<Shopping> purchases;
        private List<Member> members;
        private List<Purchase> handedOver;
        private Regulars regulars;

        /** Builds the rules and checks every answer. */
        @Setup(Level.Trial)
        public void start() {
            purchases = Workload.purchases();
            members = purchases.stream()
                    .map(shopping -> Regulars.member(shopping.holder()))
                    .toList();
            handedOver = purchases.stream().map(Regulars::purchase).toList();
            regulars = new Regulars();
            Check.allAnswers(
                    "Regulars",
                    purchases,
                    shopping -> Regulars.answer(
                            regulars.decide(Regulars.member(shopping.holder()), Regulars.purchase(shopping))));
        }

        /** Gives back what the rules hold. */
        @TearDown(Level.Trial)
        public void end() {
            regulars.close();
        }
    }

    /** From the application's receipt to the answer, in plain Java. */
    @Benchmark
    public Answer handwritten(WithHandwritten with, Turn turn) {
        return Handwritten.decide(with.purchases.get(turn.next()));
    }

    /** From the application's receipt to the answer, with a Drools session for each. */
    @Benchmark
    public Answer naiveDrools(WithNaiveDrools with, Turn turn) {
        return with.drools.decide(with.purchases.get(turn.next()));
    }

    /** {@code decide} alone: from a member and a purchase to an outcome. */
    @Benchmark
    public Outcome regulars(WithRegulars with, Turn turn) {
        int next = turn.next();
        return with.regulars.decide(with.members.get(next), with.handedOver.get(next));
    }

    /** From the application's receipt and the saved member to the answer, read off an outcome. */
    @Benchmark
    public Answer regularsFromReceipt(WithRegulars with, Turn turn) {
        int next = turn.next();
        Purchase purchase = Regulars.purchase(with.purchases.get(next));
        return Regulars.answer(with.regulars.decide(with.members.get(next), purchase));
    }
}
