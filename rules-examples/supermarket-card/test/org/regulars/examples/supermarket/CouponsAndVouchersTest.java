package org.regulars.examples.supermarket;

import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Line;
import org.regulars.RuleSet;
import org.regulars.testing.OutcomeAssert;
import org.regulars.testing.RuleCoverage;
import org.regulars.testing.Scenario;

/** The terms of coupons and vouchers, beside the card that gives the points. */
class CouponsAndVouchersTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("supermarket-card/coupons-and-vouchers.drl");

    private static final String QUARTER = "Every quarter 50 points become a voucher of 0.50, from 150 points on";
    private static final String COFFEE = "1 coffee coupon: 1.50 off coffee";
    private static final String YOGHURT = "1 yoghurt coupon: 25 percent off yoghurt, up to 2.00";
    private static final String FUEL = "1 fuel coupon: 0.05 off each litre, up to 3.00";
    private static final String STICKER = "The red sticker: 30 percent off";
    private static final String FRUIT = "Fruit of the week: 40 points more for 4";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @ParameterizedTest(name = "case {0}: {1} points are {2} and {3} points stay")
    @CsvSource({
        "2.6,  265,  2.50, 15",
        "2.7,  149,  0.00, 149",
        "2.7,  150,  1.50, 0",
        "2.7,  199,  1.50, 49",
        "2.7,  200,  2.00, 0",
        "2.8, 1234, 12.00, 34",
        "none,   0,  0.00, 0",
    })
    void every_quarter_points_become_vouchers_in_steps_and_the_rest_stays(
            String number, long points, String vouchers, long left) {
        OutcomeAssert quarter = member("2026-02-14")
                .holding(points, "points")
                .waitsUntil("2026-02-15T00:00")
                .leaves(vouchers, "vouchers")
                .leaves(left, "points");
        if (points == left) {
            quarter.andNothingElse();
        } else {
            quarter.converts(points - left, "points").into(vouchers, "vouchers").because(QUARTER);
        }
    }

    @ParameterizedTest(name = "from {0} to {1} there are {2} vouchers")
    @CsvSource({
        "2026-02-15T00:01, 2026-05-14T23:59, 0",
        "2026-02-15T00:01, 2026-05-15T00:00, 2",
        "2026-05-15T00:01, 2026-08-15T00:00, 2",
        "2026-08-15T00:01, 2026-11-15T00:00, 2",
        "2026-11-15T00:01, 2027-02-15T00:00, 2",
    })
    void vouchers_come_in_the_middle_of_each_quarter(String from, String to, long vouchers) {
        member(from.substring(0, 10))
                .at(from)
                .corrects(200, "points", "carried over")
                .then()
                .waitsUntil(to)
                .leaves(vouchers, "vouchers");
    }

    @Test
    void what_was_left_over_counts_in_the_next_quarter() {
        member("2026-02-14")
                .holding(265, "points")
                .waitsUntil("2026-02-15")
                .leaves(15, "points")
                .then()
                .corrects(135, "points", "earned meanwhile")
                .then()
                .waitsUntil("2026-05-15")
                .converts(150, "points")
                .into("1.50", "vouchers")
                .leaves("4.00", "vouchers");
    }

    @ParameterizedTest(name = "case 2.9: on {0} a voucher of 15 February 2021 pays {1}")
    @CsvSource({"2023-02-28T23:59, 2.50", "2023-03-01T00:00, 0"})
    void vouchers_live_two_years_and_on_to_the_end_of_the_month(String when, String paid) {
        member("2021-02-14")
                .holding(250, "points")
                .waitsUntil("2021-02-15")
                .leaves("2.50", "vouchers")
                .then()
                .at(when)
                .asking("vouchers")
                .buys(1, "Household", "20.00")
                .paysWith(paid, "vouchers");
    }

    @ParameterizedTest(name = "of 4.00 in vouchers {0} pay for {1}")
    @CsvSource({
        "4.00, Household,  20.00",
        "3.20, Household,   3.20",
        "0,    Gift Cards, 20.00",
        "0,    Tobacco,    20.00",
    })
    void vouchers_pay_for_everything_but_gift_cards_and_tobacco(String paid, String category, String price) {
        given(RULES)
                .holding("4.00", "vouchers")
                .asking("vouchers")
                .buys(1, category, price)
                .paysWith(paid, "vouchers");
    }

    @Test
    void vouchers_pay_once_for_all_lines_and_only_when_asked_for() {
        given(RULES)
                .holding("4.00", "vouchers")
                .asking("vouchers")
                .buys(Line.of(1, "cheese", "Dairy", "3.00"), Line.of(1, "soap", "Household", "3.00"))
                .paysWith("4.00", "vouchers")
                .leavesToPay("2.00")
                .then()
                .returnsEverything()
                .refunds("2.00")
                .leaves("4.00", "vouchers");
        given(RULES).holding("4.00", "vouchers").buys(1, "Household", "20.00").leavesToPay("20.00");
    }

    @ParameterizedTest(name = "a coupon for {0}")
    @CsvSource({"coffee", "yoghurt", "fuel"})
    void a_coupon_can_be_taken_once_a_month_and_is_good_to_the_end_of_the_quarter(String what) {
        String coupons = what + " coupons";
        given(RULES)
                .on("2026-05-30")
                .by("for", what)
                .does("took a coupon")
                .earns(1, coupons)
                .then()
                .does("took a coupon")
                .earns(0, coupons)
                .then()
                .on("2026-06-01")
                .does("took a coupon")
                .earns(1, coupons)
                .then()
                .waitsUntil("2026-06-30T23:59")
                .leaves(2, coupons)
                .then()
                .waitsUntil("2026-07-01T00:00")
                .expires(2, coupons);
    }

    @Test
    void there_is_no_coupon_for_anything_else() {
        given(RULES).by("for", "wine").does("took a coupon").andNothingElse();
    }

    @ParameterizedTest(name = "coffee for {0}: {1} off")
    @CsvSource({"4.80, 1.50", "1.50, 1.50", "1.20, 1.20"})
    void a_coffee_coupon_is_one_and_a_half_off(String price, String off) {
        given(RULES)
                .holding(2, "coffee coupons")
                .buys(1, "coffee", price)
                .discounts(off)
                .because(COFFEE)
                .spends(1, "coffee coupons");
    }

    @ParameterizedTest(name = "yoghurt for {0}: {1} off")
    @CsvSource({"4.00, 1.00", "8.00, 2.00", "8.04, 2.00", "20.00, 2.00"})
    void a_yoghurt_coupon_is_a_quarter_off_up_to_two(String price, String off) {
        given(RULES)
                .holding(1, "yoghurt coupons")
                .buys(1, "yoghurt", price)
                .discounts(off)
                .because(YOGHURT);
    }

    @ParameterizedTest(name = "{0} litres: {1} off")
    @CsvSource({"10, 0.50", "30.5, 1.53", "60, 3.00", "61, 3.00"})
    void a_fuel_coupon_is_so_much_off_each_litre(String litres, String off) {
        given(RULES)
                .holding(1, "fuel coupons")
                .buys(Line.totalling(new BigDecimal(litres), "diesel", "Fuel", new BigDecimal("90.00")))
                .discounts(off)
                .because(FUEL);
    }

    @Test
    void a_coupon_stays_where_there_is_nothing_it_is_for_and_is_given_back_with_what_comes_back() {
        given(RULES)
                .holding(1, "coffee coupons")
                .buys(1, "tea", "3.00")
                .leaves(1, "coffee coupons")
                .andNothingElse()
                .then()
                .buys(1, "coffee", "4.80")
                .discounts("1.50")
                .then()
                .returnsEverything()
                .refunds("3.30")
                .givesBack(1, "coffee coupons");
    }

    @ParameterizedTest(name = "{0} with a red sticker: 30 percent off, and no coupon")
    @CsvSource({"coffee", "yoghurt", "bread"})
    void a_red_sticker_is_thirty_percent_off_and_no_coupon_comes_on_top(String what) {
        given(RULES)
                .holding(1, "coffee coupons")
                .holding(1, "yoghurt coupons")
                .buys(Line.of(1, what, what, "5.00").with("sticker", "red"))
                .discounts("1.50")
                .because(STICKER)
                .leaves(1, "coffee coupons")
                .leaves(1, "yoghurt coupons");
    }

    @ParameterizedTest(name = "{0} of the fruit of the week: {1} points")
    @CsvSource({"3, 0", "4, 40", "9, 40"})
    void four_of_the_fruit_of_the_week_are_forty_points(int pieces, long points) {
        OutcomeAssert fruit = given(RULES).buys(pears(pieces)).earns(points, "points");
        if (points > 0) {
            fruit.because(FRUIT);
        }
    }

    @Test
    void the_fruit_of_the_week_is_rewarded_once_a_week() {
        given(RULES)
                .on("2026-01-05")
                .buys(pears(4))
                .earns(40, "points")
                .then()
                .at("2026-01-11T23:59")
                .buys(pears(4))
                .earns(0, "points")
                .cuts(40, "points")
                .then()
                .at("2026-01-12T00:00")
                .buys(pears(4))
                .earns(40, "points");
        given(RULES).buys(4, "pear", "0.70").earns(0, "points");
    }

    private static Line pears(int pieces) {
        return Line.of(pieces, "pear", "Produce", "0.70").with("offer", "fruit of the week");
    }

    /** A member who is up to date on a day. */
    private static Scenario member(String date) {
        return given(RULES).joined(date).on(date);
    }
}
