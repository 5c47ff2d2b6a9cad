package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regulars.internal.check.RuleCheck;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.Vocabulary;

/** Of good rules the check says nothing at all: neither an error nor a warning. */
class GoodRulesTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```drl\\n(.*?)^```$");

    /** What the members of a test have from elsewhere, as an application would declare it. */
    private static final Map<String, Set<String>> FROM_ELSEWHERE = Map.of(
            "kind",
            Set.of(
                    "bagel stamps",
                    "card balance",
                    "club points",
                    "coming reward",
                    "credits",
                    "miles",
                    "nights",
                    "points",
                    "reward",
                    "spend",
                    "visits"));

    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String root : List.of("src/test/resources/cases", "src/test/resources/rules", "../rules-examples")) {
            try (Stream<Path> below = Files.walk(Path.of(root))) {
                below.filter(path -> path.toString().endsWith(".drl"))
                        .filter(path -> !path.toString().contains("target"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> below = Files.walk(Path.of(".."), 3)) {
            return below.filter(path -> path.toString().endsWith(".md"))
                    .filter(path -> !path.toString().contains("target"))
                    .filter(path -> BLOCK.matcher(text(path)).find())
                    // Rules that a program's page shows stand on its rule file; the examples' own test adds them to it.
                    .filter(path -> !path.startsWith(Path.of("..", "rules-examples")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_rule_file_that_is_used_has_no_problems(Path file) {
        assertThat(told(text(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_rules_of_a_page_have_no_problems(Path page) {
        String rules =
                BLOCK.matcher(text(page)).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));

        assertThat(told(rules)).isEmpty();
    }

    @Test
    void there_are_files_and_pages_to_look_at() throws IOException {
        assertThat(files()).hasSizeGreaterThan(40);
        assertThat(pages()).hasSizeGreaterThan(2);
    }

    private static List<String> told(String rules) {
        Problems problems = new Problems();
        new RuleCheck(new Vocabulary(Map.of("Weather", OwnFactsTest.Weather.class), FROM_ELSEWHERE), problems)
                .check(List.of(new RuleFile("rules.drl", rules)));
        return problems.all().stream().map(RuleProblem::shown).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
