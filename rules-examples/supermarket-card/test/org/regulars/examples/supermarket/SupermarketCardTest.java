package org.regulars.examples.supermarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.Return.line;
import static org.regulars.testing.Scenario.given;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulars.Line;
import org.regulars.RuleSet;
import org.regulars.testing.OutcomeAssert;
import org.regulars.testing.RuleCoverage;

/** The terms of the supermarket card. */
class SupermarketCardTest {

    private static final RuleSet RULES = RuleSet.fromClasspath("supermarket-card/supermarket-card.drl");

    private static final String WEDNESDAY = "2026-03-04";
    private static final String SATURDAY = "2026-03-07";
    private static final String SUNDAY = "2026-03-08";

    private static final String TRIPLE_DRINKS = "Weekend: drinks earn triple";
    private static final String BIG_SHOP = "Weekend: 20 points extra from 50";
    private static final String FREE_FROM_THE_BAKERY = "10 bakery stamps: the next from the bakery is free";

    @AfterAll
    static void every_rule_was_tested() {
        RuleCoverage.assertEveryRuleFired(RULES);
    }

    /** The cases agreed on; parts of a unit are lost once a receipt, not once a line. */
    @ParameterizedTest(name = "{0}: {1} of goods, {2} of tobacco, {3} of gift cards earn {4}")
    @CsvSource(useHeadersInDisplayName = false, delimiter = '|', textBlock = """
            # case | goods        | tobacco | gift cards | points
            2.1    | 34.99        |         |            | 34
            2.2    | 19.59        | 10.40   | 5.00       | 19
            2.3    | 1.50         |         |            | 1
            2.3    | 1.50 + 1.50  |         |            | 3
            2.4    | 0.99         |         |            | 0
            """)
    void points_for_every_whole_unit_of_money(
            String number, String goods, String tobacco, String giftCards, long points) {
        given(RULES)
                .in("GBP")
                .on(WEDNESDAY)
                .buys(Stream.of(lines(goods, "Household"), lines(tobacco, "Tobacco"), lines(giftCards, "Gift Cards"))
                        .flatMap(Arrays::stream)
                        .toArray(Line[]::new))
                .earns(points, "points")
                .leaves(points, "points");
    }

    @Test
    void two_receipts_of_one_and_a_half_are_one_point_each() {
        given(RULES)
                .buys(1, "Household", "1.50")
                .earns(1, "points")
                .then()
                .buys(1, "Household", "1.50")
                .earns(1, "points")
                .leaves(2, "points");
    }

    /** Case 2.11. */
    @Test
    void what_comes_back_takes_the_points_that_the_rest_would_not_have_earned() {
        given(RULES)
                .in("GBP")
                .buys(Line.of(1, "kettle", "Household", "24.59"), Line.of(1, "towel", "Household", "10.40"))
                .earns(34, "points")
                .then()
                .returns(line(2))
                .refunds("10.40")
                .takesBack(10, "points")
                .leaves(24, "points");
    }

