package org.regulars.examples.cobranded;

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
import org.regulars.LoyaltyEngine;
import org.regulars.Outcome;
import org.regulars.RuleSet;
import org.regulars.testing.OutcomeAssert;
import org.regulars.testing.RuleCoverage;
import org.regulars.testing.Scenario;

/** The terms of the card with two names, and who pays for what. */
class CoBrandedCardTest {

    private static final RuleSet RULES = CoBrandedCard.rules();

    private static final String GROCER = "The grocer gives 1 point for every unit of money";
    private static final String BANK = "The bank gives 1 point for every unit of money the card pays at the grocer";
    private static final String ELSEWHERE = "Elsewhere the bank gives 1 point for every full 2, at most 2000 a month";
    private static final String WELCOME = "500 paid with the card: 2000 points from the bank, for 12 months";
    private static final String PAYS = "Points pay at the grocer: each is 0.005, in steps of 200, up to 10000";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    @ParameterizedTest(name = "{1} paid by {0} at the grocer: {2} from the grocer, {3} from the bank")
    @CsvSource({
        "card, 48.60, 48, 48",
        "card,  0.99,  0,  0",
        "card,  1.00,  1,  1",
        "cash, 48.60, 48,  0",
    })
    void at_the_grocer_both_give_and_the_bank_only_for_the_card(
            String tender, String price, long byGrocer, long byBank) {
        Outcome shop = atTheGrocer()
                .by("tender", tender)
                .buys(1, "groceries", price)
                .earns(byGrocer + byBank, "points")
                .andNothingElse()
                .outcome();

        Settlement settled = new Settlement(BigDecimal.ONE).add(shop);
        assertThat(settled.givenBy("the-grocer")).isEqualByComparingTo(BigDecimal.valueOf(byGrocer));
        assertThat(settled.givenBy("the-bank")).isEqualByComparingTo(BigDecimal.valueOf(byBank));
    }

    @Test
    void each_award_is_whole_so_that_every_point_has_one_giver() {
        atTheGrocer()
                .by("tender", "card")
                .buys(Line.of(1, "bread", "groceries", "1.50"), Line.of(1, "milk", "groceries", "1.50"))
                .earns(1 + 1 + 3, "points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tobacco", "gift card", "stamps"})
    void the_grocer_gives_nothing_for_these_even_of_its_own_brand(String category) {
        atTheGrocer()
                .by("tender", "cash")
                .buys(Line.of(1, category, category, "30.00").with("brand", "own"))
                .andNothingElse();
    }

    @Test
    void the_grocers_own_brand_brings_one_more() {
        atTheGrocer()
                .by("tender", "cash")
                .buys(Line.of(1, "pasta", "groceries", "10.00").with("brand", "own"))
                .earns(20, "points")
                .andNothingElse();
    }

    @ParameterizedTest(name = "{1} on {0}: {2} points")
    @CsvSource({
        "2026-11-02, 40.00, 40",
        "2026-11-03, 39.99, 39",
        "2026-11-03, 40.00, 90",
        "2026-11-04, 40.00, 40",
    })
    void on_tuesdays_fifty_points_come_on_top_of_forty(String day, String price, long points) {
        atTheGrocer().by("tender", "cash").on(day).buys(1, "groceries", price).earns(points, "points");
    }

    @ParameterizedTest(name = "{0} in cash and {1} by gift card of 50: {2} from the bank")
    @CsvSource({"0, 0, 50", "20.00, 0, 30", "20.00, 10.50, 19", "40.00, 20.00, 0"})
    void the_bank_gives_for_what_the_card_pays(String cash, String giftCard, long points) {
        OutcomeAssert shop = atTheGrocer()
                .by("tender", "card")
                .by("paid in cash", cash)
                .by("paid by gift card", giftCard)
                .buys(1, "groceries", "50.00")
                .earns(50 + points, "points");
        assertThat(shop.outcome().granted())
                .filteredOn(each -> each.offer().name().equals(GROCER))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0} at {1} by {2}: {3}")
    @CsvSource({
        "1.99, baker,        card, 0",
        "2.00, baker,        card, 1",
        "3.99, baker,        card, 1",
        "80.00, baker,       card, 40",
        "80.00, baker,       cash, 0",
        "80.00, cash machine, card, 0",
        "80.00, bank,        card, 0",
    })
    void elsewhere_the_bank_gives_one_for_every_full_two(String price, String where, String tender, long points) {
        given(RULES)
                .by("merchant", where)
                .by("tender", tender)
                .buys(1, "things", price)
                .earns(points, "points")
                .andNothingElse();
    }

