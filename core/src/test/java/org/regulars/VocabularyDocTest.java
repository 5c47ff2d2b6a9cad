package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulars.decisions.Decision;
import org.regulars.decisions.Reward;

/** The merchant's tables say what the classes say: every field and word, and none that is not there. */
class VocabularyDocTest {

    private static final Pattern CODE = Pattern.compile("`\\.?(?:[A-Z]\\w+\\.)?(\\w+)(?:\\(.*?\\))?`");
    private static final Set<String> OF_ALL_RECORDS = Set.of("equals", "hashCode", "toString");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Purchase",
                "Item",
                "Paid",
                "PaidItem",
                "Balance",
                "Member",
                "Activity",
                "Redemption",
                "Expired",
                "Day"
            })
    void every_field_of_a_fact_is_in_its_table(String fact) throws Exception {
        Class<?> type = Class.forName("org.regulars.facts." + fact);
        Set<String> fields = Arrays.stream(type.getMethods())
                .filter(method ->
                        method.getDeclaringClass() != Object.class && !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !OF_ALL_RECORDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(fields).isSubsetOf(words(fact));
        assertThat(firstColumn(fact)).isSubsetOf(fields);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decisions.Earn",
                "decisions.Multiply",
                "decisions.Bonus",
                "decisions.Limit",
                "decisions.Discount",
                "decisions.FreeItem",
                "decisions.FreeShipping",
                "decisions.Benefit",
                "decisions.Upgrade",
                "decisions.Convert",
                "decisions.Extend",
                "decisions.Forfeit",
                "decisions.Overdraft",
                "decisions.PayWith",
                "program.Kind",
                "program.Tiers",
                "program.Zone"
            })
    void every_word_of_a_decision_is_in_its_table(String decision) throws Exception {
        Class<?> type = Class.forName("org.regulars." + decision);
        Set<String> words = new TreeSet<>();
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && method.getReturnType() == type) {
                words.add(method.getName());
            }
        }
        words.removeAll(Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() == type)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet()));

        assertThat(words(type.getSimpleName())).containsAll(words);
        assertThat(firstColumn(type.getSimpleName())).isSubsetOf(words);
    }

    @Test
    void every_decision_has_a_table() {
        Set<String> decisions = new HashSet<>();
        for (Class<?> type : Decision.class.getPermittedSubclasses()) {
            decisions.add(type.getSimpleName());
        }
        for (Class<?> type : Reward.class.getPermittedSubclasses()) {
            decisions.add(type.getSimpleName());
        }
        decisions.remove("Reward");
        assertThat(decisions).allSatisfy(name -> assertThat(firstColumn(name)).isNotEmpty());
    }

    private static Set<String> firstColumn(String heading) throws IOException {
        return codes(section(heading).stream().map(row -> row.split("\\|")[1]).toList());
    }

    private static Set<String> words(String heading) throws IOException {
        return codes(section(heading));
    }

    private static Set<String> codes(List<String> texts) {
        Set<String> codes = new TreeSet<>();
        for (String text : texts) {
            Matcher code = CODE.matcher(text);
            while (code.find()) {
                codes.add(code.group(1));
            }
        }
        return codes;
    }

    /** The rows of the table below a heading. */
    private static List<String> section(String heading) throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "writing-rules.md")).stream()
                .dropWhile(line -> !line.equals("### " + heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }
}
