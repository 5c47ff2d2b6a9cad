package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.Return;
import org.regulars.laws.Deeds.BringsBack;
import org.regulars.laws.Deeds.Buys;
import org.regulars.laws.Deeds.Deed;
import org.regulars.laws.StatusModel.Term;

/** Tiers over time: reached, prolonged, ended, reached anew before what counted for them goes, and never touched by spending. */
class StatusOverTimeTest {

    private static final Instant JOINED = Instant.parse("2024-02-29T10:00:00Z");
    private static final Instant START = Instant.parse("2026-09-30T10:00:00Z");

    /**
     * A ladder, and what counts for it.
     *
     * @param status how long that lives
     */
    record Ladder(String zone, Term tier, Term status, boolean oneStep, boolean kept) {

        String text() {
            return """
                    rule "Where and how"
                    when
                        Program()
                    then
                        insert( Zone.of( "%s" ) );
                        insert( Tiers.of( "Green", "Gold", "Reserve" )%s%s%s );
                        insert( Kind.of( "status" )%s );
                    end

                    rule "Points and status on what is paid"
                    when
                        $paid : Paid()
                    then
                        insert( Earn.of( 1, "status" ).times( $paid.amount() ) );
                        insert( Earn.of( 1, "points" ).times( $paid.amount() ) );
                    end

                    rule "30 points: a mug"
                    when
                        Redemption( reward == "mug" )
                    then
                        insert( FreeItem.gift( 1, "mug" ).costing( 30, "points" ) );
                    end

                    rule "100 status: Gold"
                    when
                        Balance( kind == "status", amount >= 100 )
                    then
                        insert( Upgrade.to( "Gold" ) );
                    end

                    rule "250 status: Reserve"
                    when
                        Balance( kind == "status", amount >= 250 )
                    then
                        insert( Upgrade.to( "Reserve" ) );
                    end
                    """.formatted(
                            zone,
                            tier.ofTier,
                            oneStep ? ".fallsOneStep()" : "",
                            kept ? ".keptOnReturn()" : "",
                            status.ofStatus);
        }
    }

    /** Something done so many hours later: bought for an amount, or a mug asked for if that is 0. */
    record Visit(int after, int amount) {}

    @Provide
    Arbitrary<Ladder> ladders() {
        List<Ladder> all = new ArrayList<>();
        for (Term tier : Term.values()) {
            for (Term status : Term.values()) {
                // Each of each, in zones and ways that go round.
                int number = all.size();
                all.add(new Ladder(Shop.ZONES.get(number % Shop.ZONES.size()), tier, status, number % 3 != 0, false));
            }
        }
        return Arbitraries.of(all);
    }

