package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.regulars.Granted.Sort;
import org.regulars.Outcome;
import org.regulars.laws.Histories.History;

/** The engine and the obvious model come to the same. */
class ObviousModelTest {

    @Provide
    Arbitrary<Terms> terms() {
        return RuleSets.any();
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void engine_and_model_agree(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        Laws.holds(
                terms,
                history,
                (rules, step, outcome) -> assertThat(flat(rules, outcome))
                        .as(() -> outcome.explain() + "\n" + outcome)
                        .isEqualTo(ObviousModel.expects(rules, step.member(), step.event())));
    }

    @Tag("soak")
    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void engine_and_model_agree_for_long(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        engine_and_model_agree(terms, history);
    }

    /** Everything that came of an event, named as the model does. */
    private static SortedMap<String, String> flat(Terms terms, Outcome outcome) {
        SortedMap<String, String> flat = new TreeMap<>();
        outcome.tallies()
                .forEach(tally -> flat.put(
                        "earned " + tally.kind(),
                        ObviousModel.text(tally.total()) + ", exactly " + ObviousModel.text(tally.exact())));
        outcome.memberAfter()
                .lots()
                .forEach(lot -> flat.put(
                        "balance " + lot.kind(),
                        ObviousModel.text(outcome.memberAfter().balance(lot.kind()))));
        outcome.lines()
                .forEach(line -> flat.put(
                        "line " + line.line(),
                        line.freeUnits() + " free worth " + ObviousModel.text(line.freeAmount()) + ", "
                                + ObviousModel.text(line.discount()) + " off"));
        flat.put("to pay", ObviousModel.text(outcome.toPay()));
        outcome.benefits().forEach(benefit -> flat.put("benefit " + benefit, "given"));
        outcome.granted().stream()
                .filter(each -> each.sort() == Sort.GIFT)
                .forEach(gift -> flat.merge(
                        "gift " + gift.what(),
                        ObviousModel.text(gift.amount()),
                        (one, other) -> ObviousModel.text(new BigDecimal(one).add(new BigDecimal(other)))));
        if (outcome.freeShipping()) {
            flat.put("delivery", "given");
        }
        terms.ladders().values().forEach(ladder -> flat.put("tier " + tier(ladder.tiers(), outcome), "held"));
        return flat;
    }

    private static String tier(List<String> tiers, Outcome outcome) {
        return outcome.memberAfter().statuses().stream()
                .map(status -> status.tier())
                .filter(tiers::contains)
                .findFirst()
                .orElse(tiers.get(0));
    }
}
