package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.regulars.Activity;
import org.regulars.Event;
import org.regulars.Granted.Sort;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.laws.Gives.Overdraft;
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
        Laws.holds(terms, history, (rules, step, outcome) -> {
            if (isModelled(rules, step)) {
                // What falls due before the event is the affair of other laws.
                Member now = rules.engine()
                        .advance(step.member(), step.event().instant())
                        .memberAfter();
                assertThat(flat(rules, outcome))
                        .as(() -> outcome.explain() + "\n" + outcome)
                        .isEqualTo(ObviousModel.expects(rules, now, step.event()));
            }
        });
    }

    /** All but what the model does not know: what is lent, and when an event comes so late that only some awards last. */
    private static boolean isModelled(Terms rules, Step step) {
        Event event = step.event();
        return (event instanceof Purchase || event instanceof Redemption || event instanceof Activity)
                && rules.gives().stream()
                        .noneMatch(gives -> gives instanceof Overdraft || lastsOtherwise(rules, gives, step));
    }

    private static boolean lastsOtherwise(Terms rules, Gives gives, Step step) {
        Instant at = step.event().instant();
        Instant asOf = Instant.parse(step.member().asOf());
        Instant now = at.isAfter(asOf) ? at : asOf;
        return !gives.comes().isEmpty()
                && rules.end(gives.comes(), gives.life(), at, step.member()).isAfter(now)
                        != rules.end(gives.comes(), null, at, step.member()).isAfter(now);
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
        Member after = outcome.memberAfter();
        for (Lot lot : after.lots()) {
            put(flat, "balance " + lot.kind(), after.balance(lot.kind()));
            put(flat, "pending " + lot.kind(), after.pending(lot.kind()));
        }
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
        terms.ladders().forEach((name, ladder) -> flat.put("tier " + name, tier(ladder.tiers(), after)));
        return flat;
    }

    private static void put(SortedMap<String, String> flat, String what, BigDecimal amount) {
        if (amount.signum() != 0) {
            flat.put(what, ObviousModel.text(amount));
        }
    }

    private static String tier(List<String> tiers, Member member) {
        return member.statuses().stream()
                .filter(status -> tiers.contains(status.tier()))
                .map(status -> status.tier() + " through " + status.through())
                .findFirst()
                .orElse(tiers.get(0) + " through ever");
    }
}
