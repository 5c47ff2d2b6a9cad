package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regulars.RuleProblem.Severity;

/**
 * Mistakes that merchants make, each in a file of otherwise good rules, and word for word what is said of each.
 *
 * <p>A mistake is a file {@code mistakes/NAME.drl}; beside it {@code NAME.expected} holds what the checker says, each problem
 * as {@link RuleProblem#shown}. Run with {@code -Dmistakes.write=true} to have those written that are not there yet, and read
 * them with a merchant's eye before keeping them.
 */
public class MistakesTest {

    private static final Path MISTAKES = Path.of("src/test/resources/mistakes");

    /** What no merchant should have to read. */
    private static final Pattern NOT_FOR_MERCHANTS =
            Pattern.compile("\\borg\\.|\\bjava\\.|ERR|\\bnull\\b|Exception|BigDecimal|token|mismatched|viable|LambdaE");

    @TempDir
    private Path directory;

    static List<String> mistakes() throws IOException {
        try (Stream<Path> files = Files.list(MISTAKES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".drl"))
                    .map(name -> name.substring(0, name.length() - ".drl".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_told_where_it_is_and_in_words_a_merchant_knows(String name) throws IOException {
        Path rules = directory.resolve(name + ".drl");
        Files.copy(MISTAKES.resolve(name + ".drl"), rules);
        RuleLoader loader = loader();

        List<RuleProblem> problems = loader.check(directory);

        String told = shown(problems);
        Path expected = MISTAKES.resolve(name + ".expected");
        if (Boolean.getBoolean("mistakes.write") && !Files.exists(expected)) {
            Files.writeString(expected, told);
        }
        assertThat(told).isEqualTo(Files.readString(expected)).isNotBlank();
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.message()).doesNotContainPattern(NOT_FOR_MERCHANTS);
            assertThat(problem.message()).contains("Maybe").endsWith("?");
            assertThat(problem.line()).isPositive();
        });
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            RuleSetException refused =
                    catchThrowableOfType(RuleSetException.class, () -> loader.fromDirectory(directory));
            assertThat(refused.problems()).isEqualTo(problems);
        } else {
            try (RuleSet loaded = loader.fromDirectory(directory)) {
                assertThat(loaded.warnings()).isEqualTo(problems);
            }
        }
    }

    @Test
    void all_mistakes_in_one_directory_are_told_at_once_and_each_in_its_own_file() throws IOException {
        List<String> errors = mistakes().stream()
                .filter(name -> name.startsWith("text-") || name.startsWith("structure-"))
                .toList();
        for (String name : errors) {
            Files.copy(MISTAKES.resolve(name + ".drl"), directory.resolve(name + ".drl"));
        }

        List<RuleProblem> problems = loader().check(directory);

        for (String name : errors) {
            List<RuleProblem> its = problems.stream()
                    .filter(problem -> problem.file().equals(name + ".drl"))
                    .filter(problem -> !problem.message().startsWith("There is already a rule"))
                    .toList();
            assertThat(shown(its)).as(name).isEqualTo(Files.readString(MISTAKES.resolve(name + ".expected")));
        }
    }

    private static RuleLoader loader() {
        return RuleSet.loader().values("category", "coffee", "tea", "cake").facts(Weather.class);
    }

    private static String shown(List<RuleProblem> problems) {
        return problems.stream().map(problem -> problem.shown() + "\n").collect(Collectors.joining());
    }

    /** A fact of the application's own. */
    public record Weather(boolean raining, int degrees) {}
}
