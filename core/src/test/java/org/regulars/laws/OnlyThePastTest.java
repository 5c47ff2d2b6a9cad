package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.Return;
import org.regulars.laws.Deeds.BringsBack;
import org.regulars.laws.Deeds.Buys;
import org.regulars.laws.Deeds.Deed;
import org.regulars.laws.Deeds.WantsMug;

/** Law 8: an outcome depends on nothing that is later than its event. */
class OnlyThePastTest {

    /** Rules of every sort that can only hold after all that happens in these histories. */
    private static final String LATER = """

            rule "From 2027 all is different: Day"
            when
                Day( date >= "2027-01-01" )
            then
                insert( Bonus.of( 9, "points" ) );
            end

            rule "From 2027 all is different: Item"
            when
                Item( purchase.date >= "2027-01-01" )
            then
                insert( Discount.percent( 50 ) );
            end

            rule "From 2027 all is different: Purchase"
            when
                Purchase( date >= "2027-01-01" )
            then
                insert( Discount.amount( 1 ).costing( 1, "points" ) );
            end

            rule "From 2027 all is different: PaidItem"
            when
                $goods : PaidItem( purchase.date >= "2027-01-01" )
            then
                insert( Earn.of( 1, "points" ).forEach( $goods ) );
                insert( Multiply.by( 3, "points" ) );
            end

            rule "From 2027 all is different: Paid"
            when
                Paid( purchase.date >= "2027-01-01" )
            then
                insert( Limit.of( 1, "points" ).perYear() );
            end

            rule "From 2027 all is different: Redemption"
            when
                Redemption( date >= "2027-01-01" )
            then
                insert( Benefit.of( "lounge" ) );
            end

            rule "From 2027 all is different: Expired"
            when
                Expired( date >= "2027-01-01" )
            then
                insert( Bonus.of( 5, "points" ) );
            end

            rule "From 2027 all is different: Balance"
            when
                Balance( kind == "points", amount >= 1, date >= "2027-01-01" )
            then
                insert( FreeItem.of( 1, "pen" ).costing( 1, "points" ) );
            end
            """;

    /** Rates that depend on nothing but when and what is bought. */
    private static final String BY_DATE = """

            rule "More from 15 March on"
            when
                $paid : Paid( purchase.date >= "2026-03-15" )
            then
                insert( Earn.of( "0.5", "points" ).times( $paid.amount() ) );
            end

            rule "Double at weekends"
            when
                Paid( purchase.weekend )
            then
                insert( Multiply.by( 2, "points" ) );
            end

            rule "5 points in the morning"
            when
                Paid( purchase.time < "10:00" )
            then
                insert( Bonus.of( 5, "points" ) );
            end
            """;

