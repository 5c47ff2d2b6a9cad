package org.regulars.examples.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.Return.line;
import static org.regulars.testing.Scenario.given;

import java.time.LocalDate;
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

/** The terms of the coffee stars. */
class CoffeeStarsTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("coffee-stars/coffee-stars.drl");

    private static final String TUESDAY = "2026-03-03";
    private static final String FIRST_MONDAY = "2026-03-02";

    private static final String ONE_STAR = "1 star for every unit of money";
    private static final String DOUBLE = "The first Monday of the month: double stars";
    private static final String AHEAD = "Order ahead: 5 stars extra, once a day";
    private static final String LIVE_ON = "Gold and above: stars live on, 1 month after the other";
    private static final String FILMS = "Gold and above watch the films from our roastery";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @ParameterizedTest(name = "{0} earns {2} stars for {1}")
    @CsvSource({
        "Green,    0.01,  0.1",
        "Green,    4.80,  4.8",
        "Green,    4.81,  4.9",
        "Gold,     4.80,  5.8",
        "Gold,    10.00, 12.0",
        "Reserve,  4.80,  8.2",
        "Reserve, 10.00, 17.0",
    })
    void stars_for_each_unit_of_money_by_tier_in_tenths_rounded_up(String tier, String price, String stars) {
        in(tier).on(TUESDAY)
                .buys(1, "coffee", price)
                .earns(stars, "stars")
                .because(ONE_STAR)
                .earns(price, "paid this year")
                .leavesToPay(price);
    }

    @Test
    void parts_of_a_star_are_rounded_once_a_receipt() {
        given(RULES)
                .on(TUESDAY)
                .buys(Line.of(1, "latte", "coffee", "4.84"), Line.of(1, "tea", "tea", "3.13"))
                .earns("8.0", "stars");
    }

    @Test
    void a_gift_card_earns_nothing_and_does_not_count_for_the_tier() {
        given(RULES).on(TUESDAY).buys(1, "gift card", "500.00").andNothingElse();
    }

    @ParameterizedTest(name = "{0}: {1} stars for 10.00 as Gold")
    @CsvSource({
        "2026-02-28T12:00, 12", // a Saturday
        "2026-03-01T23:59, 12", // a Sunday
        "2026-03-02T00:00, 24", // the first Monday
        "2026-03-02T23:59, 24",
        "2026-03-03T00:00, 12",
        "2026-03-09T12:00, 12", // the second Monday
        "2026-06-01T12:00, 24", // the first of a month
        "2026-09-07T12:00, 24", // the seventh
        "2026-06-08T12:00, 12", // the eighth
    })
    void on_the_first_monday_of_a_month_all_stars_count_double(String when, long stars) {
        OutcomeAssert visit = in("Gold").at(when).buys(1, "coffee", "10.00").earns(stars, "stars");
        if (stars == 24) {
            visit.because(DOUBLE);
        }
    }

    @Test
    void double_stars_do_not_count_twice_for_the_tier() {
        given(RULES).on(FIRST_MONDAY).buys(1, "coffee", "10.00").leaves("10.00", "paid this year");
    }

    @Test
    void ordering_ahead_is_five_stars_extra_once_a_day_and_never_doubled() {
        given(RULES)
                .at("2026-03-02T08:00")
                .by("channel", "order ahead")
                .buys(1, "coffee", "5.00")
                .earns(15, "stars")
                .because(AHEAD)
                .then()
                .at("2026-03-02T16:00")
                .buys(1, "coffee", "5.00")
                .earns(10, "stars")
                .cuts(5, "stars")
                .then()
                .at("2026-03-03T08:00")
                .buys(1, "coffee", "5.00")
                .earns(10, "stars");
    }

    @ParameterizedTest
    @ValueSource(strings = {"counter", "app"})
    void no_other_channel_is_ordering_ahead(String channel) {
        given(RULES)
                .on(TUESDAY)
                .by("channel", channel)
                .buys(1, "coffee", "5.00")
                .earns(5, "stars");
    }

    @ParameterizedTest(name = "loading {0} is {1} stars")
    @CsvSource({"24.99, 0", "25.00, 10", "49.99, 10", "50.00, 20", "60.00, 20", "100.00, 40"})
    void loading_the_card_earns_ten_stars_for_every_full_twenty_five(String amount, long stars) {
        in("Reserve")
                .on(FIRST_MONDAY)
                .by("amount", amount)
                .does("loaded the card")
                .earns(stars, "stars")
                .andNothingElse();
    }

    @ParameterizedTest(name = "{0} with {1} stars")
    @CsvSource({
        "extra shot,  25, 25 stars: an extra shot",
        "coffee,     100, 100 stars: a coffee",
        "breakfast,  200, 200 stars: a breakfast",
        "merchandise, 400, 400 stars: something from the shelf up to 20.00",
    })
    void a_reward_is_given_for_its_stars_and_for_not_a_tenth_less(String reward, int stars, String rule) {
        given(RULES)
                .holding(stars, "stars")
                .on(TUESDAY)
                .asking(reward)
                .buys(1, reward, "6.00")
                .givesFree(1, reward)
                .because(rule)
                .spends(stars, "stars")
                .leavesToPay("0.00")
                .andNothingElse();
        given(RULES)
                .holding(stars - 1 + ".9", "stars")
                .on(TUESDAY)
                .asking(reward)
                .buys(1, reward, "6.00")
                .misses("0.1", "stars", rule)
                .leavesToPay("6.00");
    }

    @Test
    void nothing_is_taken_that_was_not_asked_for() {
        given(RULES)
                .holding(1000, "stars")
                .on(TUESDAY)
                .buys(1, "breakfast", "6.00")
                .leavesToPay("6.00")
                .earns(6, "stars");
    }

    @Test
    void what_is_no_reward_is_refused() {
        given(RULES)
                .holding(1000, "stars")
                .on(TUESDAY)
                .asking("car")
                .buys(1, "coffee", "3.00")
                .refuses("car");
    }

    @Test
    void a_coffee_asked_for_in_the_app_waits_for_the_next_visit() {
        given(RULES)
                .holding(100, "stars")
                .on(TUESDAY)
                .redeems("coffee")
                .givesNextTime(1, "coffee")
                .spends(100, "stars")
                .then()
                .buys(Line.of(1, "latte", "coffee", "4.80"), Line.of(1, "espresso", "coffee", "2.50"))
                .givesFree(1, "coffee")
                .leavesToPay("4.80");
    }

    @ParameterizedTest(name = "for {0} from the shelf the member pays {1}")
    @CsvSource({"19.99, 0.00", "20.00, 0.00", "20.01, 0.01", "24.90, 4.90"})
    void something_from_the_shelf_is_free_up_to_twenty_and_the_rest_earns_nothing(String price, String toPay) {
        given(RULES)
                .holding(400, "stars")
                .on(TUESDAY)
                .asking("merchandise")
                .buys(1, "merchandise", price)
                .leavesToPay(toPay)
                .earnsNothing();
    }

    @Test
    void what_came_from_the_shelf_may_come_back_but_its_stars_stay_spent() {
        given(RULES)
                .holding(400, "stars")
                .on(TUESDAY)
                .asking("merchandise")
                .buys(1, "merchandise", "24.90")
                .then()
                .returnsEverything()
                .refunds("4.90")
                .givesBack(0, "stars")
                .leaves(0, "stars");
    }

    @Test
    void a_free_coffee_brought_back_gives_its_stars_back() {
        given(RULES)
                .holding(100, "stars")
                .on(TUESDAY)
                .asking("coffee")
                .buys(1, "coffee", "3.00")
                .then()
                .returnsEverything()
                .givesBack(100, "stars")
                .leaves(100, "stars");
    }

    @Test
    void stars_of_what_comes_back_are_taken_back_as_far_as_there_are_any() {
        OutcomeAssert grinder = given(RULES)
                .on(TUESDAY)
                .buys(Line.of(1, "grinder", "merchandise", "60.00"), Line.of(1, "beans", "coffee", "40.00"));
        grinder.then()
                .redeems("coffee")
                .then()
                .returns(grinder.outcome(), line(1))
                .refunds("60.00")
                .takesBack(0, "stars")
                .leaves(0, "stars");
    }

    @ParameterizedTest(name = "{0} paid this year and {1} now: {2}")
    @CsvSource({
        "   0,  499.99, Green",
        "   0,  500.00, Gold",
        " 499,    0.99, Green",
        " 499,    1.00, Gold",
        "   0, 2499.99, Gold",
        "   0, 2500.00, Reserve",
        "2400,  100.00, Reserve",
    })
    void five_hundred_in_a_year_are_gold_and_two_and_a_half_thousand_reserve(int before, String now, String tier) {
        given(RULES)
                .holding(before, "paid this year")
                .on(TUESDAY)
                .buys(1, "coffee", now)
                .leavesInTier(tier);
    }

    @Test
    void a_tier_holds_through_the_end_of_the_next_year_and_is_earned_anew_by_then() {
        given(RULES)
                .on("2026-11-02")
                .buys(1, "coffee", "500.00")
                .upgradesTo("Gold")
                .because("500 paid this year: Gold")
                .leavesInTier("Gold", "2027-12-31")
                .then()
                .waitsUntil("2027-12-31T23:59")
                .leavesInTier("Gold")
                .then()
                .waitsUntil("2028-01-01T00:00")
                .fallsTo("Green");
    }

    @Test
    void what_is_paid_counts_for_its_own_year() {
        given(RULES)
                .at("2026-12-31T23:59")
                .buys(1, "coffee", "499.00")
                .then()
                .at("2027-01-01T00:00")
                .buys(1, "coffee", "1.00")
                .leavesInTier("Green")
                .leaves("1.00", "paid this year");
    }

    @ParameterizedTest(name = "stars of {0} are good through {1}")
    @CsvSource({
        "2026-01-01, 2026-07-31",
        "2026-01-31, 2026-07-31",
        "2026-02-01, 2026-08-31",
        "2025-08-31, 2026-02-28",
    })
    void stars_of_green_live_for_six_months_and_on_to_the_end_of_that_month(String earned, String through) {
        given(RULES)
                .on(earned)
                .buys(1, "coffee", "10.00")
                .then()
                .waitsUntil(through + "T23:59")
                .leaves(10, "stars")
                .then()
                .waitsUntil(day(through, 1) + "T00:00")
                .expires(10, "stars")
                .leaves(0, "stars");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gold", "Reserve"})
    void stars_of_gold_and_reserve_live_on_from_month_to_month(String tier) {
        in(tier).on("2026-01-15")
                .buys(1, "coffee", "10.00")
                .then()
                .waitsUntil("2026-06-30")
                .andNothingElse()
                .then()
                .waitsUntil("2026-07-01")
                .keepsAlive(tier.equals("Gold") ? 12 : 17, "stars")
                .because(LIVE_ON)
                .andNothingElse()
                .then()
                .waitsUntil("2030-01-01")
                .expires(0, "stars")
                .leaves(tier.equals("Gold") ? 12 : 17, "stars");
    }

    @Test
    void stars_that_lived_on_lapse_when_the_tier_has_ended() {
        given(RULES)
                .on("2026-03-03")
                .buys(1, "coffee", "500.00")
                .leavesInTier("Gold", "2027-12-31")
                .then()
                .waitsUntil("2028-01-01T23:59")
                .leavesInTier("Green")
                .leaves(500, "stars")
                .then()
                .waitsUntil("2028-01-02T00:00")
                .expires(500, "stars");
    }

    @Test
    void the_films_are_for_gold_and_reserve() {
        in("Green").on(TUESDAY).does("opened the app").andNothingElse();
        in("Gold")
                .on(TUESDAY)
                .does("opened the app")
                .gives("roastery films")
                .because(FILMS)
                .andNothingElse();
        in("Reserve").on(TUESDAY).does("opened the app").gives("roastery films");
    }

    @Test
    void a_year_of_visits_leaves_what_a_hand_would_count() {
        OutcomeAssert year = given(RULES).on("2026-01-06").buys(1, "coffee", "4.80");
        for (int week = 1; week < 52; week++) {
            year = year.then().on(day("2026-01-06", 7 * week)).buys(1, "coffee", "4.80");
        }
        assertThat(year.outcome().memberAfter().balance("paid this year")).isEqualByComparingTo("249.60");
        // What is left of them was earned from June on: 31 visits for 4.8 each.
        year.leaves("148.8", "stars");
    }

    private static Scenario in(String tier) {
        Scenario scenario = given(RULES);
        return tier.equals("Green") ? scenario : scenario.inTier(tier);
    }

    private static String day(String date, long later) {
        return LocalDate.parse(date).plusDays(later).toString();
    }
}
