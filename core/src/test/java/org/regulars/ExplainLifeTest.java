package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.Return.line;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.regulars.testing.Scenario;

/** Receipts of what time does to points and tiers, of rewards asked for, of what staff put right and of returns. */
class ExplainLifeTest {

    private static final RuleSet RULES = RuleSet.fromText("""
            rule "London" when Program() then insert( Zone.of( "Europe/London" ) ); end
            rule "Points" when Program() then insert( Kind.of( "points" ).pendingDays( 14 ).expiresAfterDays( 90 ) ); end
            rule "Vouchers" when Program() then insert( Kind.of( "vouchers" ).decimals( 2 ).expiresAfterYears( 2 ).atMonthEnd() ); end
            rule "Ladder" when Program()
            then insert( Tiers.of( "Green", "Silver", "Gold" ).lastsYears( 1 ).throughYearEnd().fallsOneStep() ); end
            rule "A point a pound" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
            rule "Vouchers for points" when Activity( name == "quarter" )
            then insert( Convert.of( 50, "points" ).into( "0.50", "vouchers" ).repeatedly().atLeast( 150 ) ); end
            rule "Breakfast for 200 points" when Redemption( reward == "breakfast" )
            then insert( FreeItem.gift( 1, "breakfast" ).costing( 200, "points" ) ); end
            rule "Points live on" when Activity( name == "survey" ) then insert( Extend.of( "points" ).byMonths( 3 ) ); end
            rule "Left" when Activity( name == "left" )
            then insert( Forfeit.all( "points" ) ); insert( Forfeit.tier( "Silver" ) ); end
            rule "Silver for a fee" when Activity( name == "fee" ) then insert( Upgrade.to( "Silver" ) ); end
            """);

    @AfterAll
    static void close() {
        RULES.close();
    }

    /** Two lots: 265 good through 29 September, 40 through 30 October. */
    private static Scenario twoLots() {
        return given(RULES)
                .member("ana")
                .joined("2026-06-01")
                .on("2026-07-01")
                .buys(1, "coat", "265.00")
                .then()
                .on("2026-08-01")
                .buys(1, "hat", "40.00")
                .then();
    }

    @Test
    void what_is_earned_says_from_when_and_through_when_it_can_be_spent() {
        assertThat(given(RULES)
                        .on("2026-07-01")
                        .buys(1, "coat", "265.00")
                        .outcome()
                        .explain())
                .endsWith("""
                        Earned: 265 points
                               265  1 x 265
                                    rule: A point a pound (rules.drl:6)
                          to be spent from 15 July 2026, 12:00, good through 29 September 2026

                        Balance
                          points: 0 + 265 earned = 265, 265 of them to be spent later
                        """);
    }

    @Test
    void what_fell_due_before_the_event_stands_in_dated_blocks() {
        assertThat(twoLots().on("2026-10-31").does("looked around").outcome().explain())
                .isEqualTo("""
                        looked around event-3, member ana
                        Saturday 31 October 2026, 12:00 (Europe/London)

                        Before, on 15 August 2026, 12:00
                          40 points can be spent from now on

                        Before, on 30 September 2026
                          265 points expired: earned since 1 July 2026, good through 29 September 2026

                        Before, on 31 October 2026
                          40 points expired: earned since 1 August 2026, good through 30 October 2026

                        Balance
                          points: 305 - 305 expired = 0
                        """);
    }

    @Test
    void a_tier_that_ended_says_where_the_member_stands_then() {
        var gold =
                given(RULES).member("ana").joined("2026-06-01").on("2026-07-01").does("fee");
        assertThat(gold.outcome().explain()).contains("Silver from the next visit on, through 31 December 2027\n");
        assertThat(gold.then().waitsUntil("2028-01-02").outcome().explain()).isEqualTo("""
                Time passed, member ana
                Sunday 2 January 2028, 12:00 (Europe/London)

                On 1 January 2028
                  Silver ended: Green
                """);
    }

    @Test
    void a_redemption_says_what_was_asked_for_which_lots_paid_and_what_is_missing() {
        var breakfast = twoLots().on("2026-08-20").redeems("breakfast");
        assertThat(breakfast.outcome().explain()).isEqualTo("""
                Redemption event-3, member ana
                Thursday 20 August 2026, 12:00 (Europe/London)
                Asked for: breakfast

                Before, on 15 August 2026, 12:00
                  40 points can be spent from now on

                Given
                            1 breakfast as a gift, for 200 points
                            rule: Breakfast for 200 points (rules.drl:9)

                Taken from
                  200 points spent:
                       200  earned since 1 July 2026, good through 29 September 2026

                Balance
                  points: 305 - 200 spent = 105
                """);
        assertThat(breakfast.then().redeems("breakfast").outcome().explain()).endsWith("""
                Not given
                  "Breakfast for 200 points" (rules.drl:9)
                    costs 200 points, 105 at hand: 95 missing
                """);
    }

