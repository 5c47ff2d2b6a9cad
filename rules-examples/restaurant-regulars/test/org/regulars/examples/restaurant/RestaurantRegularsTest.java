package org.regulars.examples.restaurant;

import static org.regulars.testing.Scenario.given;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Line;
import org.regulars.RuleSet;
import org.regulars.testing.OutcomeAssert;
import org.regulars.testing.RuleCoverage;
import org.regulars.testing.Scenario;

/** The terms of the regulars' table. */
class RestaurantRegularsTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("restaurant-regulars/restaurant-regulars.drl");

    private static final String FIFTH = "The fifth visit, which makes 5: 20 percent off, up to 25.00";
    private static final String REGULAR = "4 visits in a month: a regular for 30 days";
    private static final String DESSERT = "4 weeks in a row: a dessert, for 30 days";
    private static final String ANEW = "A whole week without a visit: the weeks begin anew";
    private static final String LUNCH = "Lunch for 2: a coffee is free";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @ParameterizedTest(name = "a bill of {0} is {1} visits")
    @CsvSource({"9.99, 0", "10.00, 1", "150.00, 1"})
    void a_bill_from_ten_on_is_a_visit(String bill, long visits) {
        given(RULES)
                .buys(1, "starter", bill)
                .earns(visits, "visits")
                .earns(visits, "visits this month")
                .earns(visits, "weeks in a row");
    }

    @ParameterizedTest(name = "a second bill at {0} is {1} visits more")
    @CsvSource({"2026-01-05T23:59, 0", "2026-01-06T00:00, 1"})
    void a_day_is_one_visit_however_many_bills(String second, long visits) {
        given(RULES)
                .at("2026-01-05T00:00")
                .buys(1, "main", "20.00")
                .then()
                .at(second)
                .buys(1, "main", "20.00")
                .earns(visits, "visits")
                .leaves(1 + visits, "visits this month");
    }

    @Test
    void every_fifth_visit_is_twenty_percent_off() {
        OutcomeAssert visit = on(1).buys(1, "main", "20.00").discounts("0.00");
        for (int day = 2; day <= 15; day++) {
            visit = visit.then()
                    .on(date(7 * (day - 1)))
                    .buys(1, "main", "20.00")
                    .discounts(day % 5 == 0 ? "4.00" : "0.00")
                    .leaves(day % 5, "visits");
        }
    }

    @ParameterizedTest(name = "of a bill of {0} the fifth visit takes {1} off")
    @CsvSource({
        "  9.99,  0.00",
        " 10.00,  2.00",
        " 10.03,  2.01",
        "124.95, 24.99",
        "125.00, 25.00",
        "300.00, 25.00",
    })
    void the_fifth_visit_saves_up_to_twenty_five(String bill, String off) {
        given(RULES).holding(4, "visits").buys(1, "starter", bill).discounts(off);
    }

    @Test
    void a_second_bill_of_the_day_is_not_the_fifth_visit() {
        given(RULES)
                .holding(3, "visits")
                .buys(1, "main", "20.00")
                .misses(1, "visits", FIFTH)
                .then()
                .buys(1, "main", "20.00")
                .misses(1, "visits", FIFTH)
                .discounts("0.00");
    }

    @Test
    void a_fifth_visit_brought_back_was_none() {
        given(RULES)
                .holding(4, "visits")
                .buys(1, "main", "20.00")
                .discounts("4.00")
                .then()
                .returnsEverything()
                .refunds("16.00")
                .leaves(4, "visits");
    }

    @ParameterizedTest(name = "a bill of {0}, {1} of it by gift card, earns {2}")
    @CsvSource({"0.99,, 0", "33.50,, 33", "33.50, 10.00, 23", "33.50, 33.50, 0", "33.50, 50.00, 0"})
    void a_point_for_every_unit_of_money_that_no_gift_card_paid(String bill, String giftCard, long points) {
        (giftCard == null ? given(RULES) : given(RULES).by("gift card", giftCard))
                .buys(1, "main", bill)
                .earns(points, "points");
    }

    @Test
    void four_visits_in_a_month_make_a_regular_for_thirty_days() {
        on(1).buys(1, "main", "20.00")
                .then()
                .on("2026-01-02")
                .buys(1, "main", "20.00")
                .then()
                .on("2026-01-03")
                .buys(1, "main", "20.00")
                .leavesInTier("Guest")
                .then()
                .on("2026-01-04")
                .buys(1, "main", "20.00")
                .earns(20, "points")
                .upgradesTo("Regular")
                .because(REGULAR)
                .leavesInTier("Regular", "2026-02-03")
                .then()
                .on("2026-01-05")
                .buys(1, "main", "20.00")
                .discounts("4.00")
                .earns(32, "points")
                .because("Regulars earn 2 times the points")
                .leavesInTier("Regular", "2026-02-03")
                .then()
                .at("2026-02-03T23:59")
                .buys(1, "main", "20.00")
                .earns(40, "points")
                .then()
                .at("2026-02-04T00:00")
                .buys(1, "main", "20.00")
                .fallsTo("Guest")
                .earns(20, "points");
    }

    @Test
    void visits_of_two_months_do_not_add_up_to_a_regular() {
        on(29).buys(1, "main", "20.00")
                .then()
                .on("2026-01-30")
                .buys(1, "main", "20.00")
                .then()
                .at("2026-01-31T23:59")
                .buys(1, "main", "20.00")
                .leaves(3, "visits this month")
                .then()
                .at("2026-02-01T00:00")
                .buys(1, "main", "20.00")
                .leaves(1, "visits this month")
                .leavesInTier("Guest");
    }

    @Test
    void four_weeks_in_a_row_are_a_dessert_for_thirty_days() {
        weeks("2026-01-11", "2026-01-12", "2026-01-25", "2026-01-26")
                .givesNextTime(1, "dessert")
                .because(DESSERT)
                .spends(4, "weeks in a row")
                .leaves(0, "weeks in a row")
                .then()
                .at("2026-02-25T23:59")
                .buys(Line.of(1, "strudel", "dessert", "6.20"), Line.of(1, "goulash", "main", "16.00"))
                .givesFree(1, "dessert")
                .leavesToPay("12.80");
        weeks("2026-01-11", "2026-01-12", "2026-01-25", "2026-01-26")
                .then()
                .at("2026-02-26T00:00")
                .buys(1, "dessert", "6.20")
                .givesFree(0, "dessert");
    }

    @Test
    void two_visits_in_a_week_are_one_week() {
        weeks("2026-01-05", "2026-01-11", "2026-01-12", "2026-01-18").leaves(2, "weeks in a row");
    }

    @Test
    void a_whole_week_without_a_visit_begins_the_weeks_anew() {
        weeks("2026-01-05", "2026-01-12", "2026-01-19")
                .then()
                .waitsUntil("2026-02-01T23:59")
                .leaves(3, "weeks in a row")
                .then()
                .waitsUntil("2026-02-02T00:00")
                .forfeits(3, "weeks in a row")
                .because(ANEW)
                .then()
                .buys(1, "main", "20.00")
                .leaves(1, "weeks in a row");
    }

    @ParameterizedTest(name = "asking for {0} points of {1} on a bill of 20.00 uses {2}")
    @CsvSource({"100, 500, 100", "200, 500, 200", "201, 500, 200", "500, 500, 200", "100, 60, 60", "1, 500, 1"})
    void points_pay_for_at_most_half_the_bill(long wish, long held, long used) {
        given(RULES)
                .holding(held, "points")
                .asking(wish, "points")
                .buys(1, "main", "20.00")
                .paysWith(used, "points");
    }

    @Test
    void points_are_used_only_when_asked_for() {
        given(RULES).holding(500, "points").buys(1, "main", "20.00").leavesToPay("20.00");
    }

    @ParameterizedTest(name = "at {0} with {1} mains: {2} coffees free")
    @CsvSource({
        "11:29, 2, 0",
        "11:30, 2, 1",
        "14:29, 2, 1",
        "14:30, 2, 0",
        "12:00, 1, 0",
        "12:00, 3, 1",
    })
    void at_lunch_two_mains_bring_a_coffee(String time, int mains, long free) {
        OutcomeAssert lunch = given(RULES)
                .at("2026-06-10T" + time)
                .buys(Line.of(mains, "goulash", "main", "15.00"), Line.of(2, "espresso", "coffee", "2.90"))
                .givesFree(free, "coffee");
        if (free > 0) {
            lunch.because(LUNCH);
        }
    }

    @Test
    void without_a_coffee_there_is_none_free() {
        given(RULES).at("2026-06-10T12:00").buys(2, "main", "15.00").givesFree(0, "coffee");
    }

    @ParameterizedTest(name = "on {0} with a {1}: {2} mulled wine")
    @CsvSource({
        "2026-11-30T23:59, main,    0",
        "2026-12-01T00:00, main,    1",
        "2026-12-31T23:59, main,    1",
        "2027-01-01T00:00, main,    0",
        "2026-12-10T19:00, dessert, 0",
    })
    void in_december_a_mulled_wine_comes_with_a_main(String when, String what, long wines) {
        given(RULES).at(when).buys(1, what, "15.00").givesFree(wines, "mulled wine");
    }

    private static OutcomeAssert weeks(String first, String... others) {
        OutcomeAssert visit = given(RULES).on(first).buys(1, "main", "20.00");
        for (String date : others) {
            visit = visit.then().on(date).buys(1, "main", "20.00");
        }
        return visit;
    }

    private static Scenario on(int dayOfJanuary) {
        return given(RULES).on(date(dayOfJanuary - 1));
    }

    private static String date(int daysAfterNewYear) {
        return LocalDate.of(2026, 1, 1).plusDays(daysAfterNewYear).toString();
    }
}
