package org.regulars.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * What a comparison found.
 *
 * @param machine the JVM and how many cores it had
 */
record Figures(String machine, List<Speed> speeds, List<Ratio> ratios, List<Latency> latencies) {

    /**
     * How fast a peer decides.
     *
     * @param perCpuSecond decisions for each second of processor time of the deciding thread, in each round
     * @param bytes what a decision allocates
     */
    record Speed(String workload, String peer, List<Double> perCpuSecond, long bytes) {}

    /**
     * How many times as fast one is as another; above 1 it is faster.
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
    }

    /** How long a decision takes at a steady rate, in microseconds. */
    record Latency(String workload, String peer, int perSecond, double p50, double p99, double p999, double longest) {}
}
