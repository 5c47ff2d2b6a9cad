package org.regulars.examples.hotel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.Return.line;
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

/** The terms of the hotel's program. */
class HotelEliteTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("hotel-elite/hotel-elite.drl");

    private static final String NIGHT = "20000 points are a night, up to 180.00";
    private static final String POINTS_PAY = "From 5000 points on, each pays 0.005 of up to 50 percent of the rooms";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    /** What is paid brings whole points, and the extra on them is whole too: 4123 + 412, not 4123.7 x 1.1 = 4536. */
    @ParameterizedTest(name = "{0}: {1} in a {2} house: {3}")
    @CsvSource({
        "Member,     412.37, full,      4123",
        "Silver,     412.37, full,      4535",
        "Gold,       412.37, full,      5153",
        "Platinum,   412.37, full,      6184",
        "Titanium,   412.37, full,      7215",
        "Ambassador, 412.37, full,      7215",
        "Member,     412.37, long stay, 2061",
        "Gold,       412.37, long stay, 2576",
    })
    void the_points_are_rounded_and_then_the_extra_of_the_tier(String tier, String paid, String house, long points) {
        given(RULES).inTier(tier).by("house", house).buys(room(1, 2, paid)).earns(points, "points");
    }

    @ParameterizedTest(name = "{0} rooms earn {1} points and {2} nights")
    @CsvSource({"1, 2000, 2", "2, 4000, 2", "3, 6000, 2", "4, 6000, 2"})
    void points_are_for_up_to_three_rooms_and_a_night_is_one_night(int rooms, long points, long nights) {
        Line[] stay = new Line[rooms];
        for (int room = 1; room <= rooms; room++) {
            stay[room - 1] = room(room, 2, "200.00");
        }

        given(RULES)
                .buys(stay)
                .earns(points, "points")
                .earns(nights, "nights")
                .earns(nights, "lifetime nights")
                .earns(200L * rooms, "spend")
                .andNothingElse();
    }

    @Test
    void dinner_earns_no_points_and_counts_as_spent() {
        given(RULES)
                .buys(1, "restaurant", "96.00")
                .earns("96.00", "spend")
                .because("What is spent counts for the year, 1 for 1")
                .andNothingElse();
    }

    @ParameterizedTest(name = "a stay that is paid on {0} counts as {1} nights")
    @CsvSource({
        "2026-01-31T23:59, 3",
        "2026-02-01T00:00, 6",
        "2026-02-28T23:59, 6",
        "2026-03-01T00:00, 3",
    })
    void nights_count_twice_in_february_but_not_for_life(String when, long nights) {
        given(RULES)
                .at(when)
                .buys(room(1, 3, "300.00"))
                .earns(nights, "nights")
                .earns(3, "lifetime nights")
                .earns(3000, "points");
    }

    @ParameterizedTest(name = "{0} nights for {1}: {2}")
    @CsvSource({
        "  9,   900.00, Member",
        " 10,   900.00, Silver",
        " 24,   900.00, Silver",
        " 25,   900.00, Gold",
        " 49,   900.00, Gold",
        " 50,   900.00, Platinum",
        " 74,   900.00, Platinum",
        " 75,   900.00, Titanium",
        "100, 19999.99, Titanium",
        " 99, 20000.00, Titanium",
        "100, 20000.00, Ambassador",
    })
    void nights_of_a_year_make_a_tier_to_the_end_of_the_next(long nights, String spent, String tier) {
        OutcomeAssert stay = given(RULES).buys(room(1, nights, spent));
        if (tier.equals("Member")) {
            assertThat(stay.outcome().upgrades()).isEmpty();
        } else {
            stay.upgradesTo(tier).leavesInTier(tier, "2027-12-31");
        }
    }

    @Test
    void nights_of_the_year_before_do_not_count() {
        given(RULES)
                .joined("2026-12-01")
                .on("2026-12-30")
                .buys(room(1, 9, "900.00"))
                .then()
                .on("2027-01-02")
                .buys(room(1, 9, "900.00"))
                .leaves(9, "nights")
                .leaves(18, "lifetime nights")
                .earns(9000 + 1000, "points")
                .earns(9, "nights")
                .earns(9, "lifetime nights")
                .earns(900, "spend")
                .expires(9, "nights")
                .expires(900, "spend")
                .andNothingElse();
    }

    @Test
    void the_card_brings_fifteen_nights() {
        given(RULES)
                .does("card year")
                .earns(15, "nights")
                .because("Our card brings 15 nights a year")
                .upgradesTo("Silver")
                .andNothingElse()
                .then()
                .buys(room(1, 10, "900.00"))
                .leaves(25, "nights")
                .upgradesTo("Gold");
    }

    @ParameterizedTest(name = "after {0} nights in 2026 and {1} in 2027: {2}, then {3}")
    @CsvSource({
        "50,  0, Gold,     Silver",
        "50, 24, Gold,     Silver",
        "50, 49, Gold,     Silver",
        "50, 50, Platinum, Gold",
        "75,  0, Platinum, Gold",
        "25,  0, Silver,   Member",
        "10,  0, Member,   Member",
    })
    void who_stays_less_lands_one_step_down_a_year(long first, long second, String then, String after) {
        Scenario year = given(RULES)
                .joined("2026-03-01")
                .on("2026-03-02")
                .buys(room(1, first, "900.00"))
                .then()
                .on("2027-03-02");
        if (second > 0) {
            year = year.buys(room(1, second, "900.00")).then();
        }

        Scenario next = year.waitsUntil("2028-01-01T00:00").leavesInTier(then).then();
        if (!then.equals(after)) {
            next.waitsUntil("2028-12-31T23:59").leavesInTier(then, "2028-12-31");
            next.waitsUntil("2029-01-01T00:00").fallsTo(after);
        }
    }

    @ParameterizedTest(name = "{0} nights and {1} years as Platinum before: {2}")
    @CsvSource({
        "600, 8, Not for life",
        "600, 9, Platinum for life",
        "599, 9, Not for life",
    })
    void ten_years_and_six_hundred_nights_are_for_life(long nights, long years, String tier) {
        OutcomeAssert lastDay = given(RULES)
                .joined("2026-06-01")
                .holding(nights, "lifetime nights")
                .holding(years, "Platinum years")
                .inTier("Platinum")
                .waitsUntil("2026-12-30T23:59")
                .leaves(years, "Platinum years")
                .then()
                .waitsUntil("2026-12-31T00:00")
                .leaves(years + 1, "Platinum years");
        if (tier.equals("Platinum for life")) {
            lastDay.upgradesTo(tier).because("600 nights and 10 years as Platinum: Platinum for life");
        } else {
            assertThat(lastDay.outcome().memberAfter().statuses())
                    .noneMatch(status -> status.tier().equals("Platinum for life"));
        }
    }

    @Test
    void who_is_platinum_for_life_stays_it_even_if_nights_are_paid_back() {
        given(RULES)
                .holding(599, "lifetime nights")
                .holding(10, "Platinum years")
                .buys(room(1, 1, "90.00"))
                .upgradesTo("Platinum for life")
                .then()
                .returnsEverything()
                .takesBack(1, "lifetime nights")
                .leavesInTier("Platinum for life");
    }

    @Test
    void who_is_platinum_for_life_does_not_fall() {
        given(RULES)
                .joined("2026-06-01")
                .holding(10, "Platinum years")
                .inTier("Platinum for life")
                .on("2026-06-02")
                .buys(room(1, 50, "900.00"))
                .upgradesTo("Platinum")
                .then()
                .waitsUntil("2028-01-01T00:00")
                .renews("Platinum")
                .because("Who is Platinum for life stays Platinum")
                .leavesInTier("Platinum", "2028-12-31")
                .then()
                .waitsUntil("2035-06-01")
                .leavesInTier("Platinum", "2035-12-31");
    }

    @ParameterizedTest(name = "{0} points: free {1}, {2} to pay")
    @CsvSource({
        "19999, 160.00, 0, 160.00",
        "20000, 160.00, 1,   0.00",
        "20000, 180.00, 1,   0.00",
        "20000, 180.01, 1,   0.01",
    })
    void twenty_thousand_points_are_a_night_up_to_a_value(long points, String price, long free, String toPay) {
        OutcomeAssert stay = given(RULES)
                .holding(points, "points")
                .asking("night")
                .buys(room(1, 1, price))
                .givesFree(free, "room")
                .leavesToPay(toPay);
        if (free == 1) {
            stay.givesFree(1, "room").because(NIGHT).spends(20000, "points").earns(0, "points");
        } else {
            stay.misses(1, "points", NIGHT);
        }
    }

    @ParameterizedTest(name = "of {0} held {1} wanted: {2} pay, {3} left to pay")
    @CsvSource({
        "30000,  4999,     0, 96.00 , 196.00",
        "30000,  5000,  5000, 96.00 , 171.00",
        " 4999,  5000,     0, 96.00 , 196.00",
        "30000, 10000, 10000, 96.00 , 146.00",
        "30000, 10002, 10000, 96.00 , 146.00",
        "30000, 30000, 10000, 96.00 , 146.00",
    })
    void points_pay_for_up_to_half_of_the_rooms(long held, long wanted, long used, String dinner, String toPay) {
        given(RULES)
                .holding(held, "points")
                .asking(wanted, "pay with points")
                .buys(room(1, 1, "100.00"), Line.of(1, "dinner", "restaurant", dinner))
                .paysWith(used, "points")
                .leavesToPay(toPay);
    }

    @Test
    void what_points_pay_for_earns_nothing() {
        given(RULES)
                .holding(10000, "points")
                .asking(10000, "pay with points")
                .buys(room(1, 1, "100.00"))
                .paysWith(10000, "points")
                .because(POINTS_PAY)
                .earns(500, "points")
                .earns(1, "nights")
                .earns("50.00", "spend");
    }

    @ParameterizedTest(name = "{0} finds {1} points, a better room {2}, breakfast {3}")
    @CsvSource({
        "Member,       0, false, false",
        "Silver,     250, false, false",
        "Gold,         0, true,  false",
        "Platinum,     0, true,  true",
        "Ambassador,   0, true,  true",
    })
    void each_tier_is_welcomed_at_check_in(String tier, long points, boolean better, boolean breakfast) {
        OutcomeAssert checkIn = given(RULES)
                .inTier(tier)
                .by("better room", "free")
                .does("checked in")
                .earns(points, "points");
        if (better) {
            checkIn.gives("better room");
        }
        if (breakfast) {
            checkIn.gives("breakfast");
        }
        checkIn.andNothingElse();
    }

    @Test
    void the_points_at_check_in_are_at_most_2500_a_year() {
        Scenario silver = given(RULES).inTier("Silver").on("2026-02-01");
        for (int visit = 1; visit <= 10; visit++) {
            silver = silver.does("checked in")
                    .earns(250, "points")
                    .cuts(0, "points")
                    .then();
        }

        silver.on("2026-12-30").does("checked in").earns(0, "points").cuts(250, "points");
        silver.on("2027-01-02").does("checked in").earns(250, "points");
    }

    @ParameterizedTest(name = "{0} nights: {1}")
    @CsvSource({"4, 0", "5, 1000", "9, 1000"})
    void from_five_nights_on_points_come_on_top_whatever_the_tier(long nights, long extra) {
        OutcomeAssert stay = given(RULES)
                .inTier("Platinum")
                .buys(room(1, nights, "100.00"), room(2, nights, "100.00"))
                .earns(3000 + extra, "points");
        if (extra > 0) {
            stay.because("From 5 nights on there are 1000 points on top, for 6 months")
                    .then()
                    .waitsUntil("2026-07-03")
                    .expires(1000, "points");
        }
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "Member, 2027-03-31, true",
        "Silver, 2027-03-31, true",
        "Member, 2027-04-01, false",
        "Gold,   2027-03-31, false",
    })
    void who_is_known_elsewhere_is_gold_for_a_time(String tier, String on, boolean gold) {
        OutcomeAssert shown = given(RULES).inTier(tier).on(on).does("showed another card");
        if (gold) {
            shown.upgradesTo("Gold").leavesInTier("Gold", "2027-06-30");
        } else {
            shown.andNothingElse();
        }
    }

    @Test
    void a_better_room_is_given_if_there_is_one() {
        given(RULES).inTier("Gold").does("checked in").andNothingElse();
    }

    @ParameterizedTest(name = "untouched until {0}: {1} left")
    @CsvSource({"2028-01-02T23:59, 1000", "2028-01-03T00:00, 0"})
    void points_live_for_twenty_four_months_from_the_latest_visit(String until, long left) {
        given(RULES)
                .joined("2025-01-01")
                .on("2025-01-01")
                .buys(room(1, 1, "100.00"))
                .then()
                .on("2026-01-02")
                .does("checked in")
                .then()
                .waitsUntil(until)
                .leaves(left, "points");
    }

    @Test
    void a_night_that_is_paid_back_takes_its_points_and_the_tier_along() {
        given(RULES)
                .buys(room(1, 10, "1000.00"))
                .upgradesTo("Silver")
                .then()
                .returns(line(1, 1))
                .takesBack(1000, "points")
                .takesBack(1, "nights")
                .takesBack(1, "lifetime nights")
                .takesBack(100, "spend")
                .refunds("100.00")
                .fallsTo("Member")
                .andNothingElse();
    }

    private static Line room(int room, long nights, String total) {
        return Line.totalling(BigDecimal.valueOf(nights), "double room", "room", new BigDecimal(total))
                .with("room", BigDecimal.valueOf(room));
    }
}
