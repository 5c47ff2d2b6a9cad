package org.regulars.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures as tables of Markdown, as they stand in the README. */
final class Table {

    /** What was aimed at, for the pairs of which something was. */
    private static final Map<String, String> AIMS = Map.ofEntries(
            Map.entry("20x5 regulars/naive-drools", "at least 3.0"),
            Map.entry("20x5 regulars/evrete", "at least 5"),
            Map.entry("20x5 regulars/easy-rules", "at least 1.6"),
            Map.entry("20x5 regulars/handwritten", "at least 0.05"),
            Map.entry("20x5 two-threads/one", "at least 1.8"),
            Map.entry("20x50 regulars/naive-drools", "above 1"),
            Map.entry("20x50 regulars/evrete", "above 1"),
            Map.entry("1000x5 regulars/naive-drools", "at least 2.5"),
            Map.entry("1000x5 regulars/evrete", "at least 25"),
            Map.entry("history 1000/10", "1"),
            Map.entry("history 100000/10", "1"),
            Map.entry("startup-20 regulars-kept/regulars-built", "at most 0.33"),
            Map.entry("startup-1000 regulars-kept/regulars-built", "at most 0.33"));

    private Table() {}

    /** The lines of the tables. */
    static List<String> of(Figures figures) {
        List<String> lines = new ArrayList<>();
        lines.add("Machine: " + figures.machine() + ".");
        ratios(figures, lines);
        speeds(figures, lines);
        latencies(figures, lines);
        startUps(figures, lines);
        return lines;
    }

    private static void ratios(Figures figures, List<String> lines) {
        head(lines, "| workload | pair | aim | ratio | min | max | rounds |", "|---|---|---|--:|--:|--:|--:|");
        for (Figures.Ratio each : figures.ratios()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | **%.2f** | %.2f | %.2f | %d |",
                    each.workload(),
                    each.pair(),
                    aim(each.workload() + " " + each.pair()),
                    each.ratio(),
                    each.min(),
                    each.max(),
                    each.rounds()));
        }
    }

    private static void speeds(Figures figures, List<String> lines) {
        head(lines, "| workload | who | decisions a CPU second | bytes a decision |", "|---|---|--:|--:|");
        for (Figures.Speed each : figures.speeds()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | %,d |",
                    each.workload(),
                    each.peer(),
                    each.median(),
                    each.bytes()));
        }
    }

    private static void latencies(Figures figures, List<String> lines) {
        head(
                lines,
                "| workload | who | decisions a second | p50, µs | p99, µs | p99.9, µs | longest, µs |",
                "|---|---|--:|--:|--:|--:|--:|");
        for (Figures.Latency each : figures.latencies()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,d | %,.1f | %,.1f | %,.1f | %,.1f |",
                    each.workload(),
                    each.peer(),
                    each.perSecond(),
                    each.p50(),
                    each.p99(),
                    each.p999(),
                    each.longest()));
        }
    }

    private static void startUps(Figures figures, List<String> lines) {
        if (figures.startUps().isEmpty()) {
            return;
        }
        head(
                lines,
                "| to the first decision | aim | ratio | min | max | rounds | CPU ms | and |",
                "|---|---|--:|--:|--:|--:|--:|--:|");
        for (StartUp.Line each : figures.startUps()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | **%.2f** | %.2f | %.2f | %d | %,d | %,d |",
                    each.name(),
                    aim(each.name()),
                    each.middle(),
                    each.ratios().get(0),
                    each.ratios().get(each.ratios().size() - 1),
                    each.ratios().size(),
                    each.millis().get(0),
                    each.millis().get(1)));
        }
    }

    private static String aim(String pair) {
        return AIMS.getOrDefault(pair, "");
    }

    private static void head(List<String> lines, String names, String rule) {
        lines.add("");
        lines.add(names);
        lines.add(rule);
    }
}