    @Provide
    Arbitrary<Card> cards() {
        return Card.any(12);
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Deeds.any();
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void rules_for_later_change_nothing_now(@ForAll("cards") Card card, @ForAll("deeds") List<Deed> deeds) {
        List<Outcome> now = outcomes(card.engine(), deeds);
        List<Outcome> asWell = outcomes(Compiled.engine(card.text() + LATER), deeds);

        assertThat(asWell.stream().map(OnlyThePastTest::ofNoRules).toList())
                .isEqualTo(now.stream().map(OnlyThePastTest::ofNoRules).toList());
    }

    /** What arrives late earns what it would have earned, and lives as long; the member's clock never goes back. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void it_makes_no_difference_in_which_order_receipts_arrive(
            @ForAll("cards") Card card, @ForAll("deeds") List<Deed> deeds, @ForAll Random random) {
        LoyaltyEngine engine = Compiled.engine(card.text() + BY_DATE);
        List<Purchase> receipts = new ArrayList<>();
        Instant time = Deeds.START;
        for (Deed deed : deeds) {
            if (deed instanceof Buys buys) {
                time = time.plus(Deeds.hours(buys.after()));
                receipts.add(Deeds.receipt("e" + receipts.size(), time, buys.basket()));
            }
        }
        Instant end = time.plus(Duration.ofDays(1));
        Member inOrder = arrived(engine, receipts, end);
        List<Purchase> shuffled = new ArrayList<>(receipts);
        Collections.shuffle(shuffled, random);
        Member anyhow = arrived(engine, shuffled, end);

        for (int days : new int[] {0, 3, 10, 20, 30, 45, 60, 90, 400}) {
            Instant later = end.plus(Duration.ofDays(days));
            assertThat(SlowLots.apart(engine.advance(anyhow, later).memberAfter(), "points"))
                    .as(
                            "%s after %s",
                            later, shuffled.stream().map(Purchase::at).toList())
                    .isEqualTo(SlowLots.apart(engine.advance(inOrder, later).memberAfter(), "points"));
        }
    }

    @Tag("soak")
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void only_the_past_for_long(@ForAll("cards") Card card, @ForAll("deeds") List<Deed> deeds, @ForAll Random random) {
        rules_for_later_change_nothing_now(card, deeds);
        it_makes_no_difference_in_which_order_receipts_arrive(card, deeds, random);
    }

    private static Member arrived(LoyaltyEngine engine, List<Purchase> receipts, Instant end) {
        Member member = Member.of("ana", Card.JOINED);
        for (Purchase receipt : receipts) {
            Outcome inTime = engine.decide(Member.of("ana", Card.JOINED), receipt);
            Outcome late = engine.decide(member, receipt);
            assertThat(late.earned("points")).isEqualByComparingTo(inTime.earned("points"));
            assertThat(late.toPay()).isEqualByComparingTo(inTime.toPay());
            Instant before = Instant.parse(member.asOf());
            Instant later = before.isAfter(receipt.instant()) ? before : receipt.instant();
            assertThat(late.memberAfter().asOf()).isEqualTo(later.toString());
            member = late.memberAfter();
        }
        return engine.advance(member, end).memberAfter();
    }

    /** All that comes of what is done, returns too. */
    private static List<Outcome> outcomes(LoyaltyEngine engine, List<Deed> deeds) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Outcome> receipts = new ArrayList<>();
        List<KeptLines> kept = new ArrayList<>();
        Member member = Member.of("ana", Card.JOINED);
        Instant time = Deeds.START;
        for (Deed deed : deeds) {
            time = time.plus(Deeds.hours(deed.after()));
            String id = "e" + outcomes.size();
            Outcome outcome = engine.advance(member, time);
            if (deed instanceof Buys buys) {
                Purchase purchase = Deeds.receipt(id, time.minus(Deeds.hours(buys.late())), buys.basket());
                outcome = engine.decide(member, buys.wishes() ? purchase.with("wish", "5 off") : purchase);
                receipts.add(outcome);
                kept.add(new KeptLines(purchase));
            } else if (deed instanceof WantsMug) {
                outcome = engine.decide(member, Redemption.of(id, time, "mug"));
            } else if (deed instanceof BringsBack back && !receipts.isEmpty()) {
                int which = back.which() % receipts.size();
                if (!kept.get(which).isNothing()) {
                    List<Return.Part> parts = Deeds.parts(kept.get(which), back.picks());
                    kept.get(which).bringBack(parts);
                    Return brought = new Return(id, time.toString(), parts, Map.of());
                    outcome = engine.reverse(member, receipts.get(which), brought);
                }
            }
            outcomes.add(outcome);
            member = outcome.memberAfter();
        }
        outcomes.add(engine.advance(member, Instant.parse("2026-12-31T10:59:59Z")));
        return outcomes;
    }

    private static Outcome ofNoRules(Outcome of) {
        return new Outcome(
                "",
                of.zone(),
                of.purchase(),
                of.redemption(),
                of.activity(),
                of.correction(),
                of.returned(),
                of.timePassed(),
                of.facts(),
                of.repeated(),
                of.due(),
                of.granted(),
                of.refused(),
                of.tallies(),
                of.limits(),
                of.lines(),
                of.postings(),
                of.tierChanges(),
                of.reversal(),
                of.memberBefore(),
                of.memberAfter(),
                of.progress());
    }
}
