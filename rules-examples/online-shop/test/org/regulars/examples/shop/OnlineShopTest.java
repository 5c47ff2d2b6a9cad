package org.regulars.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.testing.Scenario.given;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Line;
import org.regulars.RuleSet;
import org.regulars.testing.OutcomeAssert;
import org.regulars.testing.RuleCoverage;
import org.regulars.testing.Scenario;

/** The terms of the online shop. */
class OnlineShopTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("online-shop/online-shop.drl");

    private static final String FIVE_OFF = "5 off an order from 50";
    private static final String FIFTEEN_OFF = "15 off an order from 120";
    private static final String COUPON = "WELCOME10 takes 10 percent off the first order";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @ParameterizedTest(name = "an order for {0} is {1} off")
    @CsvSource({
        " 49.99,  0.00, ''",
        " 50.00,  5.00, " + FIVE_OFF,
        "119.99,  5.00, " + FIVE_OFF,
        "120.00, 15.00, " + FIFTEEN_OFF,
    })
    void an_order_from_fifty_is_five_off_and_one_from_hundred_and_twenty_fifteen(
            String price, String off, String rule) {
        OutcomeAssert order = regular().buys(1, "lamp", price).discounts(off);
        if (!rule.isEmpty()) {
            order.because(rule);
        }
    }

    @Test
    void the_coupon_takes_ten_percent_off_the_first_order() {
        given(RULES)
                .by("coupon", "WELCOME10")
                .buys(1, "mug", "12.50")
                .discounts("1.25")
                .because(COUPON);
    }

    @Test
    void the_coupon_is_for_the_first_order_only() {
        given(RULES)
                .buys(1, "mug", "12.50")
                .then()
                .by("coupon", "WELCOME10")
                .buys(1, "mug", "12.50")
                .discounts("0.00");
    }

    @Test
    void another_coupon_takes_nothing_off() {
        given(RULES).by("coupon", "WELCOME99").buys(1, "mug", "12.50").discounts("0.00");
    }

    @ParameterizedTest(name = "on {0} the coupon takes {1} off")
    @CsvSource({
        "2025-12-31T23:59, 0.00",
        "2026-01-01T00:00, 1.00",
        "2026-12-31T23:59, 1.00",
        "2027-01-01T00:00, 0.00",
    })
    void the_coupon_is_good_in_2026(String when, String off) {
        given(RULES).at(when).by("coupon", "WELCOME10").buys(1, "mug", "10.00").discounts(off);
    }

    @ParameterizedTest(name = "with the coupon an order for {0} is {1} off")
    @CsvSource({
        " 40.00,  4.00, " + COUPON,
        " 50.00,  5.00, " + FIVE_OFF,
        " 60.00,  6.00, " + COUPON,
        "130.00, 15.00, " + FIFTEEN_OFF,
        "160.00, 16.00, " + COUPON,
    })
    void of_coupon_and_savings_the_best_one_counts(String price, String off, String rule) {
        given(RULES)
                .by("coupon", "WELCOME10")
                .buys(1, "lamp", price)
                .discounts(off)
                .because(rule);
    }

    @ParameterizedTest(name = "an order for {0} leaves {1} to pay, delivery included")
    @CsvSource({
        "39.99, 44.89",
        "40.00, 40.00",
    })
    void delivery_is_free_from_forty(String price, String toPay) {
        regular().shipping("4.90").buys(1, "lamp", price).leavesToPay(toPay);
    }

    @Test
    void it_is_what_is_left_to_pay_that_makes_delivery_free() {
        given(RULES)
                .shipping("4.90")
                .by("coupon", "WELCOME10")
                .buys(1, "lamp", "44.00")
                .discounts("4.40")
                .leavesToPay("44.50");
        regular().shipping("4.90").buys(1, "lamp", "44.00").shipsFree().because("Delivery is free from 40");
    }

    @ParameterizedTest(name = "{0} less 5: {1} tote bags")
    @CsvSource({
        "84.99, 0",
        "85.00, 1",
    })
    void a_tote_bag_comes_along_when_eighty_are_left_to_pay(String price, long bags) {
        OutcomeAssert order = regular().buys(1, "coat", price).givesFree(bags, "tote bag");
        if (bags > 0) {
            order.because("A tote bag comes along from 80");
        }
    }

    @Test
    void from_the_fifth_order_on_the_sale_opens_a_day_early() {
        assertThat(given(RULES)
                        .holding(3, "orders")
                        .buys(1, "mug", "12.00")
                        .outcome()
                        .benefits())
                .isEmpty();
        given(RULES)
                .holding(4, "orders")
                .buys(1, "mug", "12.00")
                .earns(1, "orders")
                .because("Each order counts as 1")
                .gives("early access")
                .because("5 orders open the sale a day early")
                .andNothingElse();
    }

    @Test
    void a_saving_is_spread_over_the_order_to_the_last_cent() {
        regular()
                .buys(
                        Line.of(1, "lamp", "home", "20.00"),
                        Line.of(1, "vase", "home", "20.00"),
                        Line.of(1, "bowl", "home", "20.00"))
                .discounts("5.00")
                .leavesToPay("55.00");
    }

    private static Scenario regular() {
        return given(RULES).holding(1, "orders");
    }
}
