package org.regulars.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Compares the peers in interleaved rounds: in each, everyone decides for a short while of processor time, in
 * alternating order. Each has a {@link Worker} of its own, and while one decides the others wait.
 */
final class Compare {

    private static final int PER_SECOND = 2_000;

    private final int rounds;
    private final long slice;
    private final long warmUp;
    private final long steady;
    private final List<Figures.Speed> speeds = new ArrayList<>();
    private final List<Figures.Ratio> ratios = new ArrayList<>();
    private final List<Figures.Latency> latencies = new ArrayList<>();

    private Compare(int rounds, long slice, long warmUp, long steady) {
        this.rounds = rounds;
        this.slice = slice;
        this.warmUp = warmUp;
        this.steady = steady;
    }

    /** Under three minutes. */
    static Figures all() {
        return new Compare(7, 300, 5_000, 8_000).run();
    }

    /** Only whether it works. */
    static Figures quick() {
        Compare compare = new Compare(1, 5, 5, 100);
        compare.group("20x5", List.of(Peers.REGULARS, Peers.HANDWRITTEN), true);
        return compare.figures();
    }

    private Figures run() {
        group(
                "20x5",
                List.of(Peers.REGULARS, Peers.NAIVE_DROOLS, Peers.EVRETE, Peers.EASY_RULES, Peers.HANDWRITTEN),
                true);
        group("20x50", List.of(Peers.REGULARS, Peers.NAIVE_DROOLS, Peers.EVRETE, Peers.EASY_RULES), false);
        group("1000x5", List.of(Peers.REGULARS, Peers.NAIVE_DROOLS, Peers.EVRETE), false);
        history();
        return figures();
    }

    private Figures figures() {
        String machine = Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.arch")
                + ", Java " + Runtime.version();
        return new Figures(machine, List.copyOf(speeds), List.copyOf(ratios), List.copyOf(latencies));
    }

    private void group(String workload, List<String> peers, boolean inDepth) {
        try (Team team = new Team(peers, workload, warmUp)) {
            Map<String, List<Double>> each = rounds(team, workload, peers);
            for (String peer : peers.subList(1, peers.size())) {
                ratios.add(Figures.Ratio.of(workload, "regulars/" + peer, of(each, Peers.REGULARS), of(each, peer)));
            }
            if (inDepth) {
                threads(team, workload);
                long[] nanos = team.ask(Peers.REGULARS, "latency " + PER_SECOND + " " + steady);
                latencies.add(new Figures.Latency(
                        workload,
                        Peers.REGULARS,
                        PER_SECOND,
                        nanos[0] / 1e3,
                        nanos[1] / 1e3,
                        nanos[2] / 1e3,
                        nanos[3] / 1e3));
            }
        }
    }

    private void history() {
        List<String> members = List.of("after-10", "after-1000", "after-100000");
        try (Team team = new Team(members, "20x5", warmUp)) {
            Map<String, List<Double>> each = rounds(team, "history", members);
            for (String member : members.subList(1, members.size())) {
                String pair = member.substring("after-".length()) + "/10";
                ratios.add(Figures.Ratio.of("history", pair, of(each, member), of(each, members.get(0))));
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
                long[] slice = team.ask(peer, "run " + this.slice);
                each.computeIfAbsent(peer, name -> new ArrayList<>()).add(slice[0] * 1e9 / slice[1]);
                bytes.put(peer, slice[2] / slice[0]);
            }
        }
        for (String peer : peers) {
            speeds.add(new Figures.Speed(workload, peer, of(each, peer), of(bytes, peer)));
        }
        return each;
    }

    private void threads(Team team, String workload) {
        List<Double> one = new ArrayList<>();
        List<Double> two = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            one.add(perSecond(team.ask(Peers.REGULARS, "threads 1 " + slice * 2)));
            two.add(perSecond(team.ask(Peers.REGULARS, "threads 2 " + slice * 2)));
        }
        ratios.add(Figures.Ratio.of(workload, "two-threads/one", two, one));
    }

    private static <T> T of(Map<String, T> each, String peer) {
        return Objects.requireNonNull(each.get(peer), peer);
    }

    private static double perSecond(long[] slice) {
        return slice[0] * 1e9 / slice[1];
    }

    /** The workers of some peers, ready and warm. */
    private static final class Team implements AutoCloseable {

        private final Map<String, Process> workers = new HashMap<>();
        private final Map<String, BufferedReader> answers = new HashMap<>();
        private final Map<String, PrintWriter> questions = new HashMap<>();

        Team(List<String> peers, String workload, long warmUp) {
            for (String peer : peers) {
                start(peer, workload);
            }
            CompletableFuture<?>[] warm = peers.stream()
                    .map(peer -> CompletableFuture.runAsync(() -> {
                        expectReady(peer);
                        ask(peer, "run " + warmUp);
                    }))
                    .toArray(CompletableFuture<?>[]::new);
            try {
                CompletableFuture.allOf(warm).join();
            } catch (CompletionException e) {
                close();
                throw e.getCause() instanceof Check.WrongAnswer wrong ? wrong : e;
            }
        }

        private void start(String peer, String workload) {
            try {
                Process worker = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xms512m",
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "worker",
                                peer,
                                workload)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                workers.put(peer, worker);
                answers.put(peer, worker.inputReader(StandardCharsets.UTF_8));
                questions.put(peer, new PrintWriter(worker.outputWriter(StandardCharsets.UTF_8), true));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void expectReady(String peer) {
            String line = line(peer);
            if (line.startsWith("wrong ")) {
                throw new Check.WrongAnswer(line.substring("wrong ".length()));
            }
        }

        long[] ask(String peer, String question) {
            of(questions, peer).println(question);
            return Arrays.stream(line(peer).split(" ", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();
        }

        private String line(String peer) {
            try {
                String line = of(answers, peer).readLine();
                if (line == null) {
                    throw new IllegalStateException("The worker of " + peer + " ended");
                }
                return line;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            workers.values().forEach(Process::destroy);
        }
    }

    /** One line a pair, and what else there is. */
    static List<String> lines(Figures figures) {
        List<String> lines = new ArrayList<>();
        for (Figures.Ratio each : figures.ratios()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "ratio %s %s %.2f (min %.2f max %.2f, %d rounds)",
                    each.workload(),
                    each.pair(),
                    each.ratio(),
                    each.min(),
                    each.max(),
                    each.rounds()));
        }
        for (Figures.Speed each : figures.speeds()) {
            lines.add(String.format(Locale.ROOT, "bytes %s %s %,d", each.workload(), each.peer(), each.bytes()));
        }
        for (Figures.Latency each : figures.latencies()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "latency %s %s p50 %.1f p99 %.1f p99.9 %.1f max %.1f us at %,d a second",
                    each.workload(),
                    each.peer(),
                    each.p50(),
                    each.p99(),
                    each.p999(),
                    each.longest(),
                    each.perSecond()));
        }
        return lines;
    }
}
