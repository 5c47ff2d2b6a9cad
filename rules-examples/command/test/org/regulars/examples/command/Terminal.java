package org.regulars.examples.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command as it is typed, and what it then says. */
final class Terminal {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T07:15:00Z"), ZoneOffset.UTC);

    private Terminal() {}

    /** What was written to the two outputs, and how it ended. */
    record Said(int code, String out, String err) {}

    static Said types(Object... words) {
        return types(Help.Ansi.OFF, words);
    }

    static Said typesInColour(Object... words) {
        return types(Help.Ansi.ON, words);
    }

    private static Said types(Help.Ansi colours, Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = RegularsCommand.commandLine(CLOCK)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(Help.defaultColorScheme(colours));
        int code = command.execute(Arrays.stream(words)
                .map(word -> word instanceof Path path ? path.toString() : (String) word)
                .toArray(String[]::new));
        return new Said(
                code, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }
}
