package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.laws.Histories.History;

/** Law 2: the order of files, of rules and of lines changes nothing but the order in which things are listed. */
class OrderFreeTest {

    private static final int SPLIT = Math.max(1, RuleSets.COUNT / 3);

    @Provide
    Arbitrary<Terms> terms() {
        return RuleSets.any();
    }

    @Provide
    Arbitrary<Terms> someTerms() {
        return RuleSets.some(SPLIT);
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void files_and_rules_in_any_order(@ForAll("someTerms") Terms terms, @ForAll("histories") History history) {
        Laws.holds(terms, history, (rules, step, outcome) -> {
            Map<String, String> files = rules.shuffled(new Random(rules.number()));
            LoyaltyEngine there = LoyaltyEngine.with(Compiled.of(files));
            Outcome other = step.elsewhere(there).by(there);
            assertThat(Listed.byNumber(other)).isEqualTo(Listed.byNumber(outcome));
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void lines_listed_in_any_order(
            @ForAll("terms") Terms terms, @ForAll("histories") History history, @ForAll Random random) {
        long seed = random.nextLong();
        Laws.holds(terms, history, (rules, step, outcome) -> {
            if (step.event() instanceof Purchase purchase) {
                List<Line> lines = new ArrayList<>(purchase.lines());
                Collections.shuffle(lines, new Random(seed));
                Outcome other = rules.engine().decide(step.member(), with(purchase, lines));
                assertThat(Listed.byNumber(other)).isEqualTo(Listed.byNumber(outcome));
            }
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void lines_numbered_in_any_order(
            @ForAll("terms") Terms terms, @ForAll("histories") History history, @ForAll Random random) {
        long seed = random.nextLong();
        Laws.holds(terms, history, (rules, step, outcome) -> {
            if (step.event() instanceof Purchase purchase) {
                List<Integer> numbers = new ArrayList<>(
                        purchase.lines().stream().map(Line::number).toList());
                Collections.shuffle(numbers, new Random(seed));
                List<Line> lines = new ArrayList<>();
                for (Line line : purchase.lines()) {
                    lines.add(line.numbered(numbers.get(lines.size())));
                }
                Purchase renumbered = with(purchase, lines);
                Outcome other = rules.engine().decide(step.member(), renumbered);
                assertThat(Listed.byContent(other, renumbered))
                        .as(() -> outcome.explain() + "\n" + other.explain())
                        .isEqualTo(Listed.byContent(outcome, purchase));
            }
        });
    }

    @Tag("soak")
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void files_and_rules_for_long(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        files_and_rules_in_any_order(terms, history);
    }

    @Tag("soak")
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void lines_for_long(@ForAll("terms") Terms terms, @ForAll("histories") History history, @ForAll Random random) {
        lines_listed_in_any_order(terms, history, random);
        lines_numbered_in_any_order(terms, history, random);
    }

    private static Purchase with(Purchase purchase, List<Line> lines) {
        return new Purchase(
                purchase.id(),
                purchase.at(),
                purchase.currency(),
                lines,
                purchase.shipping(),
                purchase.wishes(),
                purchase.attributes());
    }
}
