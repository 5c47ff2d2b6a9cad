package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** So many for so many, money off so many units, and money off that this very purchase pays for. */
class BasketRewardTest {

    @ParameterizedTest(name = "{0} bought: {1} free")
    @CsvSource({"1, 0", "9, 0", "10, 0", "11, 1", "12, 2", "13, 3", "14, 3", "26, 3"})
    void buy_10_get_up_to_3_of_the_same(long bought, long free) {
        try (RuleSet rules = till("FreeItem.of( 3, \"cones\" ).after( 10 )")) {
            Outcome outcome = given(rules).buys(bought, "cones", "2.00").outcome();
            assertThat(outcome.toPay()).isEqualByComparingTo(BigDecimal.valueOf(2 * (bought - free)));
            assertThat(outcome.refused()).hasSize(free == 0 ? 1 : 0);
        }
    }

    @ParameterizedTest(name = "three for two: {0} bought, {1} free")
    @CsvSource({"1, 0", "2, 0", "3, 1", "4, 1", "5, 1", "6, 2", "8, 2", "9, 3"})
    void three_for_two_counts_in_groups(long bought, long free) {
        try (RuleSet rules = till("FreeItem.of( 1, \"pens\" ).after( 2 ).repeatedly()")) {
            assertThat(given(rules).buys(bought, "pens", "2.00").outcome().toPay())
                    .isEqualByComparingTo(BigDecimal.valueOf(2 * (bought - free)));
        }
    }

    @ParameterizedTest(name = "buy 3 get up to 2, again and again: {0} bought, {1} free")
    @CsvSource({"3, 0", "4, 1", "5, 2", "8, 2", "9, 3", "10, 4"})
    void the_last_group_gives_what_it_holds_beyond(long bought, long free) {
        try (RuleSet rules = till("FreeItem.of( 2, \"pens\" ).after( 3 ).repeatedly()")) {
            assertThat(given(rules).buys(bought, "pens", "2.00").outcome().toPay())
                    .isEqualByComparingTo(BigDecimal.valueOf(2 * (bought - free)));
        }
    }

    @Test
    void the_cheapest_are_free_and_units_that_are_free_anyway_are_not_counted_as_paid() {
        try (RuleSet rules = till("FreeItem.of( 1, \"pens\" ).after( 2 ).repeatedly()")) {
            given(rules)
                    .buys(
                            Line.of(1, "gold", "pens", "9.00"),
                            Line.of(1, "red", "pens", "2.00"),
                            Line.of(1, "blue", "pens", "3.00"),
                            Line.of(5, "sample", "pens", "0.00"))
                    .givesFree(1, "pens")
                    .leavesToPay("12.00");
        }
    }

    @Test
    void how_many_more_it_takes_is_said_and_true() {
        try (RuleSet rules = till("FreeItem.of( 3, \"cones\" ).after( 10 )")) {
            Refused refused =
                    given(rules).buys(8, "cones", "2.00").outcome().refused().get(0);
            assertThat(refused.reason()).isEqualTo(Refused.Reason.NOTHING_TO_APPLY_TO);
            assertThat(refused.explanation())
                    .isEqualTo("only 8 cones in this basket, and 10 are paid for before any is free: 3 more");
            given(rules).buys(8 + 2, "cones", "2.00").andNothingElse();
            given(rules).buys(8 + 3, "cones", "2.00").givesFree(1, "cones");
        }
    }

    @Test
    void with_a_cost_too_it_must_also_be_payable() {
        try (RuleSet rules = till("FreeItem.of( 1, \"pens\" ).after( 2 ).repeatedly().costing( 5, \"points\" )")) {
            given(rules)
                    .holding(12, "points")
                    .buys(10, "pens", "2.00")
                    .givesFree(2, "pens")
                    .spends(10, "points");
            given(rules)
                    .holding(100, "points")
                    .buys(7, "pens", "2.00")
                    .givesFree(2, "pens")
                    .spends(10, "points");
            given(rules).holding(4, "points").buys(3, "pens", "2.00").misses(1, "points", "The rule");
            given(rules).holding(5, "points").buys(2, "pens", "2.00").andNothingElse();
        }
    }

