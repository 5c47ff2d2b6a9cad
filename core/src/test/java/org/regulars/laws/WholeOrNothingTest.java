package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.regulars.Activity;
import org.regulars.Event;
import org.regulars.EventRefusedException;
import org.regulars.Line;
import org.regulars.Lot;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.TimePassed;
import org.regulars.laws.Gives.Discount;
import org.regulars.laws.Histories.History;
import org.regulars.laws.Misdeeds.Misdeed;

/** Law 7: a rule that goes wrong leaves no trace but an error that names the rule and the event. */
class WholeOrNothingTest {

    private static final List<Misdeed> MISDEEDS = Misdeeds.all();

    private static final String BROKEN_RULES =
            MISDEEDS.stream().map(Misdeed::drl).collect(Collectors.joining("\n"));

    @Provide
    Arbitrary<Terms> terms() {
        return RuleSets.some(Math.max(1, RuleSets.COUNT / 20))
                .map(WholeOrNothingTest::withoutDiscounts)
                .dontShrink();
    }

    @Provide
    Arbitrary<Misdeed> misdeeds() {
        return Arbitraries.of(MISDEEDS).dontShrink();
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void a_broken_rule_refuses_the_event_and_nothing_else(
            @ForAll("terms") Terms terms, @ForAll("misdeeds") Misdeed misdeed, @ForAll("histories") History history) {
        LoyaltyEngine healthy = terms.engine();
        LoyaltyEngine broken = LoyaltyEngine.with(
                Compiled.trusted(Map.of("rules.drl", terms.text(), "with-broken-rules.drl", BROKEN_RULES)));
        Laws.play(healthy, history, (step, expected) -> {
            Event event = step.event();
            Event poisoned = poisoned(event, misdeed);
            Member victim = withSomethingThatLapses(step.member()).with("poison", misdeed.name());
            String before = victim.toString();

            Throwable thrown = catchThrowable(() -> broken.decide(victim, poisoned));

            assertThat(thrown).as(misdeed.drl()).isInstanceOf(EventRefusedException.class);
            EventRefusedException refused = (EventRefusedException) thrown;
            assertThat(refused.event()).isEqualTo(poisoned.id());
            assertThat(refused).hasMessageContaining(poisoned.id()).hasMessageContaining(misdeed.name());
            assertThat(refused.offer()).isNotNull();
            assertThat(refused.offer().name()).isEqualTo(misdeed.name());
            assertThat(victim).hasToString(before);
            Outcome after = step.elsewhere(broken).by(broken);
            assertThat(Listed.byNumber(after)).isEqualTo(Listed.byNumber(expected));
        });
    }

    @Tag("soak")
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void broken_rules_for_long(
            @ForAll("terms") Terms terms, @ForAll("misdeeds") Misdeed misdeed, @ForAll("histories") History history) {
        a_broken_rule_refuses_the_event_and_nothing_else(terms, misdeed, history);
    }

    /** An event that the rule cannot miss: there is a line that no other rule takes anything off. */
    private static Event poisoned(Event event, Misdeed misdeed) {
        String id = "poisoned " + event.id();
        return switch (misdeed.when()) {
            case PURCHASE ->
                (event instanceof Purchase bought ? bought : purchase(event))
                        .with(Line.of(1, "gift card", "paper", "5").numbered(99))
                        .with("poison", misdeed.name());
            case ACTIVITY -> new Activity(id, event.at(), "joined", event.attributes()).with("poison", misdeed.name());
            case REDEMPTION ->
                new Redemption(id, event.at(), "breakfast", BigDecimal.ONE, event.attributes())
                        .with("poison", misdeed.name());
            case LAPSE -> TimePassed.until(Instant.parse("2031-01-01T00:00:00Z"));
        };
    }

    private static Member withSomethingThatLapses(Member member) {
        List<Lot> lots = new ArrayList<>(member.lots());
        lots.add(new Lot(
                "cents", "cents", BigDecimal.ONE, member.joined(), member.joined(), "2030-12-31T12:00:00Z", null));
        return new Member(
                member.id(),
                member.joined(),
                member.asOf(),
                member.lastActive(),
                member.attributes(),
                lots,
                member.statuses(),
                member.recent(),
                member.lapsed(),
                member.counted(),
                member.returned());
    }

    private static Purchase purchase(Event event) {
        return new Purchase(
                "poisoned " + event.id(), event.at(), "EUR", List.of(), BigDecimal.ZERO, List.of(), event.attributes());
    }

    private static Terms withoutDiscounts(Terms terms) {
        return terms.with(terms.promises().stream()
                .filter(promise -> promise.gives().stream().noneMatch(Discount.class::isInstance))
                .toList());
    }
}
