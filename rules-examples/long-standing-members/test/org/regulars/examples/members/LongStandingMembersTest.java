package org.regulars.examples.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.Return.line;
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

/** The terms for long-standing members. */
class LongStandingMembersTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("long-standing-members/long-standing-members.drl");

    private static final String ANNIVERSARY = "The anniversary: 100 points for every year";
    private static final String ALTERATIONS = "Every year from the anniversary on, after 5 years: 3 alterations";
    private static final String ALTERATION = "1 free alteration: an alteration is on the house";
    private static final String SOCKS = "The birthday: a pair of socks, for 30 days";
    private static final String BIRTHDAY = "The birthday itself: 15 off from 75";
    private static final String EVENING = "After 5 years: the winter evening, from 1 November for 30 days";
    private static final String EARLY = "After 10 years: the sale opens early, through 2027-01-31";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @ParameterizedTest(name = "joined {0}: {1} off 50.00")
    @CsvSource({
        "2025-06-11, 0.00",
        "2025-06-10, 1.00",
        "2023-06-11, 1.00",
        "2023-06-10, 2.00",
        "2021-06-11, 2.00",
        "2021-06-10, 3.00",
        "2016-06-11, 3.00",
        "2016-06-10, 5.00",
        "2014-01-01, 5.00",
    })
    void the_longer_somebody_is_a_member_the_deeper_the_discount(String joined, String off) {
        on("2026-06-10", joined).buys(1, "clothes", "50.00").discounts(off);
    }

    @Test
    void a_gift_card_is_never_cheaper() {
        on("2026-06-10", "2010-06-01")
                .buys(Line.of(1, "gift card", "gift card", "50.00"), Line.of(1, "shirt", "clothes", "50.00"))
                .discounts("5.00");
    }

    @ParameterizedTest(name = "joined {0}, delivery {1}: {2} to pay for 50.00")
    @CsvSource({
        "2023-06-11, 5.90, 54.90", // 2 percent off, and delivery
        "2023-06-10, 5.90, 48.00",
        "2010-06-10, 5.90, 45.00",
        "2010-06-10, 0.00, 45.00",
    })
    void after_three_years_delivery_is_free(String joined, String shipping, String toPay) {
        OutcomeAssert order = on("2026-06-10", joined)
                .shipping(shipping)
                .buys(1, "clothes", "50.00")
                .leavesToPay(toPay);
        if (!toPay.equals("54.90") && !shipping.equals("0.00")) {
            order.shipsFree();
        }
    }

    @ParameterizedTest(name = "joined {0}: {1} alterations")
    @CsvSource({"2022-06-10, 0", "2021-06-10, 3", "2012-06-10, 3"})
    void from_the_fifth_anniversary_on_each_year_brings_three_alterations(String joined, long alterations) {
        on("2026-06-09", joined)
                .waitsUntil("2026-06-10")
                .earns(alterations, "free alterations")
                .earns(100L * (2026 - Integer.parseInt(joined.substring(0, 4))), "points")
                .because(ANNIVERSARY)
                .leaves(alterations, "free alterations");
    }

    @Test
    void alterations_are_free_as_long_as_there_are_any_and_lapse_with_the_year() {
        on("2026-06-09", "2021-06-10")
                .waitsUntil("2026-06-10")
                .earns(3, "free alterations")
                .because(ALTERATIONS)
                .then()
                .buys(2, "alteration", "15.00")
                .givesFree(2, "alteration")
                .because(ALTERATION)
                .leavesToPay("0.00")
                .then()
                .buys(2, "alteration", "15.00")
                .givesFree(1, "alteration")
                .leaves(0, "free alterations")
                .leavesToPay("14.10");
        on("2026-06-09", "2021-06-10")
                .waitsUntil("2027-06-09T23:59")
                .leaves(3, "free alterations")
                .then()
                .waitsUntil("2027-06-10T00:00")
                .expires(3, "free alterations")
                .earns(3, "free alterations")
                .leaves(3, "free alterations");
    }

    @Test
    void an_alteration_that_comes_back_can_be_had_again() {
        given(RULES)
                .holding(1, "free alterations")
                .joined("2026-01-01")
                .buys(1, "alteration", "15.00")
                .givesFree(1, "alteration")
                .then()
                .returnsEverything()
                .givesBack(1, "free alterations");
    }

    @ParameterizedTest(name = "joined {0}: {1} points for 35.50")
    @CsvSource({"2025-06-11, 35", "2025-06-10, 0", "2010-01-01, 0"})
    void a_purchase_without_a_discount_earns_points(String joined, long points) {
        on("2026-06-10", joined).buys(1, "clothes", "35.50").earns(points, "points");
    }

    @Test
    void where_something_was_free_or_paid_with_points_nothing_is_earned() {
        on("2026-06-10", "2026-01-01")
                .holding(1, "free alterations")
                .buys(Line.of(1, "hem", "alteration", "15.00"), Line.of(1, "shirt", "clothes", "50.00"))
                .earnsNothing();
        on("2026-06-10", "2026-01-01")
                .holding(100, "points")
                .asking(100, "points")
                .buys(1, "clothes", "50.00")
                .paysWith(100, "points")
                .leavesToPay("45.00")
                .earnsNothing();
    }

    @ParameterizedTest(name = "points of {0} are good through {1}")
    @CsvSource({
        "2026-01-31, 2027-01-31",
        "2026-02-01, 2028-01-31",
        "2026-12-31, 2028-01-31",
    })
    void points_live_one_year_and_on_to_the_end_of_the_sale(String earned, String through) {
        String nextDay = through.replace("-01-31", "-02-01");
        on(earned, earned)
                .buys(1, "clothes", "10.00")
                .earns(10, "points")
                .then()
                .waitsUntil(through + "T23:59")
                .expires(0, "points")
                .then()
                .waitsUntil(nextDay + "T00:00")
                .expires(10, "points");
    }

    @ParameterizedTest(name = "born on {0}: socks on {1}")
    @CsvSource({"1990-05-17, 2026-05-17", "1992-02-29, 2026-02-28", "1992-02-29, 2028-02-29"})
    void a_birthday_is_a_pair_of_socks_for_thirty_days(String born, String birthday) {
        born(born, birthday)
                .waitsUntil(birthday)
                .givesNextTime(1, "pair of socks")
                .because(SOCKS);
    }

    @ParameterizedTest(name = "on {0} {1} pairs are free")
    @CsvSource({"2026-06-16T23:59, 1", "2026-06-17T00:00, 0"})
    void the_socks_are_to_be_fetched_within_thirty_days(String when, long pairs) {
        born("1990-05-17", "2026-05-17")
                .at(when)
                .buys(1, "pair of socks", "9.00")
                .givesFree(pairs, "pair of socks");
    }

    @ParameterizedTest(name = "on {0}, for {1}: {2} off")
    @CsvSource({
        "2026-05-16, 75.00,  0.00",
        "2026-05-17, 74.99,  0.00",
        "2026-05-17, 75.00, 15.00",
        "2026-05-18, 75.00,  0.00",
    })
    void on_the_birthday_itself_fifteen_are_off_from_seventy_five(String date, String price, String off) {
        OutcomeAssert visit = on(date, "2026-01-01")
                .having("birthday", "1990-05-17")
                .buys(1, "clothes", price)
                .discounts(off);
        if (off.equals("15.00")) {
            visit.because(BIRTHDAY);
        }
    }

    @Test
    void who_has_not_told_a_birthday_has_none() {
        on("2026-05-17", "2026-01-01").buys(1, "clothes", "75.00").discounts("0.00");
    }

    @Test
    void a_founder_pays_the_birthday_discount_on_top_of_the_years() {
        on("2026-05-17", "2010-12-31")
                .having("birthday", "1990-05-17")
                .buys(1, "clothes", "100.00")
                .discounts("25.00")
                .gives("founder")
                .then()
                .returns(line(1))
                .refunds("75.00");
        assertThat(on("2026-05-17", "2011-01-01")
                        .buys(1, "clothes", "100.00")
                        .outcome()
                        .benefits())
                .isEmpty();
    }

    @ParameterizedTest(name = "joined {0}: invited {1}")
    @CsvSource({"2021-11-02, false", "2021-11-01, true", "2010-01-01, true"})
    void after_five_years_somebody_is_invited_to_the_winter_evening(String joined, boolean invited) {
        OutcomeAssert november = on("2026-10-31", joined).waitsUntil("2026-11-01");
        if (invited) {
            november.gives("winter evening").because(EVENING);
        } else {
            assertThat(november.outcome().due())
                    .noneMatch(due ->
                            due.granted().stream().anyMatch(each -> each.what().equals("winter evening")));
        }
    }

    @ParameterizedTest(name = "joined {0}: early {1}")
    @CsvSource({"2016-12-21, false", "2016-12-20, true"})
    void after_ten_years_the_sale_opens_early(String joined, boolean early) {
        OutcomeAssert december = on("2026-12-19", joined).waitsUntil("2026-12-20");
        if (early) {
            december.gives("early sale").because(EARLY);
        } else {
            december.andNothingElse();
        }
    }

    @Test
    void who_joined_on_29_february_has_an_anniversary_every_year() {
        on("2024-12-01", "2024-02-29")
                .waitsUntil("2025-12-31")
                .earns(100, "points")
                .then()
                .waitsUntil("2028-12-31")
                .earns(200 + 300 + 400, "points");
    }

    /** A member born on a day, whose birthday is to come. */
    private static Scenario born(String born, String birthday) {
        return given(RULES)
                .joined(LocalDate.parse(birthday).minusDays(1).toString())
                .having("birthday", born)
                .on(birthday);
    }

    /** A member who has just come in. */
    private static Scenario on(String date, String joined) {
        return given(RULES).joined(joined).waitsUntil(date).then();
    }
}