    @Test
    void elsewhere_it_is_at_most_two_thousand_a_month_and_the_grocer_does_not_count() {
        Scenario month = given(RULES).on("2026-11-02").by("merchant", "garage").by("tender", "card");

        month.buys(1, "repair", "3998.00")
                .earns(1999, "points")
                .cuts(0, "points")
                .then()
                .on("2026-11-30")
                .buys(1, "repair", "10.00")
                .earns(1, "points")
                .because(ELSEWHERE)
                .cuts(4, "points")
                .then()
                .by("merchant", "grocer")
                .buys(1, "groceries", "10.00")
                .earns(20, "points")
                .because(BANK)
                .then()
                .by("merchant", "garage")
                .on("2026-12-01")
                .buys(1, "repair", "10.00")
                .earns(5, "points");
    }

    @Test
    void what_a_limit_cut_nobody_pays_for() {
        Outcome repair = given(RULES)
                .by("merchant", "garage")
                .by("tender", "card")
                .buys(1, "repair", "5000.00")
                .earns(2000, "points")
                .outcome();

        assertThat(new Settlement(BigDecimal.ONE).add(repair).givenBy("the-bank"))
                .isEqualByComparingTo("2000");
    }

    @ParameterizedTest(name = "joined on 2026-01-02, {0} paid on {1}: {2}")
    @CsvSource({
        "499.99, 2026-04-02, false",
        "500.00, 2026-04-02, true",
        "500.00, 2026-04-03, false",
        "900.00, 2026-01-02, true",
    })
    void five_hundred_in_the_first_three_months_are_a_welcome(String price, String on, boolean welcome) {
        OutcomeAssert paid = newcomer().on(on).buys(1, "sofa", price);
        if (welcome) {
            paid.converts(500, "welcome spend").into(2000, "points").because(WELCOME);
        } else {
            assertThat(paid.outcome().granted())
                    .noneMatch(each -> each.offer().name().equals(WELCOME));
        }
    }

    @Test
    void the_welcome_adds_up_over_purchases_and_comes_once() {
        newcomer()
                .buys(1, "chair", "300.00")
                .earns(300, "welcome spend")
                .then()
                .buys(1, "table", "300.00")
                .earns(200, "welcome spend")
                .cuts(100, "welcome spend")
                .converts(500, "welcome spend")
                .into(2000, "points")
                .then()
                .buys(1, "sofa", "1200.00")
                .earns(0, "welcome spend")
                .earns(600, "points")
                .andNothingElse();
    }

    @ParameterizedTest(name = "{0}: {1} left")
    @CsvSource({"2027-01-02T23:59, 2250", "2027-01-03T00:00, 250"})
    void the_welcome_is_to_be_used_within_twelve_months(String until, long left) {
        newcomer().buys(1, "sofa", "500.00").then().waitsUntil(until).leaves(left, "points");
    }

    @Test
    void neither_cash_from_a_machine_nor_cash_at_all_counts_for_the_welcome() {
        newcomer().by("merchant", "cash machine").buys(1, "cash", "600.00").andNothingElse();
        newcomer().by("tender", "cash").buys(1, "sofa", "600.00").andNothingElse();
    }

    @Test
    void a_journey_paid_with_the_card_is_insured_and_one_paid_in_cash_is_not() {
        Line flight = Line.of(1, "flight", "travel", "99.00");
        Line hotel = Line.of(1, "hotel", "travel", "101.00");

        given(RULES)
                .by("merchant", "travel agent")
                .by("tender", "card")
                .buys(flight, hotel)
                .gives("travel insurance")
                .because("A journey paid with the card is insured for 30 days")
                .earns(100, "points")
                .andNothingElse();
        given(RULES)
                .by("merchant", "travel agent")
                .by("tender", "cash")
                .buys(flight, hotel)
                .andNothingElse();
    }

