package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.testing.Scenario.given;

import org.junit.jupiter.api.Test;

/** The receipt, as a person reads it. */
class ExplainTest {

    @Test
    void a_receipt_shows_every_number_it_works_with() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Oslo time" when Program() then insert( Zone.of( "Europe/Oslo" ) ); end
                rule "Two tiers" when Program() then insert( Tiers.of( "Bronze", "Silver" ) ); end
                rule "Points" when $goods : PaidItem() then insert( Earn.of( 1, "points" ).times( $goods.amount() ) ); end
                rule "Fresh double" @says( "Fresh is double" )
                when PaidItem( category == "fresh" ) then insert( Multiply.by( 2, "points" ) ); end
                rule "Five a visit" when Paid() then insert( Bonus.of( 5, "points" ) ); end
                rule "Tenth off" when Purchase( total >= 20 ) then insert( Discount.percent( 10 ) ); end
                rule "10 points: a free bun" when Purchase( has( "bun" ) )
                then insert( FreeItem.of( 1, "bun" ).costing( 10, "points" ) ); end
                rule "90 points: a free pie" when Purchase( has( "pie" ) )
                then insert( FreeItem.of( 1, "pie" ).costing( 90, "points" ) ); end
                rule "20 points: Silver" when Balance( kind == "points", amount >= 20 )
                then insert( Upgrade.to( "Silver" ) ); end
                """)) {
            String receipt = given(rules)
                    .member("ana")
                    .holding(12, "points")
                    .at("2026-11-21T08:15")
                    .shipping("4.95")
                    .buys(
                            Line.of(3, "leek", "fresh", "5.15"),
                            Line.of(2, "bun", "bread", "2.50"),
                            Line.of(1, "pie", "bread", "7.00"))
                    .outcome()
                    .explain();

            assertThat(receipt).isEqualTo("""
                            Purchase event-1, member ana
                            Saturday 21 November 2026, 08:15 (Europe/Oslo), in EUR

                                1  3 x leek (fresh)                          15.45
                                   discount                                  -1.55
                                   counts as 13.90 paid
                                2  2 x bun (bread)                            5.00
                                   1 free                                    -2.50
                                   discount                                  -0.25
                                   counts as 2.25 paid
                                3  pie (bread)                                7.00
                                   discount                                  -0.70
                                   counts as 6.30 paid
                                   delivery                                   4.95
                                   to pay                                    27.40

                            Off the price
                                  2.50  1 bun free, line 2, for 10 points
                                        rule: 10 points: a free bun (rules.drl:8)
                                  2.50  10 % of 24.95 = 2.495, rounded half up, lines 1, 2, 3
                                        rule: Tenth off (rules.drl:7)

                            Earned: 41 points
                                  27.8  1 x 13.9, x 2, line 1
                                        rule: Points (rules.drl:3)
                                  2.25  1 x 2.25, line 2
                                        rule: Points (rules.drl:3)
                                   6.3  1 x 6.3, line 3
                                        rule: Points (rules.drl:3)
                                   x 2  line 1
                                        says: Fresh is double
                                        rule: Fresh double (rules.drl:4)
                              36.35 in all, rounded down: 36
                                   + 5  flat, never multiplied
                                        rule: Five a visit (rules.drl:6)

                            Given
                                        Silver from the next visit on
                                        rule: 20 points: Silver (rules.drl:12)

                            Not given
                              "90 points: a free pie" (rules.drl:10)
                                costs 90 points, 12 at hand: 78 missing

                            Balance
                              points: 12 + 41 earned - 10 spent = 43
                            """);
        }
    }

    @Test
    void an_activity_has_no_bill() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A welcome" @says( "Glad you are here" )
                when Activity( name == "joined" ) then insert( Bonus.of( 100, "points" ) ); end
                """)) {
            assertThat(given(rules).member("ana").does("joined").outcome().explain())
                    .isEqualTo("""
                            joined event-1, member ana
                            Friday 2 January 2026, 12:00 (UTC)

                            Earned: 100 points
                                 + 100  flat, never multiplied
                                        says: Glad you are here
                                        rule: A welcome (rules.drl:1)

                            Balance
                              points: 0 + 100 earned = 100
                            """);
        }
    }

    @Test
    void an_offer_taken_off_one_line_is_not_called_refused_for_another_that_is_free() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "The tea is free"
                when Purchase( has( "tea" ) ) then insert( FreeItem.of( 1, "tea" ) ); end

                rule "10 percent off each thing"
                when Item() then insert( Discount.percent( 10 ) ); end
                """)) {
            assertThat(given(rules).buys(1, "tea", "3.00").outcome().explain())
                    .contains("nothing is left to take it off");
            assertThat(given(rules)
                            .buys(Line.of(1, "tea", "tea", "3.00"), Line.of(1, "cake", "cake", "5.00"))
                            .outcome()
                            .explain())
                    .contains("10 % of 5")
                    .doesNotContain("Not given");
        }
    }

    @Test
    void prices_that_are_not_whole_have_all_their_decimals() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "1.50 off" when Item( category == "coffee" ) then insert( Discount.amount( "1.50" ) ); end

                rule "10 percent off" when Item( category == "cake" ) then insert( Discount.percent( 10 ) ); end
                """)) {
            assertThat(given(rules)
                            .buys(
                                    Line.of(1, "coffee", "coffee", "4.80"),
                                    Line.of(1, "cake", "cake", "2.50"),
                                    Line.of(1, "tart", "cake", "3.00"))
                            .outcome()
                            .explain())
                    .contains("1.50 off, line 1", "10 % of 2.50, line 2", "10 % of 3, line 3");
        }
    }
}
