package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.regulars.internal.rules.BothWays;
import org.regulars.internal.rules.DrawnFacts;

/** Generated rules insert without a session what they would in one. */
class AskedRulesTest {

    @Test
    void generated_rules() {
        compare(0, 6, 150);
    }

    @Test
    @Tag("soak")
    void many_generated_rules() {
        for (int from = 0; from < 300; from += 15) {
            compare(from, from + 15, 3000);
        }
    }

    private static void compare(int from, int to, int events) {
        Map<String, String> texts = new TreeMap<>();
        for (int number = from; number < to; number++) {
            texts.put("set " + number, RuleSets.number(number).text());
        }
        BothWays rules = BothWays.of(texts);

        assertThat(rules.difference(DrawnFacts.of(texts.values()), events, from))
                .isEmpty();
        assertThat(rules.fired()).hasSizeGreaterThan(30);
    }
}
