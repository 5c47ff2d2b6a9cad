package org.regulars.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.regulars.RuleSet;

/**
 * What the READMEs show is so: the receipts are what the program prints, and the changes they propose
 * fit the rules and give rules that load.
 */
class ReadmeTest {

    private static final Pattern MAIN_CLASS = Pattern.compile("-Dexec\\.mainClass=([\\w.]+)");

    private static final Pattern HUNK = Pattern.compile("((?:-.*\n)+)((?:\\+.*\n)*)");
    private static final Pattern SIGN = Pattern.compile("(?m)^[-+]");

    static List<Path> folders() {
        return Programs.folders();
    }

    /** Every change of lines that a README proposes, with its first line to tell it by. */
    static Stream<Arguments> changes() {
        return inEveryReadme("diff");
    }

    /** Every rule a README shows, with its first line to tell it by. */
    static Stream<Arguments> rules() {
        return inEveryReadme("drl");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void the_receipts_are_what_the_program_prints(Path folder) throws ReflectiveOperationException {
        String printed = (String) main(folder).getMethod("receipts").invoke(null);

        assertThat(blocks(folder, "text"))
                .isNotEmpty()
                .allSatisfy(receipt -> assertThat(printed).contains(receipt));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void every_rule_file_is_spoken_of(Path folder) {
        assertThat(Programs.ruleFiles(folder))
                .allSatisfy(file -> assertThat(Programs.text(folder.resolve("README.md")))
                        .contains(String.valueOf(file.getFileName())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("changes")
    void each_change_of_lines_fits_a_rule_file_and_gives_rules_that_load(Path folder, String name, String change) {
        List<Path> fitting = new ArrayList<>();
        for (Path file : Programs.ruleFiles(folder)) {
            String changed = applied(change, Programs.text(file));
            if (!changed.equals(Programs.text(file))) {
                fitting.add(file);
                assertLoads(file, changed);
            }
        }
        assertThat(fitting).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rules")
    void each_rule_shown_is_in_a_rule_file_or_can_be_added_to_any(Path folder, String name, String rules) {
        if (Programs.ruleFiles(folder).stream()
                .noneMatch(file -> Programs.text(file).contains(rules))) {
            Programs.ruleFiles(folder).forEach(file -> assertLoads(file, Programs.text(file) + "\n" + rules));
        }
    }

    private static void assertLoads(Path file, String changed) {
        assertThat(HouseStyle.problems(String.valueOf(file.getFileName()), changed))
                .isEmpty();
        RuleSet.fromText(changed).close();
    }

    /** The text with every run of lines that begin with '-' replaced by the run with '+' below it. */
    private static String applied(String change, String text) {
        String applied = text;
        Matcher hunk = HUNK.matcher(change);
        while (hunk.find()) {
            String before = SIGN.matcher(hunk.group(1)).replaceAll("");
            if (!applied.contains(before)) {
                return text;
            }
            applied = applied.replace(before, SIGN.matcher(hunk.group(2)).replaceAll(""));
        }
        return applied;
    }

    private static Class<?> main(Path folder) throws ClassNotFoundException {
        return Class.forName(MAIN_CLASS
                .matcher(Programs.text(folder.resolve("README.md")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow());
    }

    private static List<String> blocks(Path folder, String language) {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(Programs.text(folder.resolve("README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Stream<Arguments> inEveryReadme(String language) {
        return folders().stream()
                .flatMap(folder -> blocks(folder, language).stream()
                        .map(block ->
                                Arguments.of(folder, block.lines().findFirst().orElse(""), block)));
    }
}
