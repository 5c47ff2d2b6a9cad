package org.regulars.examples.coffee;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.testing.Scenario.given;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Line;
import org.regulars.RuleSet;
import org.regulars.RuleSetException;
import org.regulars.testing.RuleCoverage;

/** The terms of the card for next time. */
class CoffeeNextTimeTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("coffee-punch-card/coffee-next-time.drl");

    private static final String FREE_COFFEE = "7 stamps turn into a coffee for next time, up to 5.00";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @Test
    void the_seventh_stamp_turns_the_card_into_a_coffee_for_next_time() {
        given(RULES)
                .holding(6, "stamps")
                .buys(1, "coffee", "3.00")
                .earns(1, "stamps")
                .because("Every coffee paid for is 1 stamp")
                .givesNextTime(1, "coffee")
                .because(FREE_COFFEE)
                .spends(7, "stamps")
                .leavesToPay("3.00")
                .andNothingElse();
    }

    @Test
    void next_time_the_cheapest_coffee_is_free() {
        given(RULES)
                .holding(6, "stamps")
                .buys(1, "coffee", "3.00")
                .then()
                .buys(Line.of(1, "latte", "coffee", "4.80"), Line.of(1, "espresso", "coffee", "2.50"))
                .givesFree(1, "coffee")
                .because(FREE_COFFEE)
                .earns(1, "stamps")
                .leavesToPay("4.80")
                .andNothingElse();
    }

    @ParameterizedTest(name = "of a coffee for {0} the member pays {1}")
    @CsvSource({"4.99, 0.00", "5.00, 0.00", "5.01, 0.01", "6.20, 1.20"})
    void the_free_coffee_is_worth_up_to_five(String price, String toPay) {
        given(RULES)
                .holding(6, "stamps")
                .buys(1, "coffee", "3.00")
                .then()
                .buys(1, "coffee", price)
                .givesFree(1, "coffee")
                .leavesToPay(toPay)
                .earnsNothing();
    }

    @Test
    void eight_at_once_are_all_paid_and_leave_a_coffee_and_a_stamp_for_next_time() {
        given(RULES)
                .buys(8, "coffee", "3.00")
                .givesFree(0, "coffee")
                .givesNextTime(1, "coffee")
                .leavesToPay("24.00")
                .leaves(1, "stamps");
    }

    @Test
    void two_full_cards_are_two_coffees() {
        given(RULES)
                .holding(13, "stamps")
                .buys(1, "coffee", "3.00")
                .givesNextTime(2, "coffee")
                .leaves(0, "stamps")
                .then()
                .buys(3, "coffee", "3.00")
                .givesFree(2, "coffee")
                .leavesToPay("3.00");
    }

    @Test
    void the_free_coffee_waits_while_no_coffee_is_bought() {
        given(RULES)
                .holding(6, "stamps")
                .buys(1, "coffee", "3.00")
                .then()
                .buys(1, "croissant", "2.20")
                .andNothingElse()
                .then()
                .buys(1, "coffee", "3.00")
                .givesFree(1, "coffee")
                .earnsNothing();
    }

    @Test
    void a_coffee_for_next_time_goes_with_the_coffee_that_filled_the_card() {
        given(RULES)
                .holding(6, "stamps")
                .buys(1, "coffee", "3.00")
                .then()
                .returnsEverything()
                .refunds("3.00")
                .leaves(6, "stamps")
                .then()
                .buys(1, "tea", "2.00")
                .andNothingElse();
    }

    @Test
    void a_coffee_paid_with_a_gift_card_is_no_stamp() {
        given(RULES)
                .holding(6, "stamps")
                .by("tender", "gift card")
                .buys(1, "coffee", "3.00")
                .andNothingElse();
    }

    @Test
    void the_cards_are_refused_together() {
        assertThatThrownBy(() -> RuleSet.fromClasspath(
                        "coffee-punch-card/coffee-punch-card.drl", "coffee-punch-card/coffee-next-time.drl"))
                .isInstanceOf(RuleSetException.class)
                .hasMessageContaining("There is already a rule \"Every coffee paid for is 1 stamp\"");
    }
}
