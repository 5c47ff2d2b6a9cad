package org.regulars.benchmarks;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What {@code benchmarks.jar} does: {@code compare}, or whatever JMH makes of its arguments. */
public final class Main {

    private Main() {}

    /** Runs one of the commands. */
    public static void main(String[] args) throws Exception {
        String command = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (command) {
            case "compare" -> compare(List.of(rest));
            case "worker" -> Worker.serve(rest);
            default -> org.openjdk.jmh.Main.main(args);
        }
    }

    private static void compare(List<String> options) {
        try {
            Figures figures = options.contains("--quick") ? Compare.quick() : Compare.all();
            if (options.contains("--json")) {
                System.out.println(JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(figures));
            } else {
                Compare.lines(figures).forEach(System.out::println);
            }
        } catch (Check.WrongAnswer e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
