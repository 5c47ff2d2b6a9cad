package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Discounts, free items and delivery. */
class TillTest {

    @ParameterizedTest(name = "{0} off {1} leaves discounts of {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "15.00 | 5.00 30.00 15.00 | 1.50 9.00 4.50",
                "10.00 | 4.00 4.00 4.00   | 3.34 3.33 3.33",
                "0.01  | 1.00 1.00        | 0.01 0",
                "0.05  | 0.01 0.02 9.97   | 0 0 0.05",
                "99.00 | 1.00 2.00        | 1.00 2.00",
            })
    void an_amount_off_is_spread_by_the_largest_remainder_to_the_last_cent(
            String amount, String prices, String discounts) {
        Purchase purchase = Purchase.of("p", Instant.EPOCH, "EUR");
        for (String price : prices.strip().split(" ")) {
            purchase = purchase.with(1, "thing", "things", price);
        }
        Outcome outcome = decide("Purchase()", "Discount.amount( \"" + amount + "\" )", purchase);

        assertThat(outcome.lines())
                .extracting(line -> line.discount().toPlainString())
                .containsExactly(List.of(discounts.strip().split(" ")).stream()
                        .map(each -> new BigDecimal(each).stripTrailingZeros().toPlainString())
                        .toArray(String[]::new));
    }

    @Test
    void a_discount_on_a_category_leaves_the_other_lines_alone() {
        try (RuleSet rules = rule("Purchase()", "Discount.amount( 10 ).on( \"wine\" )")) {
            List<LineOutcome> lines = given(rules)
                    .buys(Line.of(1, "red", "wine", "22.99"), Line.of(1, "brie", "cheese", "15.99"))
                    .discounts("10.00")
                    .because("The rule")
                    .leavesToPay("28.98")
                    .andNothingElse()
                    .outcome()
                    .lines();

            assertThat(lines)
                    .extracting(LineOutcome::discount)
                    .map(BigDecimal::intValueExact)
                    .containsExactly(10, 0);
        }
    }

    @Test
    void a_percentage_is_taken_of_what_the_rule_matched_and_rounded_half_up_to_the_cent() {
        try (RuleSet rules = rule("Item( category == \"cakes\" )", "Discount.percent( \"12.5\" )")) {
            given(rules)
                    .buys(Line.of(1, "tart", "cakes", "0.20"), Line.of(1, "brie", "cheese", "8.00"))
                    .discounts("0.03")
                    .leavesToPay("8.17");
        }
    }

    @Test
    void a_bound_holds_and_a_line_never_goes_below_zero() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Half off, at most 5" when Purchase() then insert( Discount.percent( 50 ).upTo( "5.00" ) ); end
                rule "Eight off" when Purchase() then insert( Discount.amount( "8.00" ) ); end
                """)) {
            given(rules).buys(1, "book", "20.00").discounts("13.00").leavesToPay("7.00");
            given(rules).buys(1, "book", "9.00").discounts("9.00").leavesToPay("0");
        }
    }

    @Test
    void the_cheapest_matching_unit_is_free_whatever_the_order_of_the_lines() {
        try (RuleSet rules = rule("Purchase( has( \"coffee\" ) )", "FreeItem.of( 2, \"coffee\" )")) {
            Outcome outcome = given(rules)
                    .buys(
                            Line.of(1, "latte", "coffee", "4.80"),
                            Line.of(1, "water", "drinks", "1.00"),
                            Line.of(1, "espresso", "coffee", "2.50"),
                            Line.of(3, "mocha", "coffee", "5.20"))
                    .givesFree(2, "coffee")
                    .because("The rule")
                    .outcome();

            assertThat(outcome.lines()).extracting(LineOutcome::freeUnits).containsExactly(1L, 0L, 1L, 0L);
            assertThat(outcome.toPay()).isEqualByComparingTo("16.60");
        }
    }

    @Test
    void units_of_a_line_that_does_not_divide_evenly_add_up_to_the_line() {
        try (RuleSet rules = rule("Purchase()", "FreeItem.of( 3, \"sock\" )")) {
            Line socks = Line.totalling(BigDecimal.valueOf(3), "sock", "socks", new BigDecimal("10.00"));
            given(rules).buys(socks).givesFree(3, "sock").leavesToPay("0");
        }
        try (RuleSet rules = rule("Purchase()", "FreeItem.of( 1, \"sock\" )")) {
            Line socks = Line.totalling(BigDecimal.valueOf(3), "sock", "socks", new BigDecimal("10.00"));
            given(rules).buys(socks).givesFree(1, "sock").leavesToPay("6.67");
        }
    }

    @Test
    void a_part_of_a_unit_is_not_given_away() {
        try (RuleSet rules = rule("Purchase()", "FreeItem.of( 2, \"cheese\" )")) {
            Line cheese = Line.totalling(new BigDecimal("1.5"), "brie", "cheese", new BigDecimal("15.00"));
            Outcome outcome = given(rules)
                    .buys(cheese)
                    .givesFree(1, "cheese")
                    .leavesToPay("5.00")
                    .outcome();
            assertThat(outcome.lines().get(0).freeAmount()).isEqualByComparingTo("10");
        }
    }

    @Test
    void above_its_bound_the_member_pays_for_a_free_item_and_that_earns_nothing() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "One free up to 5" when Purchase() then insert( FreeItem.of( 1, "coffee" ).upTo( "5.00" ) ); end
                rule "A point a coin" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                """)) {
            given(rules)
                    .buys(1, "coffee", "6.20")
                    .givesFree(1, "coffee")
                    .leavesToPay("1.20")
                    .earnsNothing();
            given(rules).buys(2, "coffee", "6.20").leavesToPay("7.40").earns(6, "points");
        }
    }

    @Test
    void free_delivery_is_spoken_of_only_where_something_is_delivered() {
        try (RuleSet rules = rule("Purchase()", "FreeShipping.of()")) {
            assertThat(given(rules)
                            .buys(1, "book", "9.00")
                            .shipsFree()
                            .outcome()
                            .explain())
                    .doesNotContain("delivery");
            assertThat(given(rules)
                            .shipping("4.95")
                            .buys(1, "book", "9.00")
                            .outcome()
                            .explain())
                    .contains("4.95  delivery free");
        }
    }

    @Test
    void a_bound_is_spoken_of_only_where_it_held_something_back() {
        try (RuleSet rules = rule("Purchase()", "FreeItem.of( 1, \"coffee\" ).upTo( \"5.00\" )")) {
            String bound = "(of each at most 5.00 is free)";

            assertThat(given(rules).buys(1, "coffee", "5.00").outcome().explain())
                    .doesNotContain(bound);
            assertThat(given(rules).buys(1, "coffee", "5.01").outcome().explain())
                    .contains(bound);
        }
    }

    @Test
    void what_is_not_in_the_basket_is_not_given_and_said_so() {
        try (RuleSet rules = rule("Purchase()", "FreeItem.of( 1, \"coffee\" )")) {
            Outcome outcome =
                    given(rules).buys(1, "tea", "2.00").andNothingElse().outcome();
            assertThat(outcome.explain()).contains("no coffee to give in this basket");
        }
    }

    @Test
    void a_gift_need_not_be_in_the_basket() {
        try (RuleSet rules = rule("Purchase( total >= 50 )", "FreeItem.gift( 1, \"tote bag\" )")) {
            given(rules)
                    .buys(1, "shoes", "50.00")
                    .givesFree(1, "tote bag")
                    .leavesToPay("50.00")
                    .andNothingElse();
            given(rules).buys(1, "shoes", "49.99").andNothingElse();
        }
    }

    @Test
    void delivery_is_free_from_an_amount_after_discounts() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Ten off" when Purchase() then insert( Discount.amount( 10 ) ); end
                rule "50 or more: free delivery" when Paid( amount >= 50 ) then insert( FreeShipping.of() ); end
                """)) {
            given(rules).shipping("4.95").buys(1, "shoes", "60.00").shipsFree().leavesToPay("50.00");
            given(rules)
                    .shipping("4.95")
                    .buys(1, "shoes", "59.99")
                    .discounts("10")
                    .leavesToPay("54.94")
                    .andNothingElse();
        }
    }

    @Test
    void of_a_group_only_the_offer_best_for_this_basket_counts() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Cakes 20 percent off"
                when
                    Item( category == "cakes" )
                then
                    insert( Discount.percent( 20 ).bestOf( "today" ) );
                end
                rule "Three off" when Purchase() then insert( Discount.amount( 3 ).bestOf( "today" ) ); end
                """)) {
            given(rules)
                    .buys(Line.of(1, "tart", "cakes", "10.00"), Line.of(1, "pie", "cakes", "10.00"))
                    .discounts("4.00")
                    .because("Cakes 20 percent off")
                    .andNothingElse();
            Outcome outcome = given(rules)
                    .buys(Line.of(1, "tart", "cakes", "10.00"), Line.of(1, "pie", "bread", "10.00"))
                    .discounts("3.00")
                    .because("Three off")
                    .outcome();
            assertThat(outcome.refused())
                    .singleElement()
                    .extracting(Refused::reason)
                    .isEqualTo(Refused.Reason.NOT_THE_BEST);
        }
    }

    @Test
    void a_group_with_offers_before_and_after_the_till_is_refused_rather_than_granted_twice() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Three off" when Purchase() then insert( Discount.amount( 3 ).bestOf( "today" ) ); end
                rule "Nine points" when Paid() then insert( Bonus.of( 9, "points" ).bestOf( "today" ) ); end
                """)) {
            assertThatThrownBy(() -> given(rules).buys(1, "pie", "9.00"))
                    .isInstanceOf(EventRefusedException.class)
                    .hasMessageContaining("stands in the group 'today' with offers that are settled before");
        }
    }

    private static Outcome decide(String when, String then, Purchase purchase) {
        try (RuleSet rules = rule(when, then)) {
            return LoyaltyEngine.with(rules).decide(Member.of("ana", Instant.EPOCH), purchase);
        }
    }

    private static RuleSet rule(String when, String then) {
        return RuleSet.fromText("rule \"The rule\" when " + when + " then insert( " + then + " ); end");
    }
}