    /** Case 2.12. */
    @Test
    void of_two_alike_one_that_comes_back_is_no_half_of_the_points() {
        given(RULES)
                .in("GBP")
                .buys(2, "Household", "10.60")
                .earns(21, "points")
                .then()
                .returns(line(1, 1))
                .takesBack(11, "points")
                .leaves(10, "points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gift Cards", "Tobacco"})
    void gift_cards_and_tobacco_earn_nothing(String category) {
        given(RULES).on(SATURDAY).buys(1, category, "60.00").andNothingElse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Produce", "Meat", "Seafood", "Dairy", "Eggs", "Deli"})
    void fresh_food_counts_double_and_is_rounded_once_at_the_end(String category) {
        given(RULES)
                .on(WEDNESDAY)
                .buys(Line.of(1, "fresh", category, "3.45"), Line.of(1, "soap", "Household", "2.20"))
                .earns(9, "points")
                .because("Fresh food earns double")
                .earns(5, "collected")
                .because("One point for every unit of money")
                .andNothingElse();
    }

    @Test
    void drinks_count_triple_at_the_weekend_only() {
        given(RULES)
                .on(SATURDAY)
                .buys(6, "Beverages", "1.50")
                .earns(27, "points")
                .because(TRIPLE_DRINKS);
        given(RULES)
                .on(SUNDAY)
                .buys(1, "Alcoholic Beverages", "9.00")
                .earns(27, "points")
                .because(TRIPLE_DRINKS);
        given(RULES).on(WEDNESDAY).buys(6, "Beverages", "1.50").earns(9, "points");
    }

    @Test
    void a_big_weekend_shop_earns_twenty_points_extra_from_fifty() {
        given(RULES)
                .on(SATURDAY)
                .buys(1, "Household", "50.00")
                .earns(70, "points")
                .because(BIG_SHOP);
        given(RULES).on(SATURDAY).buys(1, "Household", "49.99").earns(49, "points");
        given(RULES).on(WEDNESDAY).buys(1, "Household", "50.00").earns(50, "points");
    }

    @Test
    void gift_cards_and_tobacco_do_not_make_a_shop_big() {
        given(RULES)
                .on(SATURDAY)
                .buys(
                        Line.of(1, "soap", "Household", "49.00"),
                        Line.of(1, "gift card", "Gift Cards", "25.00"),
                        Line.of(1, "cigars", "Tobacco", "25.00"))
                .earns(49, "points");
        given(RULES)
                .on(SATURDAY)
                .buys(Line.of(1, "soap", "Household", "50.00"), Line.of(1, "gift card", "Gift Cards", "25.00"))
                .earns(70, "points");
    }

    @Test
    void of_the_two_weekend_offers_the_better_one_counts() {
        given(RULES)
                .on(SATURDAY)
                .buys(Line.of(1, "lemonade", "Beverages", "9.00"), Line.of(1, "soap", "Household", "41.00"))
                .earns(50 + 20, "points")
                .because(BIG_SHOP);
        given(RULES)
                .on(SATURDAY)
                .buys(Line.of(1, "lemonade", "Beverages", "11.00"), Line.of(1, "soap", "Household", "39.00"))
                .earns(50 + 22, "points")
                .because(TRIPLE_DRINKS);
    }

    @Test
    void for_gold_the_better_weekend_offer_is_weighed_with_the_quarter_that_gold_earns_more() {
        given(RULES)
                .inTier("Gold")
                .on(SATURDAY)
                .buys(Line.of(1, "lemonade", "Beverages", "9.00"), Line.of(1, "soap", "Household", "41.00"))
                .earns(85, "points")
                .because(TRIPLE_DRINKS);
    }

    @Test
    void ten_stamps_from_the_bakery_pay_for_the_cheapest_one_of_that_day() {
        given(RULES)
                .holding(10, "bakery stamps")
                .on(WEDNESDAY)
                .buys(Line.of(1, "rye bread", "Baked Goods", "3.20"), Line.of(2, "roll", "Baked Goods", "0.60"))
                .givesFree(1, "Baked Goods")
                .because(FREE_FROM_THE_BAKERY)
                .leavesToPay("3.80")
                .earns(2, "bakery stamps")
                .because("One stamp for each from the bakery")
                .spends(10, "bakery stamps")
                .leaves(2, "bakery stamps");
    }

    @Test
    void stamps_of_the_same_receipt_pay_for_nothing_yet() {
        given(RULES)
                .holding(9, "bakery stamps")
                .buys(2, "Baked Goods", "3.20")
                .misses(1, "bakery stamps", FREE_FROM_THE_BAKERY)
                .leavesToPay("6.40")
                .leaves(11, "bakery stamps");
    }

    @ParameterizedTest(name = "{0} paid before, {1} now: {2}")
    @CsvSource({
        "  0, 249.99, stays Bronze",
        "  0, 250.00, Silver",
        "249,   1.00, Silver",
        "  0, 749.99, Silver",
        "749,   1.00, Gold",
        "  0, 800.00, Gold",
    })
    void what_is_paid_makes_silver_from_250_and_gold_from_750(int before, String now, String tier) {
        OutcomeAssert visit =
                given(RULES).holding(before, "collected").on(WEDNESDAY).buys(1, "Household", now);
        if (tier.equals("stays Bronze")) {
            assertThat(visit.outcome().upgrades()).isEmpty();
        } else {
            visit.upgradesTo(tier);
        }
    }

    @Test
    void fresh_food_does_not_climb_twice_as_fast() {
        given(RULES)
                .on(WEDNESDAY)
                .buys(1, "Produce", "200.00")
                .earns(400, "points")
                .leaves(200, "collected");
    }

    @Test
    void gold_earns_a_quarter_more_from_the_next_visit_on() {
        given(RULES)
                .holding(740, "collected")
                .inTier("Silver")
                .on(WEDNESDAY)
                .buys(1, "Household", "10.00")
                .earns(10, "points")
                .upgradesTo("Gold")
                .because("750 collected: Gold")
                .then()
                .buys(1, "Household", "10.00")
                .earns(12, "points")
                .because("Gold earns 1.25 times the points");
    }

    @Test
    void silver_earns_as_everybody_does() {
        given(RULES)
                .holding(240, "collected")
                .on(WEDNESDAY)
                .buys(1, "Household", "10.00")
                .upgradesTo("Silver")
                .because("250 collected: Silver")
                .then()
                .buys(1, "Household", "10.00")
                .earns(10, "points");
    }

    private static Line[] lines(String prices, String category) {
        return prices == null
                ? new Line[0]
                : Arrays.stream(prices.split("\\+"))
                        .map(price -> Line.of(1, category, category, price.strip()))
                        .toArray(Line[]::new);
    }
}
