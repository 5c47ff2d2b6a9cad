package org.regulars.examples.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.Return.line;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulars.Line;
import org.regulars.Outcome;
import org.regulars.RuleSet;
import org.regulars.testing.OutcomeAssert;
import org.regulars.testing.RuleCoverage;
import org.regulars.testing.Scenario;

/** The terms of the warehouse membership. */
class WarehouseMembershipTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("warehouse-membership/warehouse-membership.drl");

    private static final String REWARD = "The Executive card gives 0.02 of what is paid";
    private static final String GIVEN = "On the anniversary the reward is given";
    private static final String FEE_BACK =
            "Less than 65 by the anniversary: the fee of the Executive card is given back";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "guest,     11:00, false",
        "member,    08:59, false",
        "member,    09:59, false",
        "member,    10:00, true",
        "Executive, 08:59, false",
        "Executive, 09:00, true",
        "Executive, 09:59, true",
        "Executive, 10:00, true",
    })
    void the_doors_open_to_members_and_earlier_to_executive_ones(String who, String time, boolean open) {
        Scenario at = who.equals("guest") ? given(RULES) : who.equals("member") ? goldStar() : executive();

        OutcomeAssert door = at.at("2025-06-01T" + time).does("at the door");

        if (open) {
            door.gives("entrance");
        }
        door.andNothingElse();
        assertThat(door.outcome().benefits()).hasSize(open ? 1 : 0);
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({
        "2026-01-15T23:59, true",
        "2026-01-16T12:00, false",
    })
    void the_fee_is_for_a_year(String when, boolean open) {
        OutcomeAssert door = goldStar().at(when).does("at the door");

        assertThat(door.outcome().benefits()).hasSize(open ? 1 : 0);
    }

    @Test
    void who_pays_on_the_last_day_is_a_member_for_one_year_more() {
        goldStar().on("2026-01-15").does("fee paid").renews("Member").leavesInTier("Member", "2027-01-15");
    }

    @Test
    void members_pay_less_where_the_tag_says_so_and_guests_do_not() {
        Line tagged = Line.of(1, "coffee beans", "food", "20.00").with("tag", "member price");
        Line plain = Line.of(1, "rice", "food", "10.00");

        goldStar()
                .buys(tagged, plain)
                .discounts("3.00")
                .because("Members pay 15 percent less where the tag says so")
                .andNothingElse();
        given(RULES).buys(tagged, plain).discounts("0.00").andNothingElse();
    }

    @ParameterizedTest(name = "{0} litres: {1} off")
    @CsvSource({"1.0, 0.04", "41.5, 1.66", "0.1, 0.00", "0.13, 0.01"})
    void members_pay_less_for_each_litre_of_fuel(String litres, String off) {
        goldStar().buys(fuel(litres)).discounts(off);
        given(RULES).buys(fuel(litres)).discounts("0.00");
    }

    /** The published table, and the cap. */
    @ParameterizedTest(name = "{0} bought in a year: {1}")
    @CsvSource({
        " 3000.00,   60.00",
        " 6000.00,  120.00",
        " 9600.00,  192.00",
        "15000.00,  300.00",
        "30000.00,  600.00",
        "50040.00, 1000.80",
        "62499.50, 1249.99",
        "62500.00, 1250.00",
        "62500.50, 1250.00",
        "70000.00, 1250.00",
    })
    void two_percent_of_a_year_are_given_on_the_anniversary_up_to_the_cap(BigDecimal bought, String reward) {
        // Over three receipts, so that the cap cuts across them.
        BigDecimal third = bought.multiply(new BigDecimal("0.3")).setScale(2);
        executive()
                .buys(food(third))
                .then()
                .buys(food(third))
                .then()
                .buys(food(bought.subtract(third).subtract(third)))
                .then()
                .waitsUntil("2026-01-14T23:59")
                .leaves(0, "reward")
                .then()
                .waitsUntil("2026-01-15T00:00")
                .leaves(reward, "reward")
                .leaves(0, "coming reward");
    }

    @ParameterizedTest(name = "receipt {0} brought back")
    @ValueSource(ints = {1, 2})
    void what_is_brought_back_is_taken_off_before_the_cap(int which) {
        OutcomeAssert first = executive().buys(food(which == 1 ? "1000.00" : "62000.00"));
        OutcomeAssert second = first.then().buys(food(which == 1 ? "62000.00" : "1000.00"));
        Outcome back = which == 1 ? first.outcome() : second.outcome();

        second.leaves(1250, "coming reward")
                .then()
                .on("2025-09-01")
                .returnsEverything(back)
                .then()
                .waitsUntil("2026-01-15T00:00")
                .leaves(1240, "reward");
    }

    @Test
    void a_line_of_the_very_receipt_that_the_cap_cut() {
        executive()
                .buys(food("62000.00"), Line.of(1, "sofa", "furniture", "1000.00"))
                .earns(1250, "coming reward")
                .cuts(10, "coming reward")
                .then()
                .returns(line(2))
                .leaves(1240, "coming reward");
    }

    @Test
    void what_is_brought_back_after_the_anniversary_lowers_the_next_reward() {
        OutcomeAssert sofa = executive().buys(Line.of(1, "sofa", "furniture", "1000.00"));

        sofa.then()
                .waitsUntil("2026-01-15T00:00")
                .leaves(20, "reward")
                .then()
                .on("2026-01-15")
                .does("fee paid")
                .then()
                .does("Executive fee paid")
                .then()
                .on("2026-02-01")
                .returnsEverything(sofa.outcome())
                .leaves(20, "reward")
                .leaves(-20, "coming reward")
                .then()
                .buys(food("3000.00"))
                .leaves(40, "coming reward");
    }

    @ParameterizedTest(name = "{0} earns {1}")
    @CsvSource({
        "food,      2.00",
        "fuel,      0",
        "tobacco,   0",
        "pharmacy,  0",
        "optical,   0",
        "gift card, 0",
        "tax,       0",
    })
    void what_is_excepted_does_not_count(String category, String reward) {
        executive().buys(1, category, "100.00").earns(reward, "coming reward");
    }

    @Test
    void it_is_what_is_paid_that_counts() {
        executive()
                .buys(Line.of(1, "coffee beans", "food", "100.00").with("tag", "member price"))
                .discounts("15.00")
                .earns("1.70", "coming reward");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"primary, 200.00", "household, 200.00", "affiliate, 0"})
    void only_the_primary_and_the_household_holder_count(String cardholder, String reward) {
        executive().by("cardholder", cardholder).buys(food("10000.00")).earns(reward, "coming reward");
    }

    @Test
    void what_the_household_holder_bought_is_taken_out_when_they_leave() {
        OutcomeAssert primary = executive().buys(food("10000.00"));
        OutcomeAssert household = primary.then().by("cardholder", "household").buys(food("5000.00"));

        household
                .leaves(300, "coming reward")
                .then()
                .on("2025-12-01")
                .returnsEverything(household.outcome())
                .leaves(200, "coming reward");
    }

    @Test
    void what_was_bought_before_the_upgrade_does_not_count() {
        goldStar()
                .on("2025-03-01")
                .buys(food("4000.00"))
                .earnsNothing()
                .then()
                .on("2025-04-01")
                .does("Executive fee paid")
                .upgradesTo("Executive")
                .then()
                .buys(food("6000.00"))
                .then()
                .waitsUntil("2026-01-15T00:00")
                .leaves(120, "reward");
    }

    @ParameterizedTest(name = "{0} bought: paid for itself {1}, given back {2}")
    @CsvSource({
        "3249.99, 0, 1",
        "3250.00, 1, 0",
    })
    void the_executive_card_pays_for_itself_or_is_given_back(String bought, int paid, int back) {
        OutcomeAssert year = executive().buys(food(bought));
        assertThat(year.outcome().benefits()).hasSize(paid);
        if (paid == 1) {
            year.gives("card paid for itself").because("From 65 on the Executive card has paid for itself");
            assertThat(year.then().buys(food("10.00")).outcome().benefits()).isEmpty();
        }

        OutcomeAssert anniversary = year.then().waitsUntil("2026-01-15T00:00");
        assertThat(anniversary.outcome().due().stream()
                        .flatMap(due -> due.granted().stream())
                        .filter(each -> each.offer().name().equals(FEE_BACK)))
                .hasSize(back);
    }

    @ParameterizedTest(name = "after a reward of 20.00 a thing for {0} leaves {1} to pay on {2}")
    @CsvSource({
        "12.00, 0.00,  2026-02-01",
        "20.00, 0.00,  2026-02-01",
        "32.00, 12.00, 2026-02-01",
        "32.00, 12.00, 2026-10-15",
        "32.00, 32.00, 2026-10-16",
    })
    void the_reward_pays_at_the_till_for_nine_months(String price, String toPay, String on) {
        executive()
                .buys(food("1000.00"))
                .then()
                .on("2026-01-15")
                .does("fee paid")
                .then()
                .on(on)
                .asking("my reward")
                .buys(1, "blanket", price)
                .leavesToPay(toPay);
    }

    @ParameterizedTest(name = "the Executive fee paid again {0}: {1} goes on")
    @CsvSource({"true, 20", "false, 0"})
    void what_is_not_used_of_the_reward_goes_into_the_next_one(boolean paidAgain, long goesOn) {
        Scenario year = executive()
                .buys(food("1000.00"))
                .then()
                .on("2026-01-15")
                .does("fee paid")
                .then();
        year = paidAgain ? year.does("Executive fee paid").then() : year;

        year.waitsUntil("2026-10-15T23:59")
                .leaves(20, "reward")
                .then()
                .waitsUntil("2026-10-16T00:00")
                .expires(20, "reward")
                .leaves(0, "reward")
                .leaves(goesOn, "coming reward");
    }

    @Test
    void neither_taxes_nor_gift_cards_are_paid_with_it_nor_does_a_guest_pay_with_it() {
        executive()
                .holding(50, "reward")
                .asking("my reward")
                .buys(Line.of(1, "gift card", "gift card", "25.00"), Line.of(1, "sales tax", "tax", "3.00"))
                .leavesToPay("28.00");
        given(RULES)
                .holding(50, "reward")
                .asking("my reward")
                .buys(1, "blanket", "20.00")
                .leavesToPay("20.00");
    }

    @Test
    void whose_fee_is_given_back_is_a_guest_and_gets_no_reward() {
        executive()
                .buys(food("6000.00"))
                .then()
                .on("2026-01-14")
                .does("fee given back")
                .fallsTo("Guest")
                .fallsTo("Gold Star")
                .forfeits(120, "coming reward")
                .because("Whose fee is given back is a guest, and no reward is coming")
                .andNothingElse()
                .then()
                .waitsUntil("2026-01-15T00:00")
                .andNothingElse();
    }

    @Test
    void who_gives_the_executive_card_back_stays_a_member() {
        executive()
                .buys(food("6000.00"))
                .then()
                .on("2026-01-14")
                .does("Executive fee given back")
                .fallsTo("Gold Star")
                .leavesInTier("Member")
                .forfeits(120, "coming reward")
                .then()
                .waitsUntil("2026-01-15T00:00")
                .leaves(0, "reward");
    }

    private static Scenario goldStar() {
        return given(RULES)
                .joined("2025-01-15")
                .on("2025-01-15")
                .does("fee paid")
                .upgradesTo("Member")
                .leavesInTier("Member", "2026-01-15")
                .then()
                .on("2025-06-01")
                .by("cardholder", "primary");
    }

    private static Scenario executive() {
        return goldStar().on("2025-01-15").does("Executive fee paid").then().on("2025-06-01");
    }

    private static Line food(String total) {
        return food(new BigDecimal(total));
    }

    private static Line food(BigDecimal total) {
        return Line.totalling(BigDecimal.ONE, "food", "food", total);
    }

    private static Line fuel(String litres) {
        return Line.totalling(new BigDecimal(litres), "petrol", "fuel", new BigDecimal("60.00"));
    }
}
