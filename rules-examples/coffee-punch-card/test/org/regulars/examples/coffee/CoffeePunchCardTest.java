package org.regulars.examples.coffee;

import static org.regulars.testing.Scenario.given;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.regulars.Line;
import org.regulars.RuleSet;
import org.regulars.testing.RuleCoverage;

/** The terms of the card that pays at once. */
class CoffeePunchCardTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("coffee-punch-card/coffee-punch-card.drl");

    private static final String STAMP = "Every coffee paid for is 1 stamp";
    private static final String FREE_COFFEE = "7 stamps pay for a coffee";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @Test
    void every_coffee_paid_for_is_a_stamp() {
        given(RULES)
                .buys(Line.of(2, "latte", "coffee", "4.80"), Line.of(1, "croissant", "pastry", "2.20"))
                .earns(2, "stamps")
                .because(STAMP)
                .misses(6, "stamps", FREE_COFFEE)
                .leavesToPay("11.80")
                .andNothingElse();
    }

    @Test
    void seven_bought_and_the_eighth_is_free() {
        given(RULES)
                .buys(7, "coffee", "3.00")
                .leavesToPay("21.00")
                .then()
                .buys(1, "coffee", "3.00")
                .givesFree(1, "coffee")
                .because(FREE_COFFEE)
                .spends(7, "stamps")
                .leavesToPay("0.00")
                .leaves(0, "stamps")
                .andNothingElse();
    }

    @Test
    void the_receipt_that_fills_the_card_can_use_it() {
        given(RULES)
                .holding(6, "stamps")
                .buys(Line.of(1, "latte", "coffee", "4.80"), Line.of(1, "espresso", "coffee", "2.50"))
                .earns(1, "stamps")
                .givesFree(1, "coffee")
                .leavesToPay("4.80")
                .leaves(0, "stamps");
    }

    @Test
    void the_stamp_for_the_only_coffee_does_not_pay_for_that_coffee() {
        given(RULES)
                .holding(6, "stamps")
                .buys(1, "coffee", "3.00")
                .earns(1, "stamps")
                .misses(1, "stamps", FREE_COFFEE)
                .leavesToPay("3.00")
                .leaves(7, "stamps");
    }

    @Test
    void a_free_coffee_is_no_stamp() {
        given(RULES)
                .holding(7, "stamps")
                .buys(1, "coffee", "3.00")
                .givesFree(1, "coffee")
                .earnsNothing();
    }

    @Test
    void a_coffee_paid_with_a_gift_card_is_no_stamp() {
        given(RULES).by("tender", "gift card").buys(3, "coffee", "3.00").earnsNothing();
    }

    @Test
    void paying_by_anything_else_is_a_stamp_whether_the_till_says_how_or_not() {
        given(RULES).by("tender", "cash").buys(1, "coffee", "3.00").earns(1, "stamps");
        given(RULES).buys(1, "coffee", "3.00").earns(1, "stamps");
    }

    @Test
    void a_full_card_pays_even_when_the_rest_is_paid_with_a_gift_card() {
        given(RULES)
                .holding(7, "stamps")
                .by("tender", "gift card")
                .buys(2, "coffee", "3.00")
                .givesFree(1, "coffee")
                .earnsNothing()
                .leavesToPay("3.00");
    }

    @Test
    void a_full_card_waits_while_no_coffee_is_bought() {
        given(RULES)
                .holding(7, "stamps")
                .buys(1, "croissant", "2.20")
                .leaves(7, "stamps")
                .andNothingElse();
    }
}