    @Provide
    Arbitrary<List<Visit>> visits() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(0, 100),
                                Arbitraries.integers().between(0, 2_500)),
                        Arbitraries.of(0, 0, 10, 40, 70, 100, 160))
                .as(Visit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Deeds.any()
                .map(deeds -> deeds.stream()
                        .filter(deed -> deed instanceof Buys || deed instanceof BringsBack)
                        .toList());
    }

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void a_tier_holds_through_its_date_and_is_reached_anew_by_what_has_not_lapsed(
            @ForAll("ladders") Ladder ladder, @ForAll("visits") List<Visit> visits) {
        LoyaltyEngine engine = Compiled.engine(ladder.text());
        Member member = Member.of("ana", JOINED);
        StatusModel model = new StatusModel(ladder.zone(), JOINED, ladder.tier(), ladder.status(), ladder.oneStep());
        Instant time = START;
        int next = 0;
        for (Visit visit : visits) {
            time = time.plus(Deeds.hours(visit.after()));
            String id = "e" + ++next;
            member = visit.amount() == 0
                    ? engine.decide(member, Redemption.of(id, time, "mug")).memberAfter()
                    : engine.decide(member, bought(id, time, visit.amount())).memberAfter();
            model.event(time, BigDecimal.valueOf(visit.amount()));
            assertThat(shown(member)).as("after %s at %s", visit, time).isEqualTo(model.shown());
        }
        for (int days : new int[] {1, 30, 90, 200, 400, 800}) {
            time = time.plus(Duration.ofDays(days));
            member = engine.advance(member, time).memberAfter();
            model.pass(time);
            assertThat(shown(member)).as("at %s", time).isEqualTo(model.shown());
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void spending_never_touches_a_tier(@ForAll("ladders") Ladder ladder, @ForAll("visits") List<Visit> visits) {
        LoyaltyEngine engine = Compiled.engine(ladder.text());
        Member spender = Member.of("ana", JOINED);
        Member saver = Member.of("ana", JOINED);
        Instant time = START;
        int next = 0;
        for (Visit visit : visits) {
            time = time.plus(Deeds.hours(visit.after()));
            String id = "e" + ++next;
            if (visit.amount() == 0) {
                spender = engine.decide(spender, Redemption.of(id, time, "mug")).memberAfter();
                saver = engine.decide(saver, Redemption.of(id, time, "nothing")).memberAfter();
            } else {
                spender =
                        engine.decide(spender, bought(id, time, visit.amount())).memberAfter();
                saver = engine.decide(saver, bought(id, time, visit.amount())).memberAfter();
            }
            assertThat(spender.statuses()).isEqualTo(saver.statuses());
        }
    }

    /** Without an end to anything, a tier is what all that is kept reaches; or what it ever reached, if the ladder says so. */
    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void a_tier_goes_with_what_it_was_reached_by_unless_it_is_kept(
            @ForAll boolean kept, @ForAll("deeds") List<Deed> deeds) {
        LoyaltyEngine engine = Compiled.engine(new Ladder("UTC", Term.FOR_EVER, Term.FOR_EVER, false, kept).text());
        Member member = Member.of("ana", JOINED);
        List<Outcome> receipts = new ArrayList<>();
        List<KeptLines> lines = new ArrayList<>();
        Instant time = START;
        int highest = 0;
        int next = 0;
        for (Deed deed : deeds) {
            time = time.plus(Deeds.hours(deed.after()));
            String id = "e" + ++next;
            if (deed instanceof Buys buys) {
                Purchase purchase = Deeds.receipt(id, time.minus(Deeds.hours(buys.late())), buys.basket());
                receipts.add(engine.decide(member, purchase));
                lines.add(new KeptLines(purchase));
                member = receipts.get(receipts.size() - 1).memberAfter();
            } else if (deed instanceof BringsBack back && !receipts.isEmpty()) {
                int which = back.which() % receipts.size();
                if (!lines.get(which).isNothing()) {
                    List<Return.Part> parts = Deeds.parts(lines.get(which), back.picks());
                    lines.get(which).bringBack(parts);
                    Return brought = new Return(id, time.toString(), parts, Map.of());
                    member =
                            engine.reverse(member, receipts.get(which), brought).memberAfter();
                }
            }
            BigDecimal all = lines.stream()
                    .map(each -> each.total("").setScale(0, RoundingMode.DOWN))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            int reached = all.intValueExact() >= 250 ? 2 : all.intValueExact() >= 100 ? 1 : 0;
            highest = kept ? Math.max(highest, reached) : reached;
            assertThat(tier(member)).as("%s with %s", deed, all).isEqualTo(StatusModel.TIERS.get(highest));
        }
    }

    @Tag("soak")
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void tiers_for_long(
            @ForAll("ladders") Ladder ladder,
            @ForAll("visits") List<Visit> visits,
            @ForAll boolean kept,
            @ForAll("deeds") List<Deed> deeds) {
        a_tier_holds_through_its_date_and_is_reached_anew_by_what_has_not_lapsed(ladder, visits);
        a_tier_goes_with_what_it_was_reached_by_unless_it_is_kept(kept, deeds);
    }

    private static Purchase bought(String id, Instant at, int amount) {
        return Purchase.of(id, at, "EUR").with(1, "coat", "goods", amount + ".00");
    }

    private static String tier(Member member) {
        return member.statuses().isEmpty() ? "Green" : member.statuses().get(0).tier();
    }

    private static String shown(Member member) {
        if (member.statuses().isEmpty()) {
            return "none";
        }
        Member.Status status = member.statuses().get(0);
        return status.tier() + " since " + status.since() + " through " + status.through();
    }
}
