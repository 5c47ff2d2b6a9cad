package org.regulars.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regulars.decisions.Decision;
import org.regulars.decisions.Reward;
import org.regulars.facts.Activity;
import org.regulars.facts.Balance;
import org.regulars.facts.Day;
import org.regulars.facts.Expired;
import org.regulars.facts.Item;
import org.regulars.facts.Member;
import org.regulars.facts.Paid;
import org.regulars.facts.PaidItem;
import org.regulars.facts.Purchase;
import org.regulars.facts.Redemption;
import org.regulars.program.Kind;
import org.regulars.program.Tiers;
import org.regulars.program.Zone;

/** The examples show the whole vocabulary, and the page that leads to them leads to where it says. */
class VocabularyTest {

    private static final Path PAGE = Path.of("..", "docs", "vocabulary.md");
    private static final Pattern LINK = Pattern.compile("\\[\"([^\"]+)\"]\\(\\.\\./rules-examples/([^)]+)\\)");

    /** All rules, without remarks. */
    private static final String RULES = Programs.ruleFiles().stream()
            .map(Programs::text)
            .collect(Collectors.joining("\n"))
            .replaceAll("(?m)^\\s*//.*$", "");

    /** The same without what stands in quotes, which may be any word. */
    private static final String WORDS = RULES.replaceAll("\"[^\"\n]*\"", "\"\"");

    /** What several facts have alike; it is enough that one is asked for it. */
    private static final Set<String> OF_SEVERAL_FACTS = Set.of(
            "date",
            "time",
            "day",
            "month",
            "dayOfMonth",
            "weekend",
            "monthsAgo",
            "yearsAgo",
            "text",
            "number",
            "id",
            "name",
            "quantity",
            "amount",
            "amountOf",
            "member",
            "purchase");

    /** What the words above, {@code has( "coffee" )}, {@code holds( "stamps" )} and {@code tier} are read from. */
    private static final Set<String> BEHIND_THE_WORDS =
            Set.of("moment", "attributes", "lines", "items", "balances", "tiers", "equals", "hashCode", "toString");

    /** For programs that are not among the twelve: pairs of lines, and since when what lapsed had been there. */
    private static final Set<String> NOT_SHOWN_YET = Set.of("line", "Expired.earned");

    static List<Class<?>> facts() {
        return List.of(
                Activity.class,
                Balance.class,
                Day.class,
                Expired.class,
                Item.class,
                Member.class,
                Paid.class,
                PaidItem.class,
                Purchase.class,
                Redemption.class);
    }

    static Stream<Class<?>> decisions() {
        return Stream.of(
                        Stream.of(Decision.class.getPermittedSubclasses()),
                        Stream.of(Reward.class.getPermittedSubclasses()),
                        Stream.<Class<?>>of(Kind.class, Tiers.class, Zone.class))
                .flatMap(each -> each)
                .filter(type -> !type.isInterface());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void every_field_of_a_fact_is_asked_for_in_an_example(Class<?> fact) {
        Set<String> fields = words(fact.getMethods());
        fields.removeAll(BEHIND_THE_WORDS);
        fields.removeAll(OF_SEVERAL_FACTS);
        fields.removeIf(
                field -> NOT_SHOWN_YET.contains(field) || NOT_SHOWN_YET.contains(fact.getSimpleName() + "." + field));

        assertThat(fields).isSubsetOf(asked(fact));
    }

    @Test
    void every_word_that_several_facts_have_is_asked_for_in_an_example() {
        Set<String> asked = new TreeSet<>();
        facts().forEach(fact -> asked.addAll(asked(fact)));

        assertThat(OF_SEVERAL_FACTS).isSubsetOf(asked);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void every_decision_and_definition_is_made_in_an_example(Class<?> decision) {
        assertThat(WORDS).contains("insert( " + decision.getSimpleName() + ".");
    }

    @Test
    void every_rule_the_page_leads_to_is_in_its_file() {
        List<MatchResult> links = found(LINK.pattern(), Programs.text(PAGE)).toList();

        assertThat(links)
                .hasSizeGreaterThan(50)
                .allSatisfy(link ->
                        assertThat(Programs.text(Path.of(link.group(2)))).contains("rule \"" + link.group(1) + '"'));
    }

    @Test
    void the_page_leads_to_every_program_and_shows_every_decision() {
        String page = Programs.text(PAGE);
        String shown =
                found(LINK.pattern(), page).map(link -> rule(link.group(1))).collect(Collectors.joining("\n"));

        assertThat(Programs.folders())
                .filteredOn(folder -> !folder.toString().endsWith("-replay"))
                .allSatisfy(folder -> assertThat(page).contains("/" + folder.getFileName() + "/"));
        assertThat(decisions().map(Class::getSimpleName).filter(name -> !name.equals("Zone")))
                .allSatisfy(name -> assertThat(shown).contains(name + "."));
    }

    /** The words a fact is asked for: in its own parentheses, by its name from another fact, or by the name a rule gave it. */
    private static Set<String> asked(Class<?> fact) {
        String name = fact.getSimpleName();
        String neighbour = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        Stream<String> inParentheses = found("\\b" + name + "\\((.*)$", WORDS)
                .flatMap(pattern -> found("(?<![\\w.$])(\\w+)", pattern.group(1)))
                .map(word -> word.group(1));
        Stream<String> fromAnother =
                found("\\b" + neighbour + "\\.(\\w+)", WORDS).map(word -> word.group(1));
        Stream<String> byName = found("(\\$\\w+)\\s*:\\s*" + name + "\\(", WORDS)
                .flatMap(bound -> found(Pattern.quote(bound.group(1)) + "\\.(\\w+)", WORDS))
                .map(word -> word.group(1));
        return Stream.of(inParentheses, fromAnother, byName)
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    private static String rule(String name) {
        int from = RULES.indexOf("rule \"" + name + '"');
        return RULES.substring(from, RULES.indexOf("\nend", from));
    }

    private static Set<String> words(Method[] methods) {
        return Arrays.stream(methods)
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results();
    }
}
