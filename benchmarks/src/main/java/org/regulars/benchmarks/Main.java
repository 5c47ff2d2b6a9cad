package org.regulars.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@code benchmarks.jar} does: one of its commands, or whatever JMH makes of its arguments. */
public final class Main {

    private Main() {}

    /** Runs one of the commands. */
    public static void main(String[] args) throws Exception {
        String command = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (command) {
            case "compare" -> compare(List.of(rest));
            case "start-up" -> startUp(new ArrayList<>(List.of(rest)));
            case "profile" ->
                Profile.of(Workload.of(rest[0]), Duration.ofSeconds(15)).forEach(System.out::println);
            case "table" -> Table.of(Figures.read(Path.of(rest[0]))).forEach(System.out::println);
            case "charts" -> Charts.write(Figures.read(Path.of(rest[0])), Path.of(rest[1]));
            case "worker" -> Worker.serve(rest);
            default -> org.openjdk.jmh.Main.main(args);
        }
    }

    private static void compare(List<String> options) throws IOException, InterruptedException {
        try {
            Figures figures = options.contains("--quick")
                    ? Compare.quick()
                    : options.contains("--record") ? Compare.forTheRecord() : Compare.all();
            print(options.contains("--json"), figures, figures.lines());
        } catch (Check.WrongAnswer e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void startUp(List<String> options) throws IOException, InterruptedException {
        boolean json = options.remove("--json");
        List<StartUp.Line> lines = StartUp.measured(options.isEmpty() ? 5 : Integer.parseInt(options.get(0)));
        print(json, lines, lines);
    }

    private static void print(boolean json, Object figures, List<?> lines) {
        if (json) {
            System.out.println(Figures.json(figures));
        } else {
            lines.forEach(System.out::println);
        }
    }
}
