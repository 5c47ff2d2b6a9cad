package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/** Good rules load without a word, and whatever a slip of the hand makes of them, the check says something of it or nothing. */
class MutatedRulesTest {

    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```drl\\n(.*?)^```$");
    private static final Pattern RULE = Pattern.compile("(?ms)^rule .*?^end$");
    private static final Pattern PIECE = Pattern.compile("\\w+|\\s+|.", Pattern.DOTALL);
    private static final Pattern NOT_FOR_MERCHANTS =
            Pattern.compile("\\borg\\.|\\bjava\\.|\\[ERR|\\bnull\\b|Exception|BigDecimal|mismatched|viable|LambdaE");
    private static final String KEYS = "\"();,.=$@ \n'{}[]<>&|\\%\u00e9\u201c\u00a00x";

    private static final List<String> GOOD = goodFiles();
    private static final List<String> RULES = GOOD.stream()
            .flatMap(text -> RULE.matcher(text).results().map(found -> found.group() + "\n"))
            .distinct()
            .toList();

    @Test
    void every_good_rule_file_there_is_has_no_problem_in_it() {
        assertThat(GOOD).hasSizeGreaterThan(40);
        for (String text : GOOD) {
            try (RuleSet rules = loader().fromText(text)) {
                // What the application gives, nobody can see in rules.
                assertThat(rules.warnings())
                        .filteredOn(warning -> !warning.message().startsWith("Nothing in these files gives"))
                        .as(text)
                        .isEmpty();
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void a_slip_of_the_hand_is_told_within_the_file_or_does_no_harm(@ForAll long seed) {
        Random random = new Random(seed);
        String text = RULES.get(random.nextInt(RULES.size())) + RULES.get(random.nextInt(RULES.size()));
        int slips = 1 + random.nextInt(3);
        for (int i = 0; i < slips; i++) {
            text = slipped(text, random);
        }
        RuleProblems found = RuleProblems.of(text);

        long lines = text.lines().count();
        assertThat(found.problems()).as(text).allSatisfy(problem -> {
            assertThat(problem.line()).isBetween(0, (int) Math.max(1, lines));
            assertThat(problem.column()).isBetween(0, problem.source().length() + 1);
            assertThat(problem.message()).doesNotContainPattern(NOT_FOR_MERCHANTS);
        });
    }

    @Tag("soak")
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void slips_of_the_hand_for_long(@ForAll long seed) {
        a_slip_of_the_hand_is_told_within_the_file_or_does_no_harm(seed);
    }

    /**
     * What is found wrong with a text.
     *
     * @param problems all of it; empty if it loads
     */
    private record RuleProblems(List<RuleProblem> problems) {

        static RuleProblems of(String text) {
            try (RuleSet rules = loader().fromText(text)) {
                return new RuleProblems(rules.warnings());
            } catch (RuleSetException e) {
                assertThat(e.problems()).isNotEmpty();
                return new RuleProblems(e.problems());
            }
        }
    }

    private static String slipped(String text, Random random) {
        int how = random.nextInt(3);
        if (how == 0) {
            return letter(text, random);
        }
        List<String> pieces = new ArrayList<>(
                how == 1
                        ? PIECE.matcher(text)
                                .results()
                                .map(found -> found.group())
                                .toList()
                        : text.lines().map(line -> line + "\n").toList());
        if (pieces.isEmpty()) {
            return text;
        }
        int at = random.nextInt(pieces.size());
        switch (random.nextInt(3)) {
            case 0 -> pieces.remove(at);
            case 1 -> pieces.add(at, pieces.get(random.nextInt(pieces.size())));
            default -> Collections.swap(pieces, at, random.nextInt(pieces.size()));
        }
        return String.join("", pieces);
    }

    private static String letter(String text, Random random) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        String before = text.substring(0, at);
        String behind = text.substring(at + 1);
        char key = KEYS.charAt(random.nextInt(KEYS.length()));
        return switch (random.nextInt(4)) {
            case 0 -> before + behind;
            case 1 -> before + text.charAt(at) + text.charAt(at) + behind;
            case 2 -> before + key + behind;
            default -> before + key + text.charAt(at) + behind;
        };
    }

    /** With the fact that a page declares. */
    private static RuleLoader loader() {
        return RuleSet.loader().facts(OwnFactsTest.Weather.class);
    }

    private static List<String> goodFiles() {
        List<String> texts = new ArrayList<>();
        try {
            for (Path folder : List.of(
                    Path.of("src/test/resources/cases"),
                    Path.of("src/test/resources/rules"),
                    Path.of("../rules-examples"))) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".drl")
                                    && !path.toString().contains("target"))
                            .sorted()
                            .toList()) {
                        texts.add(Files.readString(file));
                    }
                }
            }
            for (String page :
                    List.of("README.md", "docs/embedding.md", "docs/testing-rules.md", "docs/writing-rules.md")) {
                // All rules of a page are one program: what one snippet defines another uses.
                texts.add(SNIPPET.matcher(Files.readString(Path.of("..").resolve(page)))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.joining("\n")));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(texts);
    }
}