    @Test
    void what_the_purchase_earns_may_pay_for_three_for_two() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A point a pen" when $pens : PaidItem() then insert( Earn.of( 1, "points" ).forEach( $pens ) ); end
                rule "Three for two"
                when
                    Purchase()
                then
                    insert( FreeItem.of( 1, "pens" ).after( 2 ).repeatedly().costing( 3, "points" ).withThisPurchase() );
                end
                """)) {
            // Nine pens: with two free seven points are there for six, with three free six for nine.
            given(rules)
                    .buys(9, "pens", "2.00")
                    .givesFree(2, "pens")
                    .spends(6, "points")
                    .earns(7, "points")
                    .leaves(1, "points");
        }
    }

    @Test
    void half_price_on_one_coffee_takes_half_of_the_cheapest() {
        try (RuleSet rules = till("Discount.percent( 50 ).on( 1, \"coffee\" ).costing( 7, \"stamps\" )")) {
            given(rules)
                    .holding(7, "stamps")
                    .buys(1, "coffee", "4.00")
                    .discounts("2.00")
                    .leavesToPay("2.00")
                    .spends(7, "stamps");
            Outcome outcome = given(rules)
                    .holding(7, "stamps")
                    .buys(Line.of(2, "mocha", "coffee", "6.00"), Line.of(2, "latte", "coffee", "4.00"))
                    .discounts("2.00")
                    .outcome();
            assertThat(outcome.granted().get(0).lines()).containsExactly(2);
            assertThat(outcome.granted().get(0).basis().of()).isEqualByComparingTo("4.00");
            given(rules).holding(7, "stamps").buys(1, "tea", "4.00").andNothingElse();
        }
    }

    @Test
    void so_many_units_reach_over_lines_and_an_amount_off_never_exceeds_their_price() {
        try (RuleSet rules = till("Discount.percent( 50 ).on( 3, \"coffee\" )")) {
            given(rules)
                    .buys(Line.of(2, "mocha", "coffee", "6.00"), Line.of(2, "latte", "coffee", "4.00"))
                    .discounts("7.00");
        }
        try (RuleSet rules = till("Discount.amount( 5 ).on( 1, \"coffee\" )")) {
            given(rules).buys(3, "coffee", "4.00").discounts("4.00").leavesToPay("8.00");
        }
    }

    @Test
    void a_discount_on_units_leaves_free_units_out_and_counts_from_the_price() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A coffee is free" when Purchase() then insert( FreeItem.of( 1, "coffee" ) ); end
                rule "Half price on one" when Purchase() then insert( Discount.percent( 50 ).on( 1, "coffee" ) ); end
                rule "A fifth off all" when Purchase() then insert( Discount.percent( 20 ).on( "coffee" ) ); end
                """)) {
            given(rules)
                    .buys(Line.of(1, "espresso", "coffee", "2.00"), Line.of(1, "latte", "coffee", "4.00"))
                    .discounts("2.80")
                    .leavesToPay("1.20");
        }
    }

    @Test
    void a_discount_may_be_paid_with_what_this_purchase_earns() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A point for every unit" when $goods : PaidItem() then insert( Earn.of( 1, "points" ).forEach( $goods ) ); end
                rule "5 points: 10 percent off"
                when
                    Purchase()
                then
                    insert( Discount.percent( 10 ).costing( 5, "points" ).withThisPurchase() );
                end
                """)) {
            given(rules)
                    .buys(5, "book", "10.00")
                    .earns(5, "points")
                    .spends(5, "points")
                    .leaves(0, "points")
                    .discounts("5.00")
                    .andNothingElse();
            given(rules)
                    .buys(4, "book", "10.00")
                    .earns(4, "points")
                    .misses(1, "points", "5 points: 10 percent off")
                    .andNothingElse();
        }
    }

    @ParameterizedTest(name = "{0} held: {1} off")
    @CsvSource({"0, 0", "9, 0", "10, 10.00"})
    void a_discount_that_lowers_what_pays_for_it_is_given_only_if_it_is_covered_then(long held, String off) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A point for every unit of money" when $paid : Paid()
                then insert( Earn.of( 1, "points" ).times( $paid.amount() ) ); end
                rule "100 points: 10 off" when Purchase()
                then insert( Discount.amount( 10 ).costing( 100, "points" ).withThisPurchase() ); end
                """)) {
            Member ana = Member.of("ana", Instant.EPOCH);
            Outcome outcome = LoyaltyEngine.with(rules)
                    .decide(
                            held == 0 ? ana : ana.holding(held, "points"),
                            Purchase.of("p", Instant.parse("2026-01-02T12:00:00Z"), "EUR")
                                    .with(1, "coat", "coats", "100.00"));
            assertThat(outcome.discount()).isEqualByComparingTo(off);
            if (!outcome.refused().isEmpty()) {
                // What is said to be missing is what is missing with the discount off: exactly that, and it is given.
                assertThat(outcome.refused().get(0).missing()).isEqualByComparingTo(BigDecimal.valueOf(10 - held));
            }
        }
    }

    @ParameterizedTest(name = "{0} held and {1} coffees")
    @CsvSource({"0, 3", "0, 7", "2, 3", "5, 1", "6, 1"})
    void what_a_reward_paid_by_its_purchase_misses_is_exactly_what_it_takes(long held, long bought) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A stamp a coffee" when $c : PaidItem() then insert( Earn.of( 1, "stamps" ).forEach( $c ) ); end
                rule "7 stamps" when Purchase()
                then insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ).withThisPurchase() ); end
                """)) {
            var scenario = held == 0 ? given(rules) : given(rules).holding(held, "stamps");
            Refused refused =
                    scenario.buys(bought, "coffee", "3.00").outcome().refused().get(0);
            long missing = refused.missing().longValueExact();

            scenario.holding(missing, "stamps").buys(bought, "coffee", "3.00").givesFree(1, "coffee");
            if (missing > 1) {
                scenario.holding(missing - 1, "stamps")
                        .buys(bought, "coffee", "3.00")
                        .misses(1, "stamps", "7 stamps");
            }
        }
    }

    @Test
    void a_reward_does_not_take_from_another_what_pays_for_it() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A stamp a thing" when $c : PaidItem() then insert( Earn.of( 1, "stamps" ).forEach( $c ) ); end
                rule "A heart a visit" when Paid() then insert( Earn.of( 2, "hearts" ) ); end
                rule "3 stamps: a coffee" when Purchase()
                then insert( FreeItem.of( 1, "coffee" ).costing( 3, "stamps" ).withThisPurchase() ); end
                rule "2 hearts: a cake" when Purchase()
                then insert( FreeItem.of( 1, "cake" ).costing( 2, "hearts" ).withThisPurchase() ); end
                """)) {
            // Four things: with the coffee free they earn three stamps, which pay for it; with the cake free too, two.
            given(rules)
                    .buys(Line.of(3, "latte", "coffee", "3.00"), Line.of(1, "tart", "cake", "4.00"))
                    .givesFree(1, "coffee")
                    .spends(3, "stamps")
                    .earns(3, "stamps")
                    .earns(2, "hearts")
                    .misses(1, "stamps", "2 hearts: a cake")
                    .andNothingElse();
        }
    }

    @Test
    void what_this_purchase_pays_for_leaves_what_was_held_to_those_that_need_it() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A stamp a coffee" when $c : PaidItem() then insert( Earn.of( 1, "stamps" ).forEach( $c ) ); end
                rule "7 stamps: a coffee" when Purchase()
                then insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ).withThisPurchase() ); end
                rule "7 stamps: 1 off" when Purchase() then insert( Discount.amount( 1 ).costing( 7, "stamps" ) ); end
                """)) {
            given(rules)
                    .holding(7, "stamps")
                    .buys(8, "coffee", "3.00")
                    .givesFree(1, "coffee")
                    .discounts("1.00")
                    .spends(14, "stamps")
                    .earns(7, "stamps")
                    .leaves(0, "stamps")
                    .andNothingElse();
        }
    }

    @Test
    void points_that_pay_yield_to_a_reward_of_the_same_points() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Points pay" when Purchase() then insert( PayWith.each( "0.01", "points" ) ); end
                rule "100 points: 5 off" when Purchase()
                then insert( Discount.amount( 5 ).costing( 100, "points" ).withThisPurchase() ); end
                """)) {
            given(rules)
                    .holding(150, "points")
                    .buys(1, "book", "20.00")
                    .discounts("5.50")
                    .spends(150, "points")
                    .leaves(0, "points");
        }
    }

    @Test
    void a_discount_of_a_group_that_its_purchase_cannot_pay_makes_room_for_the_next_best() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Nine off" when Purchase()
                then insert( Discount.amount( 9 ).costing( 100, "points" ).withThisPurchase().bestOf( "today" ) ); end
                rule "One off" when Purchase() then insert( Discount.amount( 1 ).bestOf( "today" ) ); end
                """)) {
            given(rules)
                    .holding(99, "points")
                    .buys(1, "book", "20.00")
                    .discounts("1.00")
                    .because("One off")
                    .misses(1, "points", "Nine off");
            given(rules).holding(100, "points").buys(1, "book", "20.00").discounts("9.00");
        }
    }

    private static RuleSet till(String then) {
        return RuleSet.fromText("rule \"The rule\" when Purchase() then insert( " + then + " ); end");
    }
}