    @Test
    void a_correction_says_why_and_what_is_owed_then() {
        var wrong = twoLots().on("2026-08-20").corrects(-350, "points", "counted twice");
        assertThat(wrong.outcome().explain()).endsWith("""
                Put right by staff
                  -350 points: counted twice

                Taken from
                  350 points corrected:
                       265  earned since 1 July 2026, good through 29 September 2026
                        40  earned since 1 August 2026, good through 30 October 2026
                        45  not held, and owed from now on

                Balance
                  points: 305 - 350 corrected = -45, the member owes 45 points
                """);
        assertThat(wrong.then().buys(1, "gum", "50.00").outcome().explain())
                .contains("  45 of them make good what was owed\n  5 of them to be spent from 3 September 2026, 12:00")
                .endsWith("points: -45 + 50 earned = 5, 5 of them to be spent later\n");
    }

    @Test
    void conversions_longer_lives_and_losses_are_read_with_their_numbers() {
        assertThat(twoLots().on("2026-08-20").does("quarter").outcome().explain())
                .contains("""
                        Given
                                    3 vouchers, for 300 points, good through 31 August 2028
                                    rule: Vouchers for points (rules.drl:7)
                        """)
                .contains("points: 305 - 300 spent = 5\n  vouchers: 0 + 3 converted = 3\n");
        assertThat(twoLots().on("2026-08-20").does("survey").outcome().explain())
                .contains("305 points live longer:"
                        + " now 265 good through 29 December 2026, 40 good through 30 January 2027\n");
        assertThat(twoLots()
                        .does("fee")
                        .then()
                        .on("2026-08-20")
                        .does("left")
                        .outcome()
                        .explain())
                .contains("""
                        Lost
                                    305 points
                                    rule: Left (rules.drl:12)
                                    Silver: Green from now on
                                    rule: Left (rules.drl:12)
                        """);
    }

    @Test
    void a_return_says_what_came_back_what_is_refunded_and_what_that_changes() {
        var bought = given(RULES)
                .member("ana")
                .on("2026-07-01")
                .buys(Line.of(1, "coat", "goods", "10.60"), Line.of(1, "hat", "goods", "10.60"));
        assertThat(bought.then().returns(line(2)).outcome().explain()).isEqualTo("""
                Return event-2 of event-1, member ana
                Wednesday 1 July 2026, 12:00 (Europe/London)

                Came back
                  hat, line 2

                Kept
                    1  coat (goods)                              10.60
                       to pay                                    10.60

                Refund: 10.60
                  the purchase came to 21.20 before, and comes to 10.60 now

                What that changes
                  points: 21 earned with what was kept before, 10 with what is kept now: 11 taken back

                Taken from
                  11 points taken back:
                        11  earned since 1 July 2026, not to be spent before 15 July 2026, 12:00, good through 29 September 2026

                Balance
                  points: 21 - 11 taken back = 10, 10 of them to be spent later
                """);
    }

    @Test
    void a_return_says_what_expired_what_a_limit_had_cut_and_what_the_kind_leaves() {
        Outcome back = given(RULES)
                .member("ana")
                .buys(1, "coat", "21.00")
                .then()
                .returnsEverything()
                .outcome();
        Reversal reversal = new Reversal(
                "event-1",
                Purchase.of("event-1", back.event().instant(), "EUR").with(1, "coat", "coat", "21.00"),
                null,
                true,
                new BigDecimal("21.00"),
                BigDecimal.ZERO,
                new BigDecimal("21.00"),
                List.of(),
                List.of(
                        new Reversal.OfKind("points", n(21), n(0), n(0), n(0), n(10), n(3), n(4), n(4), n(0)),
                        new Reversal.OfKind("stamps", n(0), n(0), n(7), n(0), n(0), n(0), n(0), n(0), n(7))));

        assertThat(with(back, reversal).explain()).contains("""
                Came back
                  everything that was still kept

                Refund: 21.00
                  the purchase came to 21.00 before, and comes to 0.00 now

                What that changes
                  The rules have changed since: the shares that were recorded then are taken.
                  points: 21 earned with what was kept before, 0 with what is kept now: 21 less
                        10  had been kept back by a limit
                         3  had expired already
                         4  stay with the member, as the kind says
                         4  taken back
                  stamps: 7 that had been spent or used given back
                """);
    }

    private static Outcome with(Outcome back, Reversal reversal) {
        return new Outcome(
                back.rules(),
                back.zone(),
                back.purchase(),
                back.redemption(),
                back.activity(),
                back.correction(),
                back.returned(),
                back.timePassed(),
                back.facts(),
                back.repeated(),
                back.due(),
                back.granted(),
                back.refused(),
                back.tallies(),
                back.limits(),
                back.lines(),
                back.postings(),
                back.tierChanges(),
                reversal,
                back.memberBefore(),
                back.memberAfter(),
                List.of());
    }

    private static BigDecimal n(long number) {
        return BigDecimal.valueOf(number);
    }
}
