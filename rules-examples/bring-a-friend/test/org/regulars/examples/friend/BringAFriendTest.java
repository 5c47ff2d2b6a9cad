package org.regulars.examples.friend;

import static org.regulars.testing.Scenario.given;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.RuleSet;
import org.regulars.testing.OutcomeAssert;
import org.regulars.testing.RuleCoverage;
import org.regulars.testing.Scenario;

/** The terms of bringing a friend. */
class BringAFriendTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("bring-a-friend/bring-a-friend.drl");

    private static final String WELCOME = "The first purchase is kept, by 1 who was brought: 250 points";
    private static final String STAYED = "A friend has stayed: 500 points, up to 2500 a year";
    private static final String SURVEY = "A survey: 20 points, with reviews up to 120 a month";
    private static final String REVIEW = "A review of 100 letters: 50 points, with surveys up to 120 a month";
    private static final String MISSED = "Not seen for 90 days: 100 points, for 14 days";
    private static final String BACK = "Back after more than 6 months: 15 percent off, up to 30.00";
    private static final String REVIVED =
            "Back after more than 6 months: what lapsed in 60 days is good for 30 days more";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @ParameterizedTest(name = "{0}: {1} points, which pay {2}")
    @CsvSource({"0.99, 0, 0.00", "1.00, 1, 0.01", "49.90, 49, 0.49"})
    void one_point_for_each_unit_of_money_and_each_pays_a_cent(String price, long points, String worth) {
        given(RULES)
                .joined("2026-01-01")
                .buys(1, "kettle", price)
                .earns(points, "points")
                .then()
                .asking(1000, "points")
                .buys(1, "kettle", "20.00")
                .paysWith(points, "points")
                .discounts(worth);
    }

    @ParameterizedTest(name = "at {0} after a purchase on 5 March at noon the friend has {1} points more")
    @CsvSource({"2026-03-19T11:59, 0", "2026-03-19T12:00, 250"})
    void who_was_brought_gets_points_when_the_first_purchase_is_kept(String when, long points) {
        OutcomeAssert kept = brought()
                .at("2026-03-05T12:00")
                .buys(1, "kettle", "49.90")
                .earns(49, "points")
                .leavesPending(1, "kept purchases")
                .then()
                .waitsUntil(when)
                .leaves(49 + points, "points");
        if (points > 0) {
            kept.converts(1, "welcomes").into(250, "points").because(WELCOME).gives("thanks to the friend");
        } else {
            kept.andNothingElse();
        }
    }

    @Test
    void a_first_purchase_that_comes_back_thanks_nobody_and_the_next_one_counts() {
        brought()
                .on("2026-03-05")
                .buys(1, "kettle", "49.90")
                .then()
                .on("2026-03-18")
                .returnsEverything()
                .takesBack(1, "kept purchases")
                .takesBack(49, "points")
                .then()
                .waitsUntil("2026-04-05")
                .leaves(0, "points")
                .leaves(1, "welcomes")
                .andNothingElse()
                .then()
                .buys(1, "kettle", "49.90")
                .then()
                .waitsUntil("2026-04-19")
                .converts(1, "welcomes")
                .into(250, "points")
                .because(WELCOME)
                .gives("thanks to the friend");
    }

    @Test
    void what_comes_back_later_is_too_late_to_take_the_welcome() {
        brought()
                .on("2026-03-05")
                .buys(1, "kettle", "49.90")
                .then()
                .on("2026-03-25")
                .returnsEverything()
                .takesBack(49, "points")
                .takesBack(0, "kept purchases")
                .leaves(250, "points");
    }

    @Test
    void a_friend_is_welcomed_once() {
        brought()
                .on("2026-03-05")
                .buys(1, "kettle", "10.00")
                .then()
                .on("2026-03-06")
                .buys(1, "kettle", "10.00")
                .then()
                .waitsUntil("2026-04-30")
                .converts(1, "welcomes")
                .into(250, "points")
                .leaves(270, "points")
                .then()
                .buys(1, "kettle", "10.00")
                .then()
                .waitsUntil("2026-05-30")
                .converts(0, "welcomes")
                .leaves(280, "points");
    }

    @Test
    void who_came_alone_is_not_welcomed_by_a_friend() {
        given(RULES)
                .on("2026-03-02")
                .does("joined")
                .andNothingElse()
                .then()
                .buys(1, "kettle", "10.00")
                .then()
                .waitsUntil("2026-04-30")
                .leaves(10, "points")
                .andNothingElse();
    }

    @Test
    void a_friend_who_has_stayed_is_five_hundred_points_for_five_of_them_a_year() {
        OutcomeAssert friend = given(RULES).on("2026-03-02").does("a friend has stayed");
        friend.earns(500, "points").because(STAYED).andNothingElse();
        for (int next = 2; next <= 5; next++) {
            friend = friend.then().does("a friend has stayed").earns(500, "points");
        }
        friend.then()
                .does("a friend has stayed")
                .earns(0, "points")
                .cuts(500, "points")
                .then()
                .at("2026-12-31T23:59")
                .does("a friend has stayed")
                .earns(100, "points") // because nobody was seen for 90 days before
                .then()
                .at("2027-01-01T00:00")
                .does("a friend has stayed")
                .earns(500, "points");
    }

    @ParameterizedTest(name = "of {0} points {1} are taken")
    @CsvSource({"600, 500", "500, 500", "120, 120", "0, 0"})
    void for_a_friend_who_was_no_friend_the_points_go_as_far_as_there_are_any(long held, long taken) {
        given(RULES)
                .holding(held, "points")
                .does("the friend was a member before")
                .forfeits(taken, "points")
                .leaves(held - taken, "points");
    }

    @Test
    void a_survey_is_twenty_points() {
        given(RULES)
                .does("answered a survey")
                .earns(20, "points")
                .because(SURVEY)
                .andNothingElse();
    }

    @ParameterizedTest(name = "a review of {0} letters is {1} points")
    @CsvSource({"99, 0", "100, 50", "2000, 50"})
    void a_review_is_fifty_points_from_a_hundred_letters_on(String letters, long points) {
        OutcomeAssert review =
                given(RULES).by("letters", letters).does("reviewed").earns(points, "points");
        if (points > 0) {
            review.because(REVIEW);
        }
    }

    @Test
    void surveys_and_reviews_share_a_hundred_and_twenty_points_a_month() {
        given(RULES)
                .on("2026-03-01")
                .by("letters", "140")
                .does("reviewed")
                .earns(50, "points")
                .then()
                .does("answered a survey")
                .earns(20, "points")
                .then()
                .buys(1, "kettle", "80.00")
                .earns(80, "points")
                .then()
                .at("2026-03-31T23:59")
                .does("reviewed")
                .earns(50, "points")
                .then()
                .does("answered a survey")
                .cuts(20, "points")
                .earns(0, "points")
                .then()
                .at("2026-04-01T00:00")
                .does("answered a survey")
                .earns(20, "points");
        given(RULES)
                .by("letters", "140")
                .does("reviewed")
                .then()
                .does("reviewed")
                .then()
                .does("reviewed")
                .earns(20, "points")
                .cuts(30, "points");
    }

    @Test
    void points_live_for_six_months_from_the_last_time() {
        given(RULES)
                .joined("2026-03-01")
                .on("2026-03-05")
                .buys(1, "kettle", "40.00")
                .then()
                .on("2026-05-10")
                .does("answered a survey")
                .then()
                .waitsUntil("2026-11-10T23:59")
                .leaves(60, "points")
                .then()
                .waitsUntil("2026-11-11T00:00")
                .expires(60, "points");
    }

    @ParameterizedTest(name = "on {0}: {1} points")
    @CsvSource({
        "2026-06-02T23:59,   0", // 89 days
        "2026-06-03T00:00, 100", // 90 days
        "2026-06-17T23:59, 100",
        "2026-06-18T00:00,   0",
        "2026-08-30T00:00,   0",
    })
    void who_was_not_seen_for_ninety_days_has_a_hundred_points_for_fourteen_days(String when, long points) {
        OutcomeAssert waited = given(RULES)
                .on("2026-03-05")
                .buys(1, "kettle", "0.50")
                .then()
                .waitsUntil(when)
                .leaves(points, "points");
        if (points > 0) {
            waited.earns(100, "points").because(MISSED);
        }
    }

    @ParameterizedTest(name = "last seen on 5 March, back on {0} for {1}: {2} off")
    @CsvSource({
        "2026-09-05,  39.90,  0.00",
        "2026-09-06,  39.90,  5.99",
        "2026-09-06, 200.00, 30.00",
        "2026-09-06, 500.00, 30.00",
    })
    void who_comes_back_after_more_than_six_months_saves_fifteen_percent(String back, String price, String off) {
        OutcomeAssert visit = given(RULES)
                .joined("2026-03-01")
                .on("2026-03-05")
                .buys(1, "kettle", "0.50")
                .then()
                .on(back)
                .buys(1, "toaster", price)
                .discounts(off);
        if (!off.equals("0.00")) {
            visit.because(BACK).then().buys(1, "toaster", price).discounts("0.00");
        }
    }

    @ParameterizedTest(name = "points that lapsed on 6 September, back on {0}: {1} points live again")
    @CsvSource({"2026-11-05, 49", "2026-11-06, 0"})
    void points_that_lapsed_in_the_last_sixty_days_are_back_for_thirty(String back, long points) {
        OutcomeAssert visit = given(RULES)
                .joined("2026-03-01")
                .on("2026-03-05")
                .buys(1, "kettle", "49.90")
                .then()
                .on(back)
                .buys(1, "teaspoon", "0.50")
                .leaves(points, "points");
        if (points > 0) {
            visit.keepsAlive(points, "points")
                    .because(REVIVED)
                    .then()
                    .waitsUntil("2026-12-05T23:59")
                    .leaves(points, "points")
                    .then()
                    .waitsUntil("2026-12-06T00:00")
                    .expires(points, "points");
        }
    }

    private static Scenario brought() {
        return given(RULES)
                .on("2026-03-02")
                .by("brought by", "Aoife")
                .does("joined")
                .earns(1, "welcomes")
                .andNothingElse()
                .then();
    }
}
