package org.regulars.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
import org.regulars.facts.Tier;
import org.regulars.program.Kind;
import org.regulars.program.Tiers;
import org.regulars.program.Zone;

/** No word is forgotten in the benign files, so none can be forgotten by the guard. */
class BenignWordsTest {

    private static final Set<String> OF_ALL_RECORDS = Set.of("equals", "hashCode", "toString");
    private static final Pattern WORD = Pattern.compile("(\\w+)\\(");

    /** All files together, without texts' parentheses, on one line. */
    private static final String ALL =
            Corpus.in("benign").stream().map(Corpus::text).collect(Collectors.joining("\n"));

    static Stream<Class<?>> decisions() {
        Stream<Class<?>> decisions = Stream.of(org.regulars.decisions.Decision.class.getPermittedSubclasses());
        Stream<Class<?>> rewards = Stream.of(org.regulars.decisions.Reward.class.getPermittedSubclasses());
        return Stream.of(decisions, rewards, Stream.<Class<?>>of(Kind.class, Tiers.class, Zone.class))
                .flatMap(each -> each)
                .filter(type -> !type.isInterface());
    }

    static Stream<Class<?>> facts() {
        return Stream.of(
                Activity.class,
                Balance.class,
                Day.class,
                Expired.class,
                Item.class,
                Member.class,
                Paid.class,
                PaidItem.class,
                Purchase.class,
                Redemption.class,
                Tier.class);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void every_word_of_a_decision_is_said_with_every_sort_of_number(Class<?> decision) {
        Set<String> components = Arrays.stream(decision.getRecordComponents())
                .filter(component -> component.getType() == decision)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        Set<String> words = new TreeSet<>();
        for (Method method : decision.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())
                    && method.getReturnType() == decision
                    && !components.contains(method.getName())) {
                words.add(method.getName() + sorts(method));
            }
        }

        assertThat(words).isNotEmpty();
        assertThat(saidOf(decision.getSimpleName())).containsAll(words);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void every_field_of_a_fact_is_asked_for(Class<?> fact) {
        Set<String> fields = Arrays.stream(fact.getMethods())
                .filter(method ->
                        method.getDeclaringClass() != Object.class && !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !OF_ALL_RECORDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> asked = new TreeSet<>();
        Matcher pattern =
                Pattern.compile("(?m)^.*\\b(?:" + beginnings(fact) + ").*$").matcher(ALL);
        while (pattern.find()) {
            Pattern.compile("\\w+").matcher(pattern.group()).results().forEach(word -> asked.add(word.group()));
        }

        assertThat(asked).containsAll(fields);
    }

    /** How a line begins to speak of a fact. A tier is no fact of its own. */
    private static String beginnings(Class<?> fact) {
        return fact == Tier.class ? "tier\\b" : fact.getSimpleName() + "\\(";
    }

    /** What is said of a decision, as in {@code of(number, text)}. */
    private static Set<String> saidOf(String decision) {
        Set<String> said = new TreeSet<>();
        Matcher begin = Pattern.compile("\\b" + decision + "\\.").matcher(ALL);
        while (begin.find()) {
            chain(ALL, begin.end(), said);
        }
        return said;
    }

    /** Follows {@code of( 1, "stars" ).forEach( $coffee )} from its first word on. */
    private static void chain(String text, int from, Set<String> said) {
        Matcher word = WORD.matcher(text).region(from, text.length());
        int at = from;
        while (word.lookingAt()) {
            int close = closing(text, word.end());
            said.add(word.group(1) + "(" + sorts(text.substring(word.end(), close)) + ")");
            at = close + 1;
            if (at >= text.length() || text.charAt(at) != '.') {
                return;
            }
            word.region(at + 1, text.length());
        }
    }

    private static int closing(String text, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char letter = text.charAt(at);
            quoted ^= letter == '"' && text.charAt(at - 1) != '\\';
            if (!quoted && letter == ')' && depth-- == 0) {
                return at;
            }
            depth += !quoted && letter == '(' ? 1 : 0;
        }
        throw new AssertionError("Nothing closes at " + text.substring(from));
    }

    private static String sorts(String values) {
        String plain = values.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "\"\"")
                .replaceAll("\\([^()]*\\)", "")
                .strip();
        return plain.isEmpty()
                ? ""
                : Arrays.stream(plain.split(","))
                        .map(each -> sort(each.strip()))
                        .collect(Collectors.joining(", "));
    }

    private static String sort(String value) {
        return value.startsWith("\"") ? "text" : Character.isDigit(value.charAt(0)) ? "number" : "value";
    }

    private static String sorts(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(BenignWordsTest::sort)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String sort(Class<?> type) {
        if (type == String[].class) {
            return "text, text";
        }
        boolean isHeld = type == BigDecimal.class || type == Item.class || type == PaidItem.class;
        return type == String.class ? "text" : isHeld ? "value" : "number";
    }
}
