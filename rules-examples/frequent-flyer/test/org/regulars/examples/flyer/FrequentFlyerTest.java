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
import org.regulars.testing.Scenario;

/** The terms of the airline's program. */
class FrequentFlyerTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("frequent-flyer/frequent-flyer.drl");

    private static final String BASE = "5 miles for every euro, taxes left out";
    private static final String LIGHT = "Light earns 3 miles for every euro";
    private static final String WINTER = "A flight in January or February 2027 earns 500 miles extra";
    private static final String FLIGHT = "25000 miles are a flight, within 12 months";
    private static final String SEAT = "10000 miles buy a seat in Business";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @Test
    void every_euro_but_taxes_earns_five_miles_to_spend_and_in_light_three() {
        given(RULES)
                .buys(
                        flight("light", "720", "99.00"),
                        Line.of(1, "suitcase", "extras", "35.00"),
                        Line.of(1, "airport taxes", "taxes", "48.10"))
                .earns(3 * 99 + 5 * 35, "miles")
                .because(LIGHT);
    }

    @Test
    void other_money_than_euros_earns_no_miles_to_spend() {
        given(RULES)
                .in("NOK")
                .buys(flight("classic", "720", "1149.00"))
                .earns(720, "qualifying miles")
                .earns(1, "flights")
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

    @ParameterizedTest(name = "{0} qualifying miles on {1} flights: {2}")
    @CsvSource({
        " 24999,  10, Blue, ''",
        " 25000,   9, Blue, ''",
        " 25000,  10, Silver, 25000 qualifying miles on 10 flights: Silver",
        " 24999,  29, Blue, ''",
        "     1,  30, Silver, 30 flights: Silver",
        " 49999,  20, Silver, 25000 qualifying miles on 10 flights: Silver",
        " 50000,  19, Silver, 25000 qualifying miles on 10 flights: Silver",
        " 50000,  20, Gold, 50000 qualifying miles on 20 flights: Gold",
        "  9000,  59, Silver, 30 flights: Silver",
        "  9000,  60, Gold, 60 flights: Gold",
        "100000,  39, Gold, 50000 qualifying miles on 20 flights: Gold",
        " 99999,  40, Gold, 50000 qualifying miles on 20 flights: Gold",
        "100000,  40, Platinum, 100000 qualifying miles on 40 flights: Platinum",
        " 20000, 119, Gold, 60 flights: Gold",
        " 20000, 120, Platinum, 120 flights: Platinum",
    })
    void qualifying_miles_and_flights_of_a_year_make_the_status_or_flights_alone(
            long miles, long flights, String tier, String rule) {
        OutcomeAssert day = given(RULES)
                .holding(miles - 1, "qualifying miles")
                .holding(flights - 1, "flights")
                .buys(flight("classic", "1", "100.00"));
        if (tier.equals("Blue")) {
            assertThat(day.outcome().upgrades()).isEmpty();
        } else {
            day.upgradesTo(tier).because(rule).leavesInTier(tier, "2027-12-31");
        }
    }

    @Test
    void a_status_holds_through_the_end_of_the_next_year_and_no_longer() {
        Scenario gold = given(RULES)
                .joined("2026-03-01")
                .on("2026-03-02")
                .holding(19, "flights")
                .buys(flight("classic", "50000", "900.00"))
                .upgradesTo("Gold")
                .then();

        gold.waitsUntil("2027-12-31T23:59").leavesInTier("Gold", "2027-12-31");
        gold.waitsUntil("2028-01-01T00:00").fallsTo("Blue");
    }

    @ParameterizedTest(name = "{0} qualifying miles on 20 flights in the next year: {1} through {2}")
    @CsvSource({
        "50000, Gold, 2028-12-31",
        "49999, Silver, 2028-12-31",
    })
    void what_the_next_year_reaches_holds_for_one_more(String miles, String tier, String through) {
        given(RULES)
                .joined("2026-03-01")
                .on("2026-03-02")
                .buys(flights(60, "720"))
                .upgradesTo("Gold")
                .then()
                .on("2027-05-04")
                .buys(flights(20, miles))
                .then()
                .waitsUntil("2028-01-01T00:00")
                .leavesInTier(tier, through);
    }

    @Test
    void the_flight_that_makes_the_status_earns_by_the_status_before_it() {
        given(RULES)
                .holding(24500, "qualifying miles")
                .holding(9, "flights")
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
                .asking("business seat")
                .buys(flight("light", "720", "100.00"))
                .gives("business seat")
                .because(SEAT)
                .spends(10000, "miles")
                .leaves(500 + 375, "miles")
                .leaves(30360, "qualifying miles");
    }

    @Test
    void the_seat_is_paid_with_miles_held_before_the_flight() {
        given(RULES)
                .holding(9900, "miles")
                .asking("business seat")
                .buys(flight("flex", "720", "412.37"))
                .misses(100, "miles", SEAT)
                .spends(0, "miles");
    }

    @Test
    void nobody_is_moved_to_business_who_did_not_wish_it() {
        given(RULES)
                .holding(20000, "miles")
                .buys(flight("light", "720", "100.00"))
                .earns(300, "miles")
                .because(LIGHT)
                .earns(360, "qualifying miles")
                .earns(1, "flights")
                .because("Each flight counts as 1")
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
    void blue_and_silver_do_not_unless_they_fly_business(String tier) {
        OutcomeAssert day = given(RULES).inTier(tier).buys(flight("flex", "720", "100.00"));

        assertThat(day.outcome().benefits()).isEmpty();
        given(RULES)
                .inTier(tier)
                .buys(flight("business", "720", "100.00"), flight("business", "900", "100.00"))
                .gives("lounge")
                .because("Whoever flies Business waits in the lounge");
    }

    @Test
    void gold_in_business_is_let_into_the_lounge_once() {
        assertThat(given(RULES)
                        .inTier("Gold")
                        .buys(flight("business", "720", "100.00"))
                        .outcome()
                        .benefits())
                .containsExactly("lounge");
    }

    @ParameterizedTest(name = "a ticket for {0} earns Platinum {1} miles")
    @CsvSource({
        "7499.90, 74998, 0",
        "7500.00, 75000, 0",
        "7500.20, 75000, 2",
        "9000.00, 75000, 15000",
    })
    void one_ticket_earns_at_most_75000_miles(String price, long miles, long cut) {
        given(RULES)
                .inTier("Platinum")
                .buys(flight("classic", "720", price))
                .earns(miles, "miles")
                .cuts(cut, "miles");
    }

    @Test
    void the_winter_miles_are_within_what_a_ticket_earns() {
        given(RULES)
                .inTier("Platinum")
                .on("2027-01-15")
                .buys(flight("classic", "720", "7450.00"))
                .earns(75000, "miles")
                .cuts(0, "miles")
                .then()
                .buys(flight("classic", "720", "7450.20"))
                .earns(75000, "miles")
                .cuts(2, "miles");
    }

    @ParameterizedTest(name = "with {0} miles: free {1}")
    @CsvSource({"24999, 0, 1", "25000, 1, 0"})
    void twenty_five_thousand_miles_are_a_flight_and_the_taxes_are_paid(long miles, long free, long missing) {
        OutcomeAssert trip = given(RULES)
                .holding(miles, "miles")
                .asking("free flight")
                .buys(flight("flex", "720", "412.37"), Line.of(1, "airport taxes", "taxes", "48.10"))
                .givesFree(free, "flight");
        if (free == 1) {
            trip.because(FLIGHT)
                    .spends(25000, "miles")
                    .leavesToPay("48.10")
                    .earns(0, "miles")
                    .earns(0, "qualifying miles")
                    .earns(0, "flights")
                    .andNothingElse();
        } else {
            trip.misses(missing, "miles", FLIGHT).leavesToPay("460.47");
        }
    }

    @Test
    void a_flight_taken_from_the_account_is_flown_within_twelve_months() {
        Scenario booked = given(RULES)
                .holding(25000, "miles")
                .redeems("free flight")
                .givesNextTime(1, "flight")
                .spends(25000, "miles")
                .andNothingElse()
                .then();

        booked.on("2027-01-02").buys(flight("light", "720", "99.00")).givesFree(1, "flight");
        booked.on("2027-01-03").buys(flight("light", "720", "99.00")).givesFree(0, "flight");
    }

    @Test
    void a_free_flight_that_is_called_off_gives_the_miles_back() {
        given(RULES)
                .holding(25000, "miles")
                .asking("free flight")
                .buys(flight("flex", "720", "412.37"))
                .then()
                .returnsEverything()
                .givesBack(25000, "miles")
                .leaves(25000, "miles");
    }

    @ParameterizedTest(name = "{0} with {1} miles")
    @CsvSource({
        "Platinum, 20000, 1",
        "Platinum, 19999, 0",
        "Gold,     21999, 0",
    })
    void platinum_may_spend_five_thousand_miles_that_are_still_to_be_flown(String tier, long miles, long free) {
        OutcomeAssert trip = given(RULES)
                .inTier(tier)
                .holding(miles, "miles")
                .asking("free flight")
                .buys(flight("flex", "720", "412.37"))
                .givesFree(free, "flight");
        if (free == 1) {
            trip.leaves(-5000, "miles");
        }
    }

    @ParameterizedTest(name = "Gold with {0} miles")
    @CsvSource({
        "20833, 0", // a fifth is 4166, and no more than 3000 are lent
        "21999, 0",
        "22000, 1",
    })
    void gold_may_spend_a_fifth_more_and_at_most_three_thousand(long miles, long free) {
        given(RULES)
                .inTier("Gold")
                .holding(miles, "miles")
                .asking("free flight")
                .buys(flight("flex", "720", "412.37"))
                .givesFree(free, "flight");
    }

    @ParameterizedTest(name = "Gold with {0} miles: a seat in Business {1}")
    @CsvSource({"8333, 0", "8334, 1"})
    void of_a_small_account_it_is_the_fifth_that_counts(long miles, int seats) {
        OutcomeAssert trip = given(RULES)
                .inTier("Gold")
                .holding(miles, "miles")
                .asking("business seat")
                .buys(flight("flex", "720", "412.37"));

        assertThat(trip.outcome().benefits()).hasSize(1 + seats).contains("lounge");
    }

    @ParameterizedTest(name = "with {0} miles: {1} used, {2} to pay")
    @CsvSource({
        "8749,    0, 134.00",
        "8750, 8750,  99.00",
        "9000, 8750,  99.00",
    })
    void miles_pay_for_all_of_the_extras_or_for_nothing(long miles, long used, String toPay) {
        given(RULES)
                .holding(miles, "miles")
                .asking("extras for miles")
                .buys(flight("light", "720", "99.00"), Line.of(1, "suitcase", "extras", "35.00"))
                .paysWith(used, "miles")
                .leavesToPay(toPay);
    }

    @ParameterizedTest(name = "{0}: {1} left")
    @CsvSource({"2029-06-30T23:59, 500", "2029-07-01T00:00, 0"})
    void if_we_cancel_a_flight_miles_live_three_months_longer(String until, long left) {
        given(RULES)
                .joined("2026-01-01")
                .on("2026-01-02")
                .buys(flight("classic", "720", "100.00"))
                .then()
                .on("2026-05-01")
                .does("flight cancelled")
                .keepsAlive(500, "miles")
                .because("We cancel a flight: miles and upgrades live 3 months longer")
                .then()
                .waitsUntil(until)
                .leaves(left, "miles");
    }

    @ParameterizedTest(name = "lapsed on 2029-04-01, written on {0}: {1} back")
    @CsvSource({"2029-05-01, 500", "2029-05-02, 0"})
    void who_writes_gets_back_what_lapsed_in_the_last_thirty_days(String on, long back) {
        Scenario written = given(RULES)
                .joined("2026-01-01")
                .on("2026-01-02")
                .buys(flight("classic", "720", "100.00"))
                .then()
                .on(on)
                .does("wrote about lapsed miles")
                .leaves(back, "miles")
                .then();
        if (back > 0) {
            written.waitsUntil("2029-07-30T23:59").leaves(back, "miles");
            written.waitsUntil("2029-07-31T00:00").leaves(0, "miles");
        }
    }

    @ParameterizedTest(name = "{0} gets {1} upgrades on 1 January")
    @CsvSource({"Blue, 0", "Silver, 0", "Gold, 2", "Platinum, 4"})
    void january_brings_gold_and_platinum_upgrades_for_the_year(String tier, long upgrades) {
        Scenario january = given(RULES)
                .joined("2026-12-01")
                .inTier(tier)
                .waitsUntil("2026-12-31T23:59")
                .leaves(0, "upgrades")
                .then()
                .waitsUntil("2027-01-01T00:00")
                .leaves(upgrades, "upgrades")
                .then();

        january.waitsUntil("2027-12-31T23:59").leaves(upgrades, "upgrades");
        if (tier.equals("Gold")) {
            january.asking("upgrade")
                    .buys(flight("light", "720", "99.00"))
                    .gives("business seat")
                    .because("1 upgrade is a seat in Business")
                    .spends(1, "upgrades")
                    .leaves(1, "upgrades");
        }
    }

    @Test
    void an_upgrade_that_is_not_there_is_not_given() {
        given(RULES)
                .inTier("Gold")
                .asking("upgrade")
                .buys(flight("light", "720", "99.00"))
                .misses(1, "upgrades", "1 upgrade is a seat in Business");
    }

    @ParameterizedTest(name = "{0}: gone at {1}")
    @CsvSource({
        "Gold,     2029-03-31T23:59, 500",
        "Gold,     2029-04-01T00:00, 0",
        "Platinum, 2029-04-01T00:00, 500",
        "Platinum, 2030-12-31T23:59, 500",
        "Platinum, 2031-01-01T00:00, 0",
    })
    void miles_live_for_three_years_to_the_quarters_end_and_as_platinum_for_three_more(
            String tier, String until, long left) {
        given(RULES)
                .joined("2026-01-01")
                .on("2026-01-02")
                .buys(flights(tier.equals("Platinum") ? 120 : 60, "720"))
                .then()
                .waitsUntil(until)
                .leaves(left, "miles");
    }

    @Test
    void with_fifty_thousand_qualifying_miles_the_partner_joins_in_once() {
        given(RULES)
                .holding(49999, "qualifying miles")
                .buys(flight("classic", "1", "100.00"))
                .gives("lounge for two")
                .because("With 50000 qualifying miles your partner joins you in the lounge for 3 months")
                .then()
                .buys(flight("classic", "1", "100.00"))
                .earns(500, "miles")
                .earns(1, "qualifying miles")
                .earns(1, "flights")
                .andNothingElse();
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

    /** So many flights on one day, which are so long together, and earn 500 miles. */
    private static Line[] flights(int number, String miles) {
        Line[] flights = new Line[number];
        for (int i = 0; i < number; i++) {
            flights[i] = i == 0
                    ? flight("classic", String.valueOf(Long.parseLong(miles) - number + 1), "100.00")
                    : flight("classic", "1", "0.19");
        }
        return flights;
    }
}
