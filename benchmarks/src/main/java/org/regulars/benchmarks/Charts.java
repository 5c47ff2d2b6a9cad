package org.regulars.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.regulars.benchmarks.Svg.Point;

/** Figures as drawings. A dot is the median of the rounds, the bar through it goes from the least to the most. */
final class Charts {

    static final String THROUGHPUT = "throughput.svg";
    static final String HISTORY = "history.svg";

    /** Told apart by the colour-blind too. */
    private static final Map<String, String> COLOURS = Map.of(
            Peers.REGULARS, "#d55e00",
            Peers.NAIVE_DROOLS, "#0072b2",
            Peers.EVRETE, "#009e73",
            Peers.EASY_RULES, "#b0569a",
            Peers.HANDWRITTEN, "#555555");

    private static final String GRID = "#dddddd";
    private static final String AXIS = "#222222";
    private static final int WIDTH = 900;
    private static final int HEIGHT = 470;
    private static final double TOP = 76;
    private static final double BOTTOM = 400;
    private static final double LABEL = 16;

    private Charts() {}

    /** Draws all of them into a directory. */
    static void write(Figures figures, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(THROUGHPUT), throughput(figures));
        Files.writeString(directory.resolve(HISTORY), history(figures));
    }

    /** Decisions a second by lines, for few rules on the left and many on the right. */
    static String throughput(Figures figures) {
        List<Figures.Speed> speeds = figures.speeds().stream()
                .filter(each -> !each.workload().equals(History.NAME))
                .toList();
        int least = (int) Math.floor(
                Math.log10(speeds.stream().mapToDouble(Charts::least).min().orElse(1)));
        int most = (int) Math.ceil(
                Math.log10(speeds.stream().mapToDouble(Charts::most).max().orElse(10)));
        Svg svg = new Svg(WIDTH, HEIGHT, "Decisions a second, by rules and lines");
        svg.upright(18, (TOP + BOTTOM) / 2, "decisions for each second of processor time (log scale)");
        panel(svg, speeds, 20, "20 rules", 125, 345, least, most);
        panel(svg, speeds, 1000, "1,000 rules", 550, 780, least, most);
        svg.text(WIDTH / 2.0, 458, "middle", "font-size=\"12\" fill=\"#555\"", "One thread. " + figures.machine());
        return svg.toString();
    }

    private static void panel(
            Svg svg,
            List<Figures.Speed> speeds,
            int rules,
            String title,
            double left,
            double right,
            int least,
            int most) {
        double height = (BOTTOM - TOP) / (most - least);
        svg.text((left + right) / 2, TOP - 16, "middle", "font-weight=\"bold\"", title);
        for (int power = least; power <= most; power++) {
            double y = BOTTOM - (power - least) * height;
            svg.line(left, y, right, y, power == least ? AXIS : GRID);
            svg.text(left - 8, y + 4, "end", "", String.format(Locale.ROOT, "%,.0f", Math.pow(10, power)));
        }
        List<Workload> workloads = new ArrayList<>();
        for (Workload workload : Workload.values()) {
            if (workload.rules() == rules) {
                workloads.add(workload);
                double x = x(workload.lines(), 1, 50, left, right);
                svg.line(x, BOTTOM, x, BOTTOM + 5, AXIS);
                svg.text(x, BOTTOM + 20, "middle", "", Integer.toString(workload.lines()));
            }
        }
        svg.text((left + right) / 2, BOTTOM + 38, "middle", "", "lines of the purchase (log scale)");
        List<Label> labels = new ArrayList<>();
        COLOURS.keySet().stream().sorted().forEach(peer -> {
            List<Point> points = new ArrayList<>();
            for (Workload workload : workloads) {
                speeds.stream()
                        .filter(each ->
                                each.peer().equals(peer) && each.workload().equals(workload.toString()))
                        .forEach(each -> {
                            double x = x(workload.lines(), 1, 50, left, right);
                            svg.line(
                                    x,
                                    BOTTOM - (Math.log10(least(each)) - least) * height,
                                    x,
                                    BOTTOM - (Math.log10(most(each)) - least) * height,
                                    colour(peer));
                            points.add(new Point(x, BOTTOM - (Math.log10(each.median()) - least) * height));
                        });
            }
            if (!points.isEmpty()) {
                svg.curve(points, colour(peer), peer.equals(Peers.REGULARS) ? 3 : 1.5);
                points.forEach(point -> svg.dot(point, colour(peer)));
                Point last = points.get(points.size() - 1);
                labels.add(new Label(peer, last.x() + 10, last.y() + 4));
            }
        });
        apart(labels).forEach(label -> label.on(svg));
    }

    /** What a member with a past costs. */
    static String history(Figures figures) {
        List<Figures.Speed> speeds = figures.speeds().stream()
                .filter(each -> each.workload().equals(History.NAME))
                .toList();
        double left = 110;
        double right = WIDTH - 110;
        double slowest =
                speeds.stream().mapToDouble(each -> micros(least(each))).max().orElse(1);
        double step = step(slowest);
        int steps = (int) Math.ceil(slowest / step) + 1;
        double height = (BOTTOM - TOP) / steps;
        Svg svg = new Svg(WIDTH, HEIGHT, "Cost of a decision against the member's history");
        svg.upright(30, (TOP + BOTTOM) / 2, "processor time of a decision, µs");
        for (int i = 0; i <= steps; i++) {
            double y = BOTTOM - i * height;
            svg.line(left, y, right, y, i == 0 ? AXIS : GRID);
            svg.text(left - 8, y + 4, "end", "", String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", i * step));
        }
        List<Point> points = new ArrayList<>();
        for (Figures.Speed each : speeds) {
            int past = Integer.parseInt(each.peer().substring(History.AFTER.length()));
            double x = x(past, 10, 100_000, left + 60, right - 60);
            double perMicro = height / step;
            svg.line(x, BOTTOM, x, BOTTOM + 5, AXIS);
            svg.text(x, BOTTOM + 20, "middle", "", String.format(Locale.ROOT, "%,d", past));
            svg.line(
                    x,
                    BOTTOM - micros(least(each)) * perMicro,
                    x,
                    BOTTOM - micros(most(each)) * perMicro,
                    colour(Peers.REGULARS));
            Point point = new Point(x, BOTTOM - micros(each.median()) * perMicro);
            svg.text(
                    x,
                    BOTTOM - micros(least(each)) * perMicro - 10,
                    "middle",
                    "",
                    String.format(Locale.ROOT, "%.1f µs", micros(each.median())));
            points.add(point);
        }
        svg.curve(points, colour(Peers.REGULARS), 3);
        points.forEach(point -> svg.dot(point, colour(Peers.REGULARS)));
        svg.text((left + right) / 2, BOTTOM + 38, "middle", "", "purchases the member has made before (log scale)");
        svg.text(
                WIDTH / 2.0,
                458,
                "middle",
                "font-size=\"12\" fill=\"#555\"",
                "20 rules, 5 lines, one thread. " + figures.machine());
        return svg.toString();
    }

    /** The name of a line at its end. */
    private record Label(String peer, double x, double y) {

        void on(Svg svg) {
            svg.text(x, y, "start", "fill=\"" + colour(peer) + "\"", peer);
        }
    }

    /** Moves labels up where they would stand in each other's way. */
    private static List<Label> apart(List<Label> labels) {
        List<Label> sorted = new ArrayList<>(labels);
        sorted.sort(Comparator.comparingDouble(Label::y).reversed());
        List<Label> placed = new ArrayList<>();
        for (Label label : sorted) {
            double highest = placed.isEmpty() ? label.y : placed.get(placed.size() - 1).y - LABEL;
            placed.add(new Label(label.peer, label.x, Math.min(label.y, highest)));
        }
        Collections.reverse(placed);
        return placed;
    }

    private static double x(double value, double least, double most, double left, double right) {
        return left + 20 + (right - left - 40) * Math.log(value / least) / Math.log(most / least);
    }

    /** A round number that divides what is shown into five or so. */
    private static double step(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most / 5)));
        double times = most / 5 / power;
        return power * (times > 5 ? 10 : times > 2 ? 5 : times > 1 ? 2 : 1);
    }

    private static double micros(double perSecond) {
        return 1e6 / perSecond;
    }

    private static double least(Figures.Speed speed) {
        return Collections.min(speed.perCpuSecond());
    }

    private static double most(Figures.Speed speed) {
        return Collections.max(speed.perCpuSecond());
    }

    private static String colour(String peer) {
        return COLOURS.getOrDefault(peer, AXIS);
    }
}
