package org.regulars.internal.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regulars.RuleSet;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.RuleParser;
import org.regulars.internal.syntax.RuleReader;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Token;
import org.regulars.internal.values.Plural;

/** Every number, date and text that stands in a rule stands in its sentences, and another number makes another sentence. */
class NothingDroppedTest {

    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```drl\\n(.*?)^```$");
    private static final Pattern RULE = Pattern.compile("(?ms)^rule \"([^\"]*)\".*?^end$");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.$-])\\d+(\\.\\d+)?(?![\\w.-])");

    private static final String PAGE = String.join("\n", snippets());
    private static final String DEFINING = rules(PAGE, true);

    @Test
    void all_that_stands_in_a_rule_of_the_page_stands_in_its_sentences() {
        List<RuleText> rules = read(PAGE);

        assertThat(rules).hasSizeGreaterThan(40);
        for (RuleText rule : rules) {
            String sentences = sentences(rule);
            assertThat(rule.whenTokens().size()).isPositive();
            for (Token token : tokens(rule)) {
                assertThat(sentences).as(rule.name()).contains(said(token));
            }
        }
    }

    @Test
    void nothing_in_the_page_and_in_the_published_programs_need_be_quoted() {
        List<String> quoted = Stream.concat(read(PAGE).stream(), cases().flatMap(text -> read(text).stream()))
                .map(NothingDroppedTest::sentences)
                .filter(sentences -> sentences.contains("`"))
                .toList();

        assertThat(quoted).isEmpty();
    }

    @Test
    void another_number_in_a_rule_is_another_number_in_its_sentence() {
        int changed = 0;
        for (String text : Stream.concat(Stream.of(PAGE), cases()).toList()) {
            for (RuleText rule : read(text)) {
                String before = sentences(rule);
                for (MatchResult number : numbers(rule)) {
                    String other = new StringBuilder(rule.file().text())
                            .replace(number.start(), number.end(), "7" + number.group())
                            .toString();
                    RuleText mutant = read(other).stream()
                            .filter(each -> each.name().equals(rule.name()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(sentences(mutant)).as(number.group()).isNotEqualTo(before);
                    changed++;
                }
            }
        }
        assertThat(changed).isGreaterThan(100);
    }

    @Test
    void all_that_is_defined_of_kinds_and_ladders_is_said_too() {
        String terms = terms(DEFINING);

        for (String rule :
                RULE.matcher(DEFINING).results().map(MatchResult::group).toList()) {
            String decisions = rule.substring(rule.indexOf("then"));
            for (MatchResult number : NUMBER.matcher(decisions).results().toList()) {
                String other = decisions.substring(0, number.start()) + "9" + decisions.substring(number.end());
                if (!number.group().equals("9")) {
                    assertThat(terms(DEFINING.replace(decisions, other)))
                            .as(rule)
                            .isNotEqualTo(terms);
                }
            }
            for (MatchResult text :
                    Pattern.compile("\"([^\"]*)\"").matcher(decisions).results().toList()) {
                assertThat(terms).contains(text.group(1));
            }
        }
    }

    private static String sentences(RuleText rule) {
        Offers.Offer offer = new Offers(definitions()).of(rule);
        Stream<List<Run>> said = Stream.concat(
                offer.said().values().stream().map(each -> Sentence.of(offer, each)),
                offer.quoted().isEmpty() ? Stream.of() : Stream.of(Sentence.quoted(offer)));
        return said.flatMap(runs -> runs.stream().skip(1))
                .map(run -> run.look() == Run.Look.CODE ? "`" + run.text() + "`" : run.text())
                .collect(Collectors.joining(" "));
    }

    private static Definitions definitions() {
        return new Definitions.Builder().build();
    }

    private static String terms(String rules) {
        try (RuleSet loaded = RuleSet.fromText(rules)) {
            return loaded.terms().markdown();
        }
    }

    private static List<Token> tokens(RuleText rule) {
        return Stream.concat(rule.whenTokens().stream(), rule.thenTokens().stream())
                .filter(token -> token.sort() == Token.Sort.TEXT || token.sort() == Token.Sort.NUMBER)
                .toList();
    }

    private static String said(Token token) {
        if (token.sort() == Token.Sort.NUMBER) {
            return token.text();
        }
        String text = token.value();
        return text.matches("\\d{4}-\\d\\d-\\d\\d") ? Written.date(text) : Plural.singular(text);
    }

    /** The numbers after {@code when}, where they stand in the file. */
    private static List<MatchResult> numbers(RuleText rule) {
        int from = rule.whenTokens().get(0).at();
        Matcher numbers = NUMBER.matcher(rule.file().text()).region(from, rule.end());
        return numbers.useTransparentBounds(true).results().toList();
    }

    /** The rules but those that define. */
    private static List<RuleText> read(String text) {
        RuleFile file = new RuleFile("page.drl", rules(text, false));
        return RuleReader.read(
                Objects.requireNonNull(RuleParser.read(file, file.text()).file()));
    }

    private static String rules(String text, boolean defining) {
        return RULE.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(rule -> rule.contains("Program()") == defining)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> snippets() {
        return SNIPPET.matcher(read(Path.of("..", "docs", "writing-rules.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Stream<String> cases() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/cases"))) {
            return files.sorted().map(NothingDroppedTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
