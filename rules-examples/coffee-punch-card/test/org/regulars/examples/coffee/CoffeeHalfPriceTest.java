package org.regulars.examples.coffee;

import static org.regulars.testing.Scenario.given;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Line;
import org.regulars.RuleSet;
import org.regulars.testing.RuleCoverage;

/** The terms of the card that makes a coffee half the price. */
class CoffeeHalfPriceTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("coffee-punch-card/coffee-half-price.drl");

    private static final String HALF_PRICE = "7 stamps take 50 percent off a coffee";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @ParameterizedTest(name = "with {0} stamps {1} coffees at 3.00 are {2} off, and leave {3} stamps")
    @CsvSource({
        " 6, 1, 0.00, 7",
        " 7, 1, 1.50, 1",
        " 7, 2, 1.50, 2",
        "14, 2, 1.50, 9",
        " 0, 8, 0.00, 8",
    })
    void seven_stamps_of_earlier_visits_take_half_off_one_coffee(int held, int coffees, String off, long left) {
        given(RULES)
                .holding(held, "stamps")
                .buys(coffees, "coffee", "3.00")
                .discounts(off)
                .leaves(left, "stamps");
    }

    @Test
    void it_is_the_cheapest_coffee_and_half_a_cent_is_rounded_up() {
        given(RULES)
                .holding(7, "stamps")
                .buys(Line.of(1, "latte", "coffee", "4.80"), Line.of(1, "espresso", "coffee", "2.55"))
                .discounts("1.28")
                .because(HALF_PRICE)
                .leavesToPay("6.07")
                .earns(2, "stamps")
                .because("Every coffee paid for is 1 stamp")
                .spends(7, "stamps")
                .andNothingElse();
    }

    @Test
    void a_full_card_waits_while_no_coffee_is_bought() {
        given(RULES)
                .holding(7, "stamps")
                .buys(1, "tea", "2.20")
                .leaves(7, "stamps")
                .andNothingElse();
    }

    @Test
    void a_coffee_paid_with_a_gift_card_is_no_stamp() {
        given(RULES).by("tender", "gift card").buys(1, "coffee", "3.00").earnsNothing();
    }

    @Test
    void with_the_coffee_at_half_price_its_stamps_come_back() {
        given(RULES)
                .holding(7, "stamps")
                .buys(1, "coffee", "4.00")
                .discounts("2.00")
                .then()
                .returnsEverything()
                .refunds("2.00")
                .givesBack(7, "stamps")
                .takesBack(1, "stamps")
                .leaves(7, "stamps");
    }
}
