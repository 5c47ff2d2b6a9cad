package org.regulars.examples.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.regulars.RuleLoader;
import org.regulars.RuleSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where the rules are and what their words can be, for every command that reads rules. */
final class RulePath {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            index = "0",
            paramLabel = "DIRECTORY",
            description = "Where the rules are: a directory with .drl files in it or below it, or one .drl file.")
    private Path path;

    @Option(
            names = "--values",
            paramLabel = "FIELD=VALUES",
            description = {
                "All that a field can be, so that a misspelt one is an error: --values category=coffee,tea.",
                "Can be given for several fields."
            })
    private Map<String, String> values = new LinkedHashMap<>();

    /** The rules, checked and compiled. */
    RuleSet load() {
        return load(RuleSet.loader());
    }

    /** The rules, with a warning for every offer that has ended before this day. */
    RuleSet loadAsOf(LocalDate today) {
        return load(RuleSet.loader().asOf(today));
    }

    private RuleSet load(RuleLoader bare) {
        RuleLoader loader = bare;
        for (Map.Entry<String, String> field : values.entrySet()) {
            loader = loader.values(field.getKey(), field.getValue().split("\\s*,\\s*", -1));
        }
        refuseIfMissing();
        return Files.isDirectory(path) ? loader.fromDirectory(path) : loader.fromFiles(path);
    }

    /** How many rule files there are. */
    int files() {
        if (!Files.isDirectory(path)) {
            return 1;
        }
        try (Stream<Path> below = Files.walk(path)) {
            return (int) below.filter(file -> file.toString().endsWith(".drl"))
                    .filter(Files::isRegularFile)
                    .filter(file -> Stream.iterate(path.relativize(file), name -> name != null, Path::getParent)
                            .noneMatch(name -> name.getFileName().toString().startsWith(".")))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseIfMissing() {
        if (!Files.exists(path)) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is no directory or rule file " + path.toAbsolutePath() + ". Maybe the path is wrong?");
        }
    }
}
