package org.regulars.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long a new JVM takes to its first decision, in processor time: plain Drools, Regulars compiling its rules, and Regulars
 * taking them from where it has kept them. Each measurement is a JVM of its own, and the three take turns.
 */
final class StartUp {

    private static final List<Workload> WORKLOADS = List.of(Workload.TYPICAL_5, Workload.CAMPAIGNS_5);

    /** What is divided by what. */
    private static final List<List<FirstDecision.By>> PAIRS = List.of(
            List.of(FirstDecision.By.REGULARS_KEPT, FirstDecision.By.REGULARS_BUILT),
            List.of(FirstDecision.By.REGULARS_KEPT, FirstDecision.By.NAIVE_DROOLS),
            List.of(FirstDecision.By.REGULARS_BUILT, FirstDecision.By.NAIVE_DROOLS));

    private StartUp() {}

    /**
     * One line of what came out.
     *
     * @param name rules and pair
     * @param ratios what came out in each round, the smallest first
     * @param millis what the first of the pair took in the middle of all rounds, and the second
     */
    record Line(String name, List<Double> ratios, List<Long> millis) {

        /** The ratio in the middle of all rounds. */
        double middle() {
            return StartUp.middle(ratios);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "ratio %s %.2f (min %.2f max %.2f, %d rounds; %d ms and %d ms of processor time)",
                    name,
                    middle(),
                    ratios.get(0),
                    ratios.get(ratios.size() - 1),
                    ratios.size(),
                    millis.get(0),
                    millis.get(1));
        }
    }

    /** What came out for each rule set and each pair. */
    static List<Line> measured(int rounds) throws IOException, InterruptedException {
        List<Line> lines = new ArrayList<>();
        for (Workload workload : WORKLOADS) {
            lines.addAll(measured(workload, rounds));
        }
        return List.copyOf(lines);
    }

    private static List<Line> measured(Workload workload, int rounds) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("kept");
        try {
            // What is kept must have been kept before.
            millis(workload, FirstDecision.By.REGULARS_KEPT, directory);
            Map<FirstDecision.By, List<Long>> taken = new LinkedHashMap<>();
            for (int round = 0; round < rounds; round++) {
                for (FirstDecision.By by : FirstDecision.By.values()) {
                    taken.computeIfAbsent(by, none -> new ArrayList<>()).add(millis(workload, by, directory));
                }
            }
            return PAIRS.stream()
                    .map(pair -> line(workload, pair.get(0), pair.get(1), taken))
                    .toList();
        } finally {
            delete(directory);
        }
    }

    private static Line line(
            Workload workload, FirstDecision.By one, FirstDecision.By other, Map<FirstDecision.By, List<Long>> taken) {
        List<Long> ones = taken.getOrDefault(one, List.of());
        List<Long> others = taken.getOrDefault(other, List.of());
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ones.size(); round++) {
            ratios.add((double) ones.get(round) / others.get(round));
        }
        return new Line(
                "startup-" + workload.rules() + " " + one + "/" + other,
                ratios.stream().sorted().toList(),
                Stream.of(ones, others)
                        .map(each -> middle(each.stream().sorted().toList()))
                        .toList());
    }

    private static <T> T middle(List<T> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    /** The processor time that a new JVM takes until its first decision is made, in milliseconds. */
    static long millis(Workload workload, FirstDecision.By by, Path directory)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstDecision.class.getName(),
                        workload.toString(),
                        by.name(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(by + " did not decide: " + said);
        }
        return Long.parseLong(said);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
