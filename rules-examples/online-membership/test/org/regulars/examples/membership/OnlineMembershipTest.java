package org.regulars.examples.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
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

/** The terms of the Plus membership. */
class OnlineMembershipTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("online-membership/online-membership.drl");

    private static final String REMINDER = "3 days before the trial ends there is a reminder";
    private static final String GOES_ON = "A trial that was not cancelled goes on as Plus, month by month";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @ParameterizedTest(name = "{0}: an order for {1} ships free {2}")
    @CsvSource({
        "Free,  59.99, false",
        "Free,  60.00, true",
        "Trial,  1.00, true",
        "Trial, 90.00, true",
        "Plus,   1.00, true",
    })
    void delivery_is_free_with_plus_and_on_trial_or_from_sixty(String plan, String price, boolean free) {
        OutcomeAssert order = given(RULES).inTier(plan).shipping("4.90").buys(1, "lamp", price);

        assertThat(order.outcome().freeShipping()).isEqualTo(free);
        order.leavesToPay(
                new BigDecimal(price).add(new BigDecimal(free ? "0" : "4.90")).toPlainString());
    }

    @Test
    void what_is_collected_in_the_shop_is_not_delivered() {
        given(RULES)
                .inTier("Plus")
                .buys(1, "lamp", "70.00")
                .earns(140, "points")
                .andNothingElse();
        given(RULES).buys(1, "lamp", "70.00").earns(70, "points").andNothingElse();
    }

    @ParameterizedTest(name = "{0} points")
    @CsvSource({"39, false", "40, true"})
    void without_plus_forty_points_deliver_an_order(long points, boolean free) {
        OutcomeAssert order = given(RULES)
                .holding(points, "points")
                .shipping("4.90")
                .asking("free delivery")
                .buys(1, "lamp", "20.00");
        if (free) {
            order.shipsFree()
                    .because("Without Plus delivery is free for 40 points")
                    .spends(40, "points")
                    .leavesToPay("20.00");
        } else {
            order.misses(1, "points", "Without Plus delivery is free for 40 points")
                    .leavesToPay("24.90");
        }
    }

    @ParameterizedTest(name = "{0}: {1} x 29.90 with a plus saving of {2}: {3} off")
    @CsvSource({
        "Plus,  1, 4.90,  4.90",
        "Plus,  2, 4.90,  9.80",
        "Trial, 2, 4.90,  9.80",
        "Free,  2, 4.90,  0.00",
        "Plus,  1,  0.00,  0.00",
    })
    void things_with_a_plus_price_cost_that(String plan, long number, BigDecimal saving, String off) {
        given(RULES)
                .inTier(plan)
                .buys(Line.of(number, "desk lamp", "home", "29.90").with("plus saving", saving))
                .discounts(off);
    }

    @Test
    void a_thing_without_a_plus_price_costs_what_it_costs() {
        given(RULES)
                .inTier("Plus")
                .buys(1, "light bulb", "4.20")
                .discounts("0.00")
                .leavesToPay("4.20");
    }

    @ParameterizedTest(name = "{0}: 19.99 earn {1} points")
    @CsvSource({"Free, 19", "Trial, 19", "Plus, 39"})
    void points_count_twice_with_plus(String plan, long points) {
        given(RULES).inTier(plan).buys(1, "lamp", "19.99").earns(points, "points");
    }

    @ParameterizedTest(name = "{0} paid: message {1}")
    @CsvSource({"249.99, false", "250.00, true"})
    void two_hundred_and_fifty_points_on_their_way_are_told(String price, boolean told) {
        OutcomeAssert order = given(RULES).buys(1, "sofa", price);
        if (told) {
            order.gives("message: points on their way").because("250 points on their way: a message");
        } else {
            assertThat(order.outcome().benefits()).isEmpty();
        }
    }

    @ParameterizedTest(name = "returned on {0}: {1} taken back, {2} left")
    @CsvSource({"2026-01-16T11:59, 19, 0", "2026-01-16T12:00, 0, 19"})
    void points_wait_for_fourteen_days_and_only_those_are_taken_back(String on, long back, long left) {
        Scenario bought = given(RULES)
                .buys(1, "lamp", "19.99")
                .earns(19, "points")
                .leaves(0, "points")
                .leavesPending(19, "points")
                .then();

        bought.at(on).returnsEverything().takesBack(back, "points").leaves(left, "points");
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "Plus,  2026-11-29T22:00, false",
        "Plus,  2026-11-30T19:59, false",
        "Plus,  2026-11-30T20:00, true",
        "Trial, 2026-11-30T20:00, false",
        "Free,  2026-11-30T20:00, false",
        "Plus,  2026-12-01T00:00, true",
        "Free,  2026-12-01T07:59, false",
        "Free,  2026-12-01T08:00, true",
        "Trial, 2026-12-01T08:00, true",
        "Free,  2026-12-02T08:00, false",
    })
    void the_winter_sale_opens_an_evening_early_with_plus(String plan, String when, boolean open) {
        OutcomeAssert visit = given(RULES).inTier(plan).at(when).does("at the sale");

        assertThat(visit.outcome().benefits()).hasSize(open ? 1 : 0);
        if (open) {
            visit.gives("winter sale");
        }
    }

    @Test
    void the_trial_goes_on_as_plus_for_a_month_if_nothing_is_done() {
        Scenario trial = trial();

        trial.waitsUntil("2026-01-29T23:59").leavesInTier("Trial", "2026-02-01").andNothingElse();
        trial.waitsUntil("2026-01-30T00:00")
                .gives("reminder: 3 days of trial left")
                .because(REMINDER)
                .expires(1, "trial reminder")
                .andNothingElse();
        trial.waitsUntil("2026-02-01T23:59").leavesInTier("Trial", "2026-02-01");
        trial.waitsUntil("2026-02-02T00:00")
                .fallsTo("Free")
                .upgradesTo("Plus")
                .because(GOES_ON)
                .leavesInTier("Plus", "2026-03-02")
                .gives("first month to be paid");
    }

    @Test
    void a_trial_that_is_cancelled_ends_with_its_days() {
        trial().on("2026-01-10")
                .does("trial cancelled")
                .forfeits(1, "trial")
                .forfeits(1, "trial reminder")
                .andNothingElse()
                .then()
                .shipping("4.90")
                .on("2026-02-01")
                .buys(1, "lamp", "5.00")
                .shipsFree()
                .then()
                .waitsUntil("2026-02-02T00:00")
                .fallsTo("Free")
                .andNothingElse();
    }

    @Test
    void who_has_had_a_trial_gets_no_second_one_and_who_has_plus_none_at_all() {
        trial().on("2026-01-10")
                .does("trial cancelled")
                .then()
                .on("2026-06-01")
                .does("trial started")
                .fallsTo("Free")
                .andNothingElse();
        given(RULES).inTier("Plus").does("trial started").andNothingElse();
    }

    @ParameterizedTest(name = "a fee of {0}: through {1}")
    @CsvSource({"9.90, 2026-02-10", "89.00, 2027-01-10"})
    void who_pays_during_the_trial_has_plus_at_once(String fee, String through) {
        trial().on("2026-01-10")
                .by("amount", fee)
                .does("fee paid")
                .upgradesTo("Plus")
                .leavesInTier("Plus", through)
                .forfeits(1, "trial")
                .then()
                .waitsUntil("2026-02-05T00:00")
                .leavesInTier("Plus", through);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.89", "9.91", "88.99", "0"})
    void another_amount_is_no_fee(String amount) {
        given(RULES).by("amount", amount).does("fee paid").andNothingElse();
    }

    @Test
    void a_month_that_is_not_paid_ends_plus() {
        trial().waitsUntil("2026-02-02T00:00")
                .leavesInTier("Plus")
                .then()
                .on("2026-02-04")
                .does("payment failed")
                .fallsTo("Free")
                .because("What is not paid ends")
                .andNothingElse();
    }

    @ParameterizedTest(name = "paid every month until {0}: through {1}")
    @CsvSource({"2026-03-02, 2026-04-02", "2026-02-20, 2026-03-20"})
    void each_fee_brings_a_month_from_the_day_it_is_paid(String paid, String through) {
        given(RULES)
                .by("amount", "9.90")
                .on("2026-02-02")
                .does("fee paid")
                .leavesInTier("Plus", "2026-03-02")
                .then()
                .on(paid)
                .does("fee paid")
                .renews("Plus")
                .leavesInTier("Plus", through);
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2026-01-16, true", "2026-01-17, false"})
    void a_yearly_fee_is_given_back_within_fourteen_days(String on, boolean back) {
        OutcomeAssert asked = given(RULES)
                .by("amount", "89.00")
                .on("2026-01-02")
                .does("fee paid")
                .earns(1, "fee to take back")
                .then()
                .on(on)
                .does("fee taken back");
        if (back) {
            asked.gives("fee back")
                    .because("A yearly fee that is taken back in time ends Plus")
                    .fallsTo("Free")
                    .then()
                    .does("fee taken back")
                    .andNothingElse();
        } else {
            asked.leavesInTier("Plus", "2027-01-02");
            assertThat(asked.outcome().benefits()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} points")
    @ValueSource(longs = {999, 1000})
    void a_thousand_points_are_a_month_of_plus(long points) {
        OutcomeAssert wish = given(RULES).holding(points, "points").redeems("month of Plus");
        if (points < 1000) {
            wish.misses(1, "points", "1000 points are a month of Plus, 1 at a time");
        } else {
            wish.upgradesTo("Plus").leavesInTier("Plus", "2026-02-02").spends(1000, "points");
        }
    }

    private static Scenario trial() {
        return given(RULES)
                .joined("2026-01-02")
                .on("2026-01-02")
                .does("trial started")
                .upgradesTo("Trial")
                .leavesInTier("Trial", "2026-02-01")
                .earns(1, "trial")
                .earns(1, "trial reminder")
                .earns(1, "trials had")
                .andNothingElse()
                .then();
    }
}
