package org.regulars.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
    private static final String WELCOME = "WELCOME10 takes 10 percent off the first order but nothing off the sale";
    private static final String BOOKS = "BOOKS3 takes 3 off the books, once";
    private static final String THANKS = "1 thank-you coupon: 4 off";
    private static final String COFFEE = "1 coffee coupon: 3 off a bag of coffee";

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
    void the_welcome_takes_ten_percent_off_the_first_order() {
        given(RULES)
                .asking("WELCOME10")
                .buys(1, "mug", "12.50")
                .discounts("1.25")
                .because(WELCOME);
    }

    @Test
    void things_on_sale_are_left_out() {
        given(RULES)
                .asking("WELCOME10")
                .buys(
                        Line.of(1, "mug", "home", "12.00"),
                        Line.of(1, "bowl", "home", "18.00").with("label", "sale"),
                        Line.of(1, "vase", "home", "10.00"))
                .discounts("2.20")
                .leavesToPay("37.80");
    }

    @Test
    void it_is_for_the_first_order_only_and_who_asks_again_is_told() {
        given(RULES)
                .asking("WELCOME10")
                .buys(1, "mug", "12.50")
                .then()
                .asking("WELCOME10")
                .buys(1, "mug", "12.50")
                .discounts("0.00")
                .refuses("WELCOME10");
    }

    @Test
    void another_coupon_takes_nothing_off() {
        given(RULES)
                .asking("WELCOME99")
                .buys(1, "mug", "12.50")
                .discounts("0.00")
                .refuses("WELCOME99");
    }

    @ParameterizedTest(name = "on {0} the welcome takes {1} off")
    @CsvSource({
        "2026-01-01T00:00, 1.00",
        "2028-12-31T23:59, 1.00",
        "2029-01-01T00:00, 0.00",
    })
    void the_welcome_is_good_through_2028(String when, String off) {
        given(RULES).at(when).asking("WELCOME10").buys(1, "mug", "10.00").discounts(off);
    }

    @ParameterizedTest(name = "with the welcome an order for {0} is {1} off")
    @CsvSource({
        " 40.00,  4.00, " + WELCOME,
        " 50.00,  5.00, " + FIVE_OFF,
        " 60.00,  6.00, " + WELCOME,
        "130.00, 15.00, " + FIFTEEN_OFF,
        "160.00, 16.00, " + WELCOME,
    })
    void of_the_savings_the_best_one_counts_for_the_whole_order(String price, String off, String rule) {
        BigDecimal half = new BigDecimal(price).divide(new BigDecimal(2));
        given(RULES)
                .asking("WELCOME10")
                .buys(
                        Line.totalling(BigDecimal.ONE, "lamp", "home", half),
                        Line.totalling(BigDecimal.ONE, "vase", "home", half))
                .discounts(off)
                .because(rule);
    }

    @ParameterizedTest(name = "{0} coupons of thanks, BOOKS3 {1}: {2} off")
    @CsvSource({
        "0, false,  5.00",
        "0, true,   8.00",
        "1, false,  9.00",
        "1, true,  12.00",
        "3, true,  12.00",
    })
    void other_coupons_go_with_the_saving_and_with_each_other_one_of_a_sort(long thanks, boolean books, String off) {
        Scenario order = regular().holding(thanks, "thank-you coupons");
        order = books ? order.asking("BOOKS3") : order;

        order.buys(Line.of(1, "novel", "books", "20.00"), Line.of(1, "lamp", "home", "40.00"))
                .discounts(off)
                .spends(Math.min(thanks, 1), "thank-you coupons");
    }

    @ParameterizedTest(name = "{0} pairs of socks: {1} free")
    @CsvSource({"2, 0", "3, 1", "5, 1", "6, 2"})
    void of_socks_three_cost_as_much_as_two(long pairs, long free) {
        regular().buys(pairs, "socks", "7.50").givesFree(free, "socks");
    }

    @ParameterizedTest(name = "socks, and a lamp for {0}: {1} free, {2} off")
    @CsvSource({
        "49.99, 1, 0.00", // 7.50 is more than 5
        "97.49, 1, 0.00",
        "97.50, 0, 15.00",
    })
    void the_socks_are_one_of_the_savings(String lamp, long free, String off) {
        regular()
                .buys(Line.of(3, "socks", "socks", "7.50"), Line.of(1, "lamp", "home", lamp))
                .givesFree(free, "socks")
                .discounts(off);
    }

    @ParameterizedTest(name = "{0} boxes: {1} off")
    @CsvSource({"0, 0.00", "1, 0.20", "10, 2.00", "11, 2.00"})
    void each_box_sent_back_takes_something_off(String boxes, String off) {
        regular().by("boxes back", boxes).buys(1, "mug", "12.00").discounts(off);
    }

    @ParameterizedTest(name = "books for {0}: {1} off")
    @CsvSource({"2.50, 2.50", "3.00, 3.00", "20.00, 3.00"})
    void the_coupon_for_books_takes_no_more_off_than_they_cost(String price, String off) {
        regular()
                .asking("BOOKS3")
                .buys(Line.of(1, "novel", "books", price), Line.of(1, "mug", "home", "12.00"))
                .discounts(off)
                .because(BOOKS);
    }

    @Test
    void the_coupon_for_books_is_good_once_and_for_books_only() {
        regular()
                .asking("BOOKS3")
                .buys(1, "mug", "12.00")
                .discounts("0.00")
                .refuses("BOOKS3")
                .then()
                .asking("BOOKS3")
                .buys(1, "books", "12.00")
                .discounts("3.00")
                .earns(1, "BOOKS3 used")
                .because("BOOKS3 is used once 1 book is paid for")
                .then()
                .asking("BOOKS3")
                .buys(1, "books", "12.00")
                .discounts("0.00");
    }

    @ParameterizedTest(name = "an order for {0} with {1} coupons: {2} more")
    @CsvSource({
        "29.99, 0, 0",
        "30.00, 0, 1",
        "49.99, 0, 1",
        "50.00, 0, 0",
        "34.00, 1, 0",
    })
    void whoever_pays_the_full_price_gets_a_coupon(String price, long held, long earned) {
        regular().holding(held, "thank-you coupons").buys(1, "lamp", price).earns(earned, "thank-you coupons");
    }

    @Test
    void of_these_there_are_at_most_two_a_week() {
        regular()
                .on("2026-01-05")
                .holding(0, "thank-you coupons")
                .buys(1, "lamp", "30.00")
                .earns(1, "thank-you coupons")
                .then()
                .buys(1, "lamp", "32.00")
                .discounts("4.00")
                .because(THANKS)
                .earns(0, "thank-you coupons")
                .then()
                .buys(1, "lamp", "32.00")
                .earns(1, "thank-you coupons")
                .then()
                .buys(1, "lamp", "9.00")
                .spends(1, "thank-you coupons")
                .then()
                .on("2026-01-11")
                .buys(1, "lamp", "32.00")
                .earns(0, "thank-you coupons")
                .cuts(1, "thank-you coupons")
                .then()
                .on("2026-01-12")
                .buys(1, "lamp", "32.00")
                .earns(1, "thank-you coupons");
    }

    @ParameterizedTest(name = "on {0}: {1} off")
    @CsvSource({"2026-03-03, 4.00", "2026-03-04, 0.00"})
    void a_coupon_of_thanks_is_good_for_sixty_days(String on, String off) {
        regular()
                .on("2026-01-02")
                .buys(1, "lamp", "30.00")
                .then()
                .on(on)
                .buys(1, "mug", "12.00")
                .discounts(off);
    }

    @ParameterizedTest(name = "{0}, {1} delivery, {2}: free {3}")
    @CsvSource({
        "web, standard, 39.99, false",
        "web, standard, 40.00, true",
        "web, express,  40.00, false",
        "app, standard, 24.99, false",
        "app, standard, 25.00, true",
        "app, standard, 40.00, true",
        "app, express,  90.00, false",
    })
    void delivery_is_free_by_channel_and_value(String channel, String delivery, String price, boolean free) {
        OutcomeAssert order = regular()
                .by("channel", channel)
                .by("delivery", delivery)
                .shipping("4.90")
                .buys(1, "lamp", price);

        assertThat(order.outcome().freeShipping()).isEqualTo(free);
    }

    @Test
    void it_is_what_is_left_to_pay_that_makes_delivery_free() {
        given(RULES)
                .shipping("4.90")
                .asking("WELCOME10")
                .buys(1, "lamp", "44.00")
                .discounts("4.40")
                .leavesToPay("44.50");
        regular()
                .shipping("4.90")
                .buys(1, "lamp", "44.00")
                .shipsFree()
                .because("Web: delivery is free from 40, express excepted");
    }

    @ParameterizedTest(name = "{0}: free {1}")
    @CsvSource({"standard, true", "express, false"})
    void a_coupon_makes_delivery_free_for_any_order(String delivery, boolean free) {
        OutcomeAssert order = regular()
                .by("delivery", delivery)
                .shipping("4.90")
                .asking("POST")
                .buys(1, "mug", "5.00");
        if (free) {
            order.shipsFree().because("POST makes delivery free, express excepted");
        } else {
            order.refuses("POST").leavesToPay("9.90");
        }
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

    @ParameterizedTest(name = "{0} things for the kitchen: {1} tea towels")
    @CsvSource({"1, 0", "2, 1", "5, 1"})
    void a_tea_towel_comes_along_with_two_things_for_the_kitchen(long things, long towels) {
        regular().buys(things, "kitchen", "2.00").givesFree(towels, "tea towel");
    }

    @Test
    void a_gift_goes_back_with_what_it_came_along_with() {
        regular()
                .buys(2, "kitchen", "2.00")
                .givesFree(1, "tea towel")
                .because("A tea towel comes along with 2 things for the kitchen")
                .then()
                .returnsEverything()
                .refunds("4.00")
                .takesBack(1, "orders");
    }

    @ParameterizedTest(name = "{0} things, a gift {1}: wrapped {2}")
    @CsvSource({"2, true, false", "3, false, false", "3, true, true", "4, true, true"})
    void a_gift_of_three_things_is_wrapped(int lines, boolean gift, boolean wrapped) {
        Line[] things = new Line[lines];
        for (int i = 0; i < lines; i++) {
            things[i] = Line.of(1, "thing " + i, "home", "3.00");
        }
        Scenario order = gift ? regular().by("wrapping", "gift") : regular();

        assertThat(order.buys(things).outcome().benefits()).isEqualTo(wrapped ? List.of("gift wrapping") : List.of());
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({"1, 104.99, false", "1, 105.00, true", "2, 60.00, false"})
    void a_single_thing_for_a_hundred_travels_insured(long things, String price, boolean insured) {
        OutcomeAssert order = regular().buys(things, "lamp", price);
        if (insured) {
            order.gives("insured parcel").because("A single thing for 100 or more travels insured");
        } else {
            assertThat(order.outcome().benefits()).isEmpty();
        }
    }

    @ParameterizedTest(name = "coffee on 2 January, and on {0} a coupon: {1}")
    @CsvSource({
        "2026-01-30T23:59, 0",
        "2026-01-31T00:00, 1",
        "2026-02-14T23:59, 1",
        "2026-02-15T00:00, 0",
    })
    void when_the_coffee_must_be_gone_there_is_a_coupon_for_two_weeks(String until, long coupons) {
        bought("2026-01-02").waitsUntil(until).leaves(coupons, "coffee coupons");
    }

    @Test
    void more_coffee_in_time_and_the_coupon_comes_later() {
        bought("2026-01-02")
                .on("2026-01-20")
                .buys(1, "coffee", "14.90")
                .keepsAlive(1, "coffee at home")
                .because("More coffee, and it lasts for 28 days from today")
                .discounts("0.00")
                .then()
                .waitsUntil("2026-02-17T23:59")
                .leaves(0, "coffee coupons")
                .leaves(1, "coffee at home")
                .then()
                .waitsUntil("2026-02-18T00:00")
                .expires(1, "coffee at home")
                .earns(1, "coffee coupons")
                .because("Out of coffee: 1 coupon for 14 days");
    }

    @Test
    void the_coupon_is_for_one_bag_of_coffee() {
        bought("2026-01-02")
                .waitsUntil("2026-02-01")
                .then()
                .buys(1, "mug", "12.00")
                .discounts("0.00")
                .then()
                .buys(2, "coffee", "14.90")
                .discounts("3.00")
                .because(COFFEE)
                .spends(1, "coffee coupons")
                .earns(1, "coffee at home")
                .then()
                .buys(2, "coffee", "14.90")
                .discounts("0.00");
    }

    @Test
    void who_sends_the_coffee_back_is_not_out_of_coffee() {
        bought("2026-01-02")
                .on("2026-01-05")
                .returnsEverything()
                .takesBack(1, "coffee at home")
                .then()
                .waitsUntil("2026-03-01")
                .andNothingElse();
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

    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void a_saving_is_spread_over_the_order_to_the_last_cent(long lamps) {
        regular()
                .buys(
                        Line.of(lamps, "lamp", "home", "10.00"),
                        Line.of(1, "vase", "home", "20.00"),
                        Line.of(1, "bowl", "home", "20.00"))
                .discounts("5.00")
                .leavesToPay(String.valueOf(lamps * 10 + 35));
    }

    private static Scenario regular() {
        return given(RULES).holding(1, "orders");
    }

    private static Scenario bought(String on) {
        return regular()
                .joined("2026-01-01")
                .on(on)
                .buys(1, "coffee", "14.90")
                .earns(1, "coffee at home")
                .because("Coffee is in the house")
                .then();
    }
}
