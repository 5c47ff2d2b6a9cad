package org.regulars.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares the peers in interleaved rounds: in each, everyone decides for a short while of processor time, in
 * alternating order, while the others wait.
 */
final class Compare {

    private static final List<String> EVERYBODY =
            List.of(Peers.REGULARS, Peers.NAIVE_DROOLS, Peers.EVRETE, Peers.EASY_RULES, Peers.HANDWRITTEN);
    private static final List<String> ENGINES =
            List.of(Peers.REGULARS, Peers.NAIVE_DROOLS, Peers.EVRETE, Peers.EASY_RULES);
    private static final List<String> BY_FACTS = List.of(Peers.REGULARS, Peers.NAIVE_DROOLS, Peers.EVRETE);

    private static final int PER_SECOND = 2_000;

    private final int rounds;
    private final long slice;
    private final long warmUp;
    private final long steady;
    private final List<Figures.Speed> speeds = new ArrayList<>();
    private final List<Figures.Ratio> ratios = new ArrayList<>();
    private final List<Figures.Latency> latencies = new ArrayList<>();
    private final List<StartUp.Line> startUps = new ArrayList<>();

    private Compare(int rounds, long slice, long warmUp, long steady) {
        this.rounds = rounds;
        this.slice = slice;
        this.warmUp = warmUp;
        this.steady = steady;
    }

    /** What is promised, in under three minutes. */
    static Figures all() {
        Compare compare = new Compare(7, 200, 1_000, 3_000);
        compare.inDepth(Workload.TYPICAL_5, EVERYBODY);
        compare.group(Workload.TYPICAL_50, ENGINES);
        compare.group(Workload.CAMPAIGNS_5, BY_FACTS);
        compare.history();
        return compare.figures();
    }

    /** Everybody at everything and the start-up too, for longer: what is kept and drawn. */
    static Figures forTheRecord() throws IOException, InterruptedException {
        Compare compare = new Compare(9, 300, 4_000, 15_000);
        compare.inDepth(Workload.TYPICAL_5, EVERYBODY);
        compare.group(Workload.TYPICAL_1, EVERYBODY);
        compare.group(Workload.TYPICAL_50, EVERYBODY);
        compare.group(Workload.CAMPAIGNS_5, EVERYBODY);
        compare.group(Workload.CAMPAIGNS_50, EVERYBODY);
        compare.history();
        System.err.println("start-up");
        compare.startUps.addAll(StartUp.measured(5));
        return compare.figures();
    }

    /** Only whether it works. */
    static Figures quick() {
        Compare compare = new Compare(1, 5, 5, 100);
        compare.inDepth(Workload.TYPICAL_5, List.of(Peers.REGULARS, Peers.HANDWRITTEN));
        return compare.figures();
    }

    private Figures figures() {
        String machine = Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.arch")
                + ", Java " + Runtime.version();
        return new Figures(
                machine, List.copyOf(speeds), List.copyOf(ratios), List.copyOf(latencies), List.copyOf(startUps));
    }

    private void group(Workload workload, List<String> peers) {
        try (Team team = teamOf(workload, peers)) {
            compared(team, workload, peers);
        }
    }

    /** With two threads, and at a steady rate. */
    private void inDepth(Workload workload, List<String> peers) {
        try (Team team = teamOf(workload, peers)) {
            compared(team, workload, peers);
            threads(team, workload);
            for (String peer : peers.subList(0, 2)) {
                long[] nanos = team.ask("latency", peer, PER_SECOND, steady);
                latencies.add(new Figures.Latency(
                        workload.toString(),
                        peer,
                        PER_SECOND,
                        nanos[0] / 1e3,
                        nanos[1] / 1e3,
                        nanos[2] / 1e3,
                        nanos[3] / 1e3));
            }
        }
    }

    private Team teamOf(Workload workload, List<String> peers) {
        System.err.println(workload + " " + String.join(" ", peers));
        return Team.of(workload, peers, warmUp);
    }

    private void compared(Team team, Workload workload, List<String> peers) {
        Map<String, List<Double>> each = rounds(team, workload.toString(), peers);
        for (String peer : peers.subList(1, peers.size())) {
            ratios.add(Figures.Ratio.of(
                    workload.toString(), "regulars/" + peer, of(each, Peers.REGULARS), of(each, peer)));
        }
    }

    private void history() {
        List<String> members = List.of("after-10", "after-1000", "after-100000");
        System.err.println(History.NAME + " " + String.join(" ", members));
        try (Team team = Team.ofMembers(members, warmUp / 2)) {
            Map<String, List<Double>> each = rounds(team, History.NAME, members);
            for (String member : members.subList(1, members.size())) {
                // How much slower, so the speed of the one with the short past comes first.
                String pair = member.substring(History.AFTER.length()) + "/10";
                ratios.add(Figures.Ratio.of(History.NAME, pair, of(each, members.get(0)), of(each, member)));
            }
        }
    }

    private Map<String, List<Double>> rounds(Team team, String workload, List<String> peers) {
        Map<String, List<Double>> each = new HashMap<>();
        Map<String, Long> bytes = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            List<String> order = new ArrayList<>(peers);
            if (round % 2 == 1) {
                Collections.reverse(order);
            }
            for (String peer : order) {
                long[] did = team.ask("run", peer, slice);
                each.computeIfAbsent(peer, name -> new ArrayList<>()).add(perSecond(did));
                bytes.put(peer, did[2] / did[0]);
            }
        }
        for (String peer : peers) {
            speeds.add(new Figures.Speed(workload, peer, of(each, peer), of(bytes, peer)));
        }
        return each;
    }

    private void threads(Team team, Workload workload) {
        List<Double> one = new ArrayList<>();
        List<Double> two = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            one.add(perSecond(team.ask("threads", Peers.REGULARS, 1, slice)));
            two.add(perSecond(team.ask("threads", Peers.REGULARS, 2, slice)));
        }
        ratios.add(Figures.Ratio.of(workload.toString(), "two-threads/one", two, one));
    }

    private static <T> T of(Map<String, T> each, String peer) {
        return Objects.requireNonNull(each.get(peer), peer);
    }

    private static double perSecond(long[] did) {
        return did[0] * 1e9 / did[1];
    }
}
