package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Loading is bounded, too: what would take compilers minutes is refused before they see it. */
class LoadBoundsTest {

    private static final String BONUS = "insert( Bonus.of( 1, \"x\" ) );\n";
    private static final String GOOD = rule("Paid()", BONUS);

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "more than 1000 values",
                        rule("PaidItem( line in ( " + joined(1001, ", ", i -> "" + i) + " ) )", BONUS)),
                Arguments.of("more than 30 facts", rule("Paid()\n".repeat(31), BONUS)),
                Arguments.of(
                        "more than 30 facts",
                        rule("Paid() not( " + joined(31, " and ", i -> "PaidItem( line == " + i + " )") + " )", BONUS)),
                Arguments.of(
                        "more than 100 conditions",
                        rule("PaidItem( " + joined(101, ", ", i -> "line != " + i) + " )", BONUS)),
                Arguments.of("more than 16 ways", rule("Paid() or ".repeat(16) + "Paid()", BONUS)),
                Arguments.of("more than 100 lines", rule("Paid()", BONUS.repeat(101))),
                Arguments.of("more than 100 lines", rule("Paid()", "if ( true ) { " + BONUS.repeat(100) + "}")),
                Arguments.of(
                        "more than 30 words",
                        rule("Paid()", "insert( Bonus.of( 1, \"x\" )" + ".expiringAfterDays( 1 )".repeat(31) + " );")),
                Arguments.of("more than 30 words", rule("Paid( member" + ".tier".repeat(31) + " != null )", BONUS)),
                Arguments.of(
                        "more than 50000 letters",
                        rule("Paid( purchase.id == \"" + "x".repeat(50_000) + "\" )", BONUS)),
                Arguments.of("more than 500 letters", GOOD.replace("\"1\"", "\"" + "x y".repeat(200) + "\"")),
                Arguments.of(
                        "the bound 'text'", GOOD.replace("when", "@says( \"" + "x y".repeat(5_000) + "\" ) when")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void what_no_merchant_writes_is_refused(String what, String text) {
        RuleSetException refused = refused(RuleSet.loader(), text);

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains(what).contains("Maybe");
            assertThat(problem.line()).isPositive();
            assertThat(problem.message()).hasSizeLessThanOrEqualTo(400);
        });
    }

    @Test
    void as_much_as_is_allowed_is_loaded() {
        String all = "rule \"" + "x".repeat(500) + "\" when PaidItem( line in ( " + joined(1000, ", ", i -> "" + i)
                + " ) ) " + "exists Paid() ".repeat(29) + "then " + BONUS.repeat(100) + "end";

        try (RuleSet rules = RuleSet.fromText(all)) {
            assertThat(rules.offers()).hasSize(1);
        }
    }

    @Test
    void all_files_together_are_bounded() {
        Map<String, String> two = Map.of("a.drl", GOOD, "b.drl", GOOD.replace("\"1\"", "\"2\""));

        assertThat(refused(RuleSet.loader().within(Bounds.standard().withRules(1)), two)
                        .getMessage())
                .contains("There are 2 rules, and 1 are the most (the bound 'rules')");
        assertThat(refused(RuleSet.loader().within(Bounds.standard().withAllLetters(100)), two)
                        .getMessage())
                .contains("letters together, and 100 are the most (the bound 'allLetters')");
    }

    @Test
    void a_file_with_too_much_in_it_is_looked_at_by_nothing_else() {
        String bad = rule("PaidItm( (((((((amount > 1))))))) )", "insrt( x );");

        assertThat(refused(RuleSet.loader(), bad).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("the bound 'nesting'"));
    }

    @Test
    void what_trusted_files_have_too_much_of_is_told_all_the_same() {
        String chain =
                rule("Paid()", "insert( Bonus.of( 1, \"x\" )" + ".expiringAfterDays( 1 )".repeat(20_000) + " );");

        assertThat(refused(RuleSet.loader().trusted(), chain).problems()).isNotEmpty();
    }

    @Test
    void a_file_larger_than_all_may_be_is_not_taken_into_memory(@TempDir Path folder) throws Exception {
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("large.drl").toFile(), "rw")) {
            large.setLength(8L * 1024 * 1024 * 1024);
        }
        Files.writeString(folder.resolve("small.drl"), GOOD);

        assertThat(RuleSet.loader().check(folder))
                .extracting(RuleProblem::toString)
                .contains("large.drl: makes the rule files more than 16 megabytes. Maybe it is no rule file?");
    }

    @Test
    void a_long_line_is_shown_around_what_is_wrong_in_it() {
        String text = "rule \"1\" when Paid( " + "amount > 1, ".repeat(100) + "amout > 1, " + "amount > 1, ".repeat(100)
                + "amount > 1 ) then " + BONUS + "end";

        String shown = refused(RuleSet.loader(), text).problems().get(0).shown();
        String[] lines = shown.split("\n");

        assertThat(shown).hasSizeLessThan(700);
        assertThat(lines[1].substring(lines[2].indexOf('^'))).startsWith("amout > 1, amount");
        assertThat(lines[1].strip()).startsWith("…").endsWith("…");
    }

    @Test
    void a_problem_is_cut_in_the_middle_so_that_its_end_still_helps() {
        RuleProblem problem = new RuleProblem(
                "a.drl", 1, 1, RuleProblem.Severity.ERROR, "There is no " + "x y ".repeat(1_000) + ". Maybe z?", "");

        assertThat(problem.message())
                .hasSizeLessThanOrEqualTo(400)
                .startsWith("There is no x y")
                .endsWith(". Maybe z?");
    }

    private static RuleSetException refused(RuleLoader loader, String text) {
        return refused(loader, Map.of("rules.drl", text));
    }

    private static RuleSetException refused(RuleLoader loader, Map<String, String> texts) {
        RuleSetException refused = catchThrowableOfType(
                RuleSetException.class, () -> loader.fromTexts(texts).close());
        assertThat(refused).isNotNull();
        return refused;
    }

    private static String rule(String when, String then) {
        return "rule \"1\"\nwhen\n" + when + "\nthen\n" + then + "end\n";
    }

    private static String joined(int count, String between, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
    }
}
