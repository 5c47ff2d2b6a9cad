package org.regulars.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a comparison found.
 *
 * @param machine the JVM and how many cores it had
 * @param startUps how long it takes to start, if that was measured
 */
record Figures(
        String machine, List<Speed> speeds, List<Ratio> ratios, List<Latency> latencies, List<StartUp.Line> startUps) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What was written with {@code --json}. */
    static Figures read(Path file) {
        return JSON.readValue(file.toFile(), Figures.class);
    }

    static String json(Object figures) {
        return JSON.writeValueAsString(figures);
    }

    /** One line a pair, and what else there is. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        ratios.forEach(each -> lines.add(each.toString()));
        speeds.forEach(each -> lines.add(each.toString()));
        latencies.forEach(each -> lines.add(each.toString()));
        startUps.forEach(each -> lines.add(each.toString()));
        return lines;
    }

    /**
     * How fast a peer decides.
     *
     * @param perCpuSecond decisions for each second of processor time of the deciding thread, in each round
     * @param bytes what a decision allocates
     */
    record Speed(String workload, String peer, List<Double> perCpuSecond, long bytes) {

        /** What it did in the median round. */
        double median() {
            List<Double> sorted = perCpuSecond.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "speed %s %s %,.0f a CPU second, %,d bytes each", workload, peer, median(), bytes);
        }
    }

    /**
     * How many times as fast one is as another, above 1 it is faster; for members with a past, how many times as
     * long one takes.
     *
     * @param ratio the median of all rounds
     */
    record Ratio(String workload, String pair, double ratio, double min, double max, int rounds) {

        static Ratio of(String workload, String pair, List<Double> one, List<Double> other) {
            double[] each = new double[one.size()];
            for (int i = 0; i < each.length; i++) {
                each[i] = one.get(i) / other.get(i);
            }
            Arrays.sort(each);
            return new Ratio(workload, pair, each[each.length / 2], each[0], each[each.length - 1], each.length);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "ratio %s %s %.2f (min %.2f max %.2f, %d rounds)",
                    workload,
                    pair,
                    ratio,
                    min,
                    max,
                    rounds);
        }
    }

    /** How long a decision takes at a steady rate, in microseconds. */
    record Latency(String workload, String peer, int perSecond, double p50, double p99, double p999, double longest) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "latency %s %s p50 %.1f p99 %.1f p99.9 %.1f max %.1f us at %,d a second",
                    workload,
                    peer,
                    p50,
                    p99,
                    p999,
                    longest,
                    perSecond);
        }
    }
}
