package org.regulars.examples.flyer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.testing.Scenario.given;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulars.EventRefusedException;
import org.regulars.Line;
import org.regulars.Purchase;
import org.regulars.RuleSet;
import org.regulars.testing.OutcomeAssert;
import org.regulars.testing.RuleCoverage;

/** The terms of the airline's program. */
class FrequentFlyerTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("frequent-flyer/frequent-flyer.drl");

    private static final String BASE = "5 miles for every euro, taxes left out";
    private static final String WINTER = "A flight in January or February 2027 earns 500 miles extra";
    private static final String SEAT = "10000 miles buy a seat in Business";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @Test
    void every_euro_but_taxes_earns_five_miles_to_spend() {
        given(RULES)
                .buys(
                        flight("light", "720", "99.00"),
                        Line.of(1, "suitcase", "extras", "35.00"),
                        Line.of(1, "airport taxes", "taxes", "48.10"))
                .earns(670, "miles")
                .because(BASE);
    }

    @Test
    void other_money_than_euros_earns_no_miles_to_spend() {
        given(RULES)
                .in("NOK")
                .buys(flight("classic", "720", "1149.00"))
                .earns(720, "qualifying miles")
                .andNothingElse();
    }

    @ParameterizedTest(name = "{0} earns {1} qualifying miles for 721 miles flown")
    @CsvSource({
        "light,     360, Light earns 0.5 qualifying miles for each mile flown",
        "classic,   721, Classic earns 1 qualifying mile for each mile flown",
        "flex,     1081, Flex earns 1.5 qualifying miles for each mile flown",
        "business, 1442, Business earns 2 qualifying miles for each mile flown",
    })
    void the_fare_says_how_many_qualifying_miles_a_flown_mile_is(String fare, long miles, String rule) {
        given(RULES)
                .buys(flight(fare, "721", "100.00"))
                .earns(miles, "qualifying miles")
                .because(rule);
    }

    @Test
    void a_flight_without_its_distance_is_refused_and_the_rule_named() {
        Line noDistance = Line.of(1, "Oslo to London", "flight", "99.00").with("fare", "light");

        assertThatThrownBy(() -> given(RULES).buys(noDistance))
                .isInstanceOf(EventRefusedException.class)
                .hasMessageContaining("Light earns 0.5 qualifying miles for each mile flown")
                .hasMessageContaining("there is no amount to earn qualifying miles from");
    }

    /** The miles for the fare are whole, and so is the bonus on them: 2061 + 515, not 2061.85 x 1.25 = 2577. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Blue, 2061", "Silver, 2576", "Gold, 3091", "Platinum, 4122"})
    void status_earns_more_and_both_the_miles_and_the_bonus_are_whole(String tier, long miles) {
        given(RULES)
                .inTier(tier)
                .buys(flight("classic", "720", "412.37"))
                .earns(miles, "miles")
                .earns(720, "qualifying miles");
    }

    @ParameterizedTest
    @CsvSource({
        "Silver,   Silver earns 1.25 times the miles",
        "Gold,     Gold earns 1.5 times the miles",
        "Platinum, Platinum earns 2 times the miles",
    })
    void each_status_has_its_own_bonus(String tier, String rule) {
        given(RULES)
                .inTier(tier)
                .buys(flight("classic", "720", "100.00"))
                .earns(tier.equals("Silver") ? 625 : tier.equals("Gold") ? 750 : 1000, "miles")
                .because(rule);
    }

    @ParameterizedTest(name = "{0} qualifying miles and {1} more: {2}")
    @CsvSource({
        "    0, 24999, stays Blue, ''",
        "    0, 25000, Silver, 25000 qualifying miles: Silver",
        "24000,  1000, Silver, 25000 qualifying miles: Silver",
        "24000, 25999, Silver, 25000 qualifying miles: Silver",
        "24000, 26000, Gold, 50000 qualifying miles: Gold",
        "99999,     1, Platinum, 100000 qualifying miles: Platinum",
    })
    void qualifying_miles_make_the_status(long before, String flown, String tier, String rule) {
        OutcomeAssert day = given(RULES).holding(before, "qualifying miles").buys(flight("classic", flown, "100.00"));
        if (tier.equals("stays Blue")) {
            assertThat(day.outcome().upgrades()).isEmpty();
        } else {
            day.upgradesTo(tier).because(rule);
        }
    }

    @Test
    void the_flight_that_makes_the_status_earns_by_the_status_before_it() {
        given(RULES)
                .holding(24500, "qualifying miles")
                .buys(flight("classic", "720", "100.00"))
                .earns(500, "miles")
                .upgradesTo("Silver")
                .then()
                .buys(flight("classic", "720", "100.00"))
                .earns(625, "miles");
    }

    @Test
    void ten_thousand_miles_buy_a_seat_in_business_and_the_status_stays() {
        given(RULES)
                .holding(10500, "miles")
                .holding(30000, "qualifying miles")
                .inTier("Silver")
                .by("wish", "business seat")
                .buys(flight("light", "720", "100.00"))
                .gives("business seat")
                .because(SEAT)
                .spends(10000, "miles")
                .leaves(500 + 625, "miles")
                .leaves(30360, "qualifying miles");
    }

    @Test
    void the_seat_is_paid_with_miles_held_before_the_flight() {
        given(RULES)
                .holding(9900, "miles")
                .by("wish", "business seat")
                .buys(flight("flex", "720", "412.37"))
                .misses(100, "miles", SEAT)
                .spends(0, "miles");
    }

    @Test
    void nobody_is_moved_to_business_who_did_not_wish_it() {
        given(RULES)
                .holding(20000, "miles")
                .buys(flight("light", "720", "100.00"))
                .earns(500, "miles")
                .earns(360, "qualifying miles")
                .andNothingElse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gold", "Platinum"})
    void gold_and_platinum_wait_in_the_lounge(String tier) {
        given(RULES)
                .inTier(tier)
                .buys(flight("light", "720", "100.00"))
                .gives("lounge")
                .because("Gold and above wait in the lounge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Blue", "Silver"})
    void blue_and_silver_do_not(String tier) {
        OutcomeAssert day = given(RULES).inTier(tier).buys(flight("business", "720", "100.00"));

        assertThat(day.outcome().benefits()).isEmpty();
    }

    @ParameterizedTest(name = "a flight on {0} earns {1} miles")
    @CsvSource({
        "2026-12-31T23:59,  500",
        "2027-01-01T00:00, 1000",
        "2027-02-28T23:59, 1000",
        "2027-03-01T00:00,  500",
    })
    void every_flight_in_january_and_february_earns_five_hundred_miles_extra(String when, long miles) {
        given(RULES).at(when).buys(flight("classic", "720", "100.00")).earns(miles, "miles");
    }

    @Test
    void the_winter_miles_come_for_each_flight_and_no_status_multiplies_them() {
        given(RULES)
                .inTier("Platinum")
                .on("2027-01-15")
                .buys(flight("classic", "300", "100.00"), flight("classic", "400", "100.00"))
                .earns(2 * 1000 + 2 * 500, "miles")
                .because(WINTER);
    }

    @Test
    void days_begin_at_midnight_in_oslo() {
        Purchase halfPastMidnightInOslo = Purchase.of("trip", Instant.parse("2026-12-31T23:30:00Z"), "EUR")
                .with(flight("classic", "720", "100.00"));

        given(RULES).decide(halfPastMidnightInOslo).earns(1000, "miles").because(WINTER);
    }

    private static Line flight(String fare, String miles, String price) {
        return Line.of(1, "Oslo to London", "flight", price).with("fare", fare).with("distance", miles);
    }
}
