package org.regulars.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulars.Bounds;
import org.regulars.Outcome;
import org.regulars.RuleSet;
import org.regulars.RuleSetException;

/** Texts so large or so deep that no file of them is kept: they are refused in words, or decide, and soon. */
class HostileTextsTest {

    private static final Bounds SMALL =
            Bounds.standard().withTime(Duration.ofSeconds(2)).withSteps(1_000_000);
    private static final String BONUS = "insert( Bonus.of( 1, \"points\" ) );\n";
    private static final String GOOD = rule("1 point", "Paid()", BONUS);

    static Stream<Arguments> texts() {
        return Stream.of(
                text("a file of a million and one spaces", GOOD + " ".repeat(1_000_001)),
                text("900,000 spaces before the rule", " ".repeat(900_000) + GOOD),
                text("200,000 blank lines before the rule", "\n".repeat(200_000) + GOOD),
                text("a remark of 900,000 letters", "// " + "x".repeat(900_000) + "\n" + GOOD),
                text("a remark that never ends, of 900,000 letters", GOOD + "/* " + "x ".repeat(450_000)),
                text("100,000 beginnings of a remark", "/* ".repeat(100_000)),
                text("a text that never ends, of 900,000 letters", rule("1", "Paid( \"" + "x".repeat(900_000), BONUS)),
                text("100,000 quotation marks", "\"".repeat(100_001)),
                text("100,000 backslashes", rule("1", "Paid( \"" + "\\".repeat(100_001) + "\" != null )", BONUS)),
                text("a name of 80,000 letters", rule("1" + "x".repeat(80_000), "Paid()", BONUS)),
                text("a name of 900,000 letters", rule("1" + "x".repeat(900_000), "Paid()", BONUS)),
                text("a word of 900,000 letters", "rule " + "x".repeat(900_000)),
                text("a benefit of 500,000 letters", then("insert( Benefit.of( \"" + "x".repeat(500_000) + "\" ) );")),
                text("an amount of 60,000 digits", then("insert( Earn.of( \"" + "9".repeat(60_000) + "\", \"x\" ) );")),
                text("a number of 100,000 digits", rule("1", "Paid( amount < 1" + "0".repeat(100_000) + " )", BONUS)),
                text(
                        "parentheses 1,000 deep in a condition",
                        rule("1", deep("Paid( ", 1_000, "amount > 1", " )"), BONUS)),
                text("parentheses 100,000 deep in a condition", rule("1", deep("Paid( ", 100_000, "1", " )"), BONUS)),
                text("parentheses 1,000 deep in a decision", then(deep("insert( ", 1_000, "null", " );"))),
                text("parentheses 100,000 deep in a decision", then(deep("insert( ", 100_000, "null", " );"))),
                text("patterns 1,000 deep in parentheses", rule("1", deep("", 1_000, "Paid()", ""), BONUS)),
                text("braces 1,000 deep", then("{".repeat(1_000) + BONUS + "}".repeat(1_000))),
                text("braces 100,000 deep", then("{".repeat(100_000) + BONUS + "}".repeat(100_000))),
                text("100,000 braces that only open", then("{".repeat(100_000))),
                text("100,000 parentheses that only open", rule("1", "(".repeat(100_000), BONUS)),
                text("100,000 parentheses that only close", rule("1", "Paid()" + ")".repeat(100_000), BONUS)),
                text(
                        "brackets 10,000 deep",
                        rule("1", "Paid( " + "[".repeat(10_000) + "]".repeat(10_000) + " )", BONUS)),
                text("types 5,000 deep", then("List" + "<List".repeat(5_000) + ">".repeat(5_000) + " x = null;")),
                text("not 10,000 times before a pattern", rule("1", "not ".repeat(10_000) + "Paid()", BONUS)),
                text("! 20,000 times", rule("1", "Paid( " + "!".repeat(20_000) + "member.birthday )", BONUS)),
                text("! 20,000 times in a decision", then("boolean no = " + "!".repeat(20_000) + "true;\n" + BONUS)),
                text("- 20,000 times", then("int no = " + "- ".repeat(20_000) + "1;\n" + BONUS)),
                text("a cast 10,000 times", then("int no = " + "(int) ".repeat(10_000) + "1;\n" + BONUS)),
                text("if in if, 5,000 times", then("if ( true ) ".repeat(5_000) + BONUS)),
                text("else if, 3,000 times", then("if ( true ) {} else ".repeat(3_000) + "{}\n" + BONUS)),
                text("for in for, 2,000 times", then("for ( ;; ) ".repeat(2_000) + BONUS)),
                text(
                        "a choice in a choice, 3,000 times",
                        then("int no = " + "true ? 1 : ".repeat(3_000) + "1;\n" + BONUS)),
                text(
                        "an assignment of an assignment, 5,000 times",
                        then("int no; " + "no = ".repeat(5_000) + "1;\n" + BONUS)),
                text(
                        "a lambda in a lambda, 1,000 times",
                        then("Object no = " + "() -> ".repeat(1_000) + "1;\n" + BONUS)),
                text(
                        "a sum of 20,000 texts",
                        then("insert( Benefit.of( " + joined(20_000, " + ", i -> "\"x\"") + " ) );")),
                text(
                        "a field of a field, 10,000 times",
                        rule("1", "Paid( member" + ".member".repeat(10_000) + " != null )", BONUS)),
                text(
                        "a call on a call, 5,000 times",
                        then("insert( Bonus.of( 1, \"points\" )" + ".expiringAfterDays( 1 )".repeat(5_000) + " );")),
                text(
                        "10,000 alternatives",
                        rule("1", "PaidItem( " + joined(10_000, " || ", i -> "line == " + i) + " )", BONUS)),
                text(
                        "5,000 sums in a condition",
                        rule("1", "PaidItem( ( " + joined(5_000, " + ", i -> "amount") + " ) > 1 )", BONUS)),
                text(
                        "1,000 values",
                        rule("1", "PaidItem( line in ( " + joined(1_000, ", ", i -> "" + i) + " ) )", BONUS)),
                text(
                        "a chain of 3,000 calls, each on its line",
                        then("insert( Benefit.of( \"b\" )" + "\n.forDays( 1 )".repeat(3_000) + " );")),
                text(
                        "3,000 kinds",
                        "rule \"k\" when Program() then\n"
                                + joined(3_000, "\n", i -> "insert( Kind.of( \"k" + i + "\" ) );") + "\nend\n"),
                text(
                        "300 kinds in rules of 50",
                        joined(
                                6,
                                "\n",
                                rule -> "rule \"kinds " + rule + "\" when Program() then\n"
                                        + joined(50, "\n", i -> "insert( Kind.of( \"k" + (rule * 50 + i) + "\" ) );")
                                        + "\nend")),
                text("7,000 decisions in one rule", then("insert( Benefit.of( \"b\" ) );\n".repeat(7_000))),
                text(
                        "a benefit of 9,000 letters, 80 times",
                        then("var long0 = \"" + "a".repeat(900)
                                + "\";\nvar long1 = long0 + long0 + long0 + long0 + long0;\n"
                                + "insert( Benefit.of( long1 + long1 ) );\n".repeat(80))),
                text("100 patterns", rule("1", "Paid()\n".repeat(100), BONUS)),
                text("500 alternatives of patterns", rule("1", "Paid() or ".repeat(500) + "Paid()", BONUS)),
                text("a choice of two, 30 times", rule("1", "( Paid() or Paid() )\n".repeat(30), BONUS)),
                text("1,000 decisions in a row", then(BONUS.repeat(1_000))),
                text("1,000 words in a row", then(joined(1_000, "\n", i -> "String word" + i + " = \"x\";") + BONUS)),
                text("2,000 imports", joined(2_000, "\n", i -> "import org.regulars.facts.Paid;") + "\n" + GOOD),
                text("20,000 times the word rule", "rule ".repeat(20_000)),
                text("20,000 times the same rule", GOOD.repeat(15_000)),
                text("50,000 annotations", "rule \"1\"\n" + "@says( \"x\" )\n".repeat(50_000) + "when Paid() then end"),
                text(
                        "every letter there is",
                        rule("1", "Paid( purchase.id != \"" + joined(0xD800, "", Character::toString) + "\" )", BONUS)),
                text("half a letter", rule("1 \uD83D", "Paid( purchase.id != \"\uDE00\" )", BONUS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    @Timeout(value = 30, threadMode = SEPARATE_THREAD)
    void a_text_without_measure_is_refused_or_decides(String what, String text) throws Exception {
        try (Traces traces = new Traces()) {
            try (RuleSet rules = RuleSet.loader().within(SMALL).fromText(text)) {
                assertThat(Life.by(rules).outcomes().size()
                                + Life.by(rules).refusals().size())
                        .as(what)
                        .isPositive();
            } catch (RuleSetException e) {
                assertThat(e.problems())
                        .as(what)
                        .isNotEmpty()
                        .allSatisfy(problem ->
                                assertThat(problem.toString()).isNotBlank().hasSizeLessThan(20_000));
            }
            assertThat(traces.left()).as(what).isEmpty();
        }
    }

    @ParameterizedTest
    @Timeout(value = 30, threadMode = SEPARATE_THREAD)
    @ValueSource(
            strings = {
                "",
                " ",
                ".drl",
                "rules",
                "../../rules.drl",
                "/etc/rules.drl",
                "C:\\rules.drl",
                "a/../../b.drl",
                "kmodule.xml",
                "META-INF/kmodule.xml",
                "pom.xml",
                "rules.java",
                "rules.drl.xls",
                "rules.dsl",
                "x y\u202e.drl",
                "a\u0000b.drl",
                "\n.drl",
                "%2e%2e/rules.drl",
                "org/regulars/facts/Paid.class"
            })
    void a_name_of_a_file_is_a_name_and_nothing_else(String name) throws Exception {
        try (Traces traces = new Traces()) {
            try (RuleSet rules = RuleSet.fromTexts(Map.of(name, GOOD))) {
                List<Outcome> outcomes = Life.by(rules).outcomes();
                assertThat(outcomes.get(0).earned("points")).isEqualByComparingTo("1");
            } catch (RuleSetException e) {
                assertThat(e.problems()).isNotEmpty();
            }
            assertThat(traces.left()).isEmpty();
        }
    }

    @Test
    @Timeout(value = 60, threadMode = SEPARATE_THREAD)
    void what_one_file_opens_another_cannot_close() {
        Map<String, String> texts = Map.of("a.drl", GOOD + "/* ", "b.drl", " */ rule \"2\" when Paid() then end");
        try (RuleSet rules = RuleSet.fromTexts(texts)) {
            assertThat(rules.offers()).isEmpty();
        } catch (RuleSetException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    private static Arguments text(String what, String text) {
        return Arguments.of(what, text);
    }

    private static String rule(String name, String when, String then) {
        return "rule \"" + name + "\"\nwhen\n" + when + "\nthen\n" + then + "end\n";
    }

    private static String then(String then) {
        return rule("1 point", "$paid : Paid()", then + "\n");
    }

    private static String deep(String begin, int depth, String inside, String end) {
        return begin + "(".repeat(depth) + inside + ")".repeat(depth) + end;
    }

    private static String joined(int count, String between, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(between));
    }
}