    @ParameterizedTest(name = "of {0} points {1} wanted: {2} pay")
    @CsvSource({
        " 5000,   199,     0",
        " 5000,   200,   200",
        " 5000,   399,   200",
        "  300,  1000,   200",
        "20000, 20000, 10000",
        "20000, 10200, 10000",
    })
    void points_pay_at_the_grocers_in_steps_and_up_to_a_bound(long held, long wanted, long used) {
        atTheGrocer()
                .by("tender", "cash")
                .holding(held, "points")
                .asking(wanted, "pay with points")
                .buys(1, "groceries", "90.00")
                .paysWith(used, "points")
                .leavesToPay(new BigDecimal("90.00")
                        .subtract(BigDecimal.valueOf(used).multiply(new BigDecimal("0.005")))
                        .toPlainString());
    }

    @ParameterizedTest(name = "{0} points spent at once: {1}")
    @CsvSource({"9800, false", "10000, true"})
    void whoever_spends_ten_thousand_at_once_is_thanked(long wanted, boolean thanked) {
        OutcomeAssert shop = atTheGrocer()
                .by("tender", "cash")
                .holding(20000, "points")
                .asking(wanted, "pay with points")
                .buys(1, "groceries", "90.00")
                .paysWith(wanted, "points");
        if (thanked) {
            shop.gives("letter of thanks").because("10000 points spent at once: a letter of thanks");
        } else {
            assertThat(shop.outcome().benefits()).isEmpty();
        }
    }

    @Test
    void points_do_not_pay_elsewhere() {
        given(RULES)
                .holding(5000, "points")
                .by("merchant", "baker")
                .asking(1000, "pay with points")
                .buys(1, "bread", "9.00")
                .paysWith(0, "points")
                .leavesToPay("9.00");
    }

    @ParameterizedTest(name = "{0}: {1} left")
    @CsvSource({"2029-06-30T23:59, 10", "2029-07-01T00:00, 0"})
    void points_live_for_three_years_to_the_half_years_end(String until, long left) {
        atTheGrocer()
                .joined("2026-01-01")
                .by("tender", "cash")
                .on("2026-01-01")
                .buys(1, "groceries", "10.00")
                .then()
                .waitsUntil(until)
                .leaves(left, "points");
    }

    @Test
    void what_comes_back_takes_its_points_along_even_if_they_are_spent() {
        OutcomeAssert bought = atTheGrocer().by("tender", "cash").buys(1, "groceries", "200.00");
        bought.then()
                .asking(200, "pay with points")
                .buys(1, "stamps", "1.00")
                .paysWith(200, "points")
                .because(PAYS)
                .then()
                .returns(bought.outcome(), line(1))
                .leaves(-200, "points");
    }

    @Test
    void the_sponsors_pay_for_what_is_kept() {
        OutcomeAssert shop = atTheGrocer()
                .by("tender", "card")
                .buys(Line.of(1, "kettle", "household", "24.90"), Line.of(1, "coffee", "groceries", "7.80"));
        Outcome bought = shop.outcome();
        Outcome back = shop.then().returns(line(1)).takesBack(24 + 25, "points").outcome();
        LoyaltyEngine card = LoyaltyEngine.with(RULES);

        Settlement settled = new Settlement(new BigDecimal("0.005"))
                .add(bought)
                .replace(
                        bought,
                        card.decide(bought.memberBefore(), back.reversal().kept()));

        assertThat(settled.text().lines().map(row -> row.replaceAll(" +", " ").strip()))
                .containsExactly("sponsor given taken is paid", "the-bank 7 0 -0.04", "the-grocer 7 0 -0.04");
    }

    private static Scenario atTheGrocer() {
        return given(RULES).by("merchant", "grocer");
    }

    private static Scenario newcomer() {
        return given(RULES)
                .joined("2026-01-02")
                .on("2026-01-02")
                .by("merchant", "furniture")
                .by("tender", "card");
    }
}
