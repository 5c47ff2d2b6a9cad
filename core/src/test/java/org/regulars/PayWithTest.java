package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points, cashback and gift cards used as money. */
class PayWithTest {

    private static final Instant JOINED = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");

    private static final String POINTS = """
            rule "One point for every unit of money"
            when
                $paid : Paid()
            then
                insert( Earn.of( 1, "points" ).times( $paid.amount() ) );
            end
            """;

    @ParameterizedTest(name = "{0} points on {1}: {2} used")
    @CsvSource({"3030, 3000.00, 3030, 90.9", "3030, 50.00, 1666, 49.98", "1, 3000.00, 1, 0.03"})
    void exactly_as_many_points_are_used_as_there_are_or_as_pay_for_all(
            long held, String price, BigDecimal used, BigDecimal off) {
        try (RuleSet rules = paying("PayWith.each( \"0.03\", \"points\" )")) {
            Outcome outcome = given(rules)
                    .holding(held, "points")
                    .buys(1, "sofa", price)
                    .discounts(off.toPlainString())
                    .outcome();

            assertThat(outcome.spent("points")).isEqualByComparingTo(used);
            Granted paid = outcome.granted().get(0);
            assertThat(paid.sort()).isEqualTo(Granted.Sort.PAID_WITH);
            assertThat(paid.amount()).isEqualByComparingTo(off);
            assertThat(paid.value()).isEqualByComparingTo(off);
            assertThat(paid.what()).isEqualTo("points");
            assertThat(paid.cost().amount()).isEqualByComparingTo(used);
            assertThat(paid.basis()).isEqualTo(new Granted.Basis(new BigDecimal("0.03"), null, used));
        }
    }

    @ParameterizedTest(name = "{0} held and {1} wanted of at least 150 in steps of 50, at most 1000, on {2}: {3} used")
    @CsvSource({
        "265, 9999, 100.00, 250",
        "149, 9999, 100.00, 0",
        "150, 9999, 100.00, 150",
        "199, 9999, 100.00, 150",
        "200, 9999, 100.00, 200",
        "1234, 9999, 100.00, 1000",
        "1234, 400, 100.00, 400",
        "1234, 449, 100.00, 400",
        "1234, 149, 100.00, 0",
        "1234, 9999, 1.99, 150",
        "1234, 9999, 1.49, 0"
    })
    void points_as_money_have_a_minimum_a_step_and_a_maximum(long held, long wanted, String price, long used) {
        try (RuleSet rules = wishes()) {
            Outcome outcome = decide(rules, held, basket(price).redeeming(wanted, "points"));

            assertThat(outcome.spent("points")).isEqualByComparingTo(BigDecimal.valueOf(used));
            assertThat(outcome.discount()).isEqualByComparingTo(BigDecimal.valueOf(used, 2));
            assertThat(outcome.refused()).hasSize(used == 0 ? 1 : 0);
        }
    }

    @Test
    void whoever_holds_too_little_is_told_how_much_is_missing_and_with_exactly_that_it_is_given() {
        try (RuleSet rules = wishes()) {
            Purchase purchase = basket("100.00").redeeming(9999, "points");
            Refused refused = decide(rules, 101, purchase).refused().get(0);

            assertThat(refused.reason()).isEqualTo(Refused.Reason.COST_MISSING);
            assertThat(refused.missing()).isEqualByComparingTo("49");
            assertThat(refused.explanation()).isEqualTo("costs 150 points, 101 at hand: 49 missing");
            assertThat(decide(rules, 101 + 48, purchase).refused()).hasSize(1);
            assertThat(decide(rules, 101 + 49, purchase).discount()).isEqualByComparingTo("1.50");
        }
    }

    @Test
    void too_little_wanted_or_left_to_pay_is_said_so() {
        try (RuleSet rules = wishes()) {
            Refused wanted = decide(rules, 500, basket("100.00").redeeming(100, "points"))
                    .refused()
                    .get(0);
            assertThat(wanted.reason()).isEqualTo(Refused.Reason.TOO_LITTLE);
            assertThat(wanted.explanation()).isEqualTo("takes at least 150 points, and 100 were asked for");

            Refused left = decide(rules, 500, basket("1.20").redeeming(200, "points"))
                    .refused()
                    .get(0);
            assertThat(left.reason()).isEqualTo(Refused.Reason.TOO_LITTLE);
            assertThat(left.explanation())
                    .isEqualTo("takes at least 150 points, and 1.2 is all that is left to pay with them");
        }
    }

    @Test
    void nothing_held_and_nothing_to_pay_are_refused() {
        try (RuleSet rules = paying("PayWith.each( \"0.01\", \"points\" )")) {
            Refused nothingHeld = decide(rules, 0, basket("10.00")).refused().get(0);
            assertThat(nothingHeld.reason()).isEqualTo(Refused.Reason.COST_MISSING);
            assertThat(nothingHeld.missing()).isEqualByComparingTo("1");
            assertThat(decide(rules, 5, basket("0.00")).refused().get(0).reason())
                    .isEqualTo(Refused.Reason.NOTHING_TO_APPLY_TO);
        }
        try (RuleSet rules =
                paying("PayWith.each( \"0.01\", \"points\" ).wanted( new java.math.BigDecimal( \"0\" ) )")) {
            Refused noneWanted = decide(rules, 5, basket("10.00")).refused().get(0);
            assertThat(noneWanted.reason()).isEqualTo(Refused.Reason.TOO_LITTLE);
        }
    }

    @Test
    void what_is_paid_with_points_comes_after_every_discount_and_earns_nothing() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "Points pay" when Purchase() then insert( PayWith.each( "0.01", "points" ) ); end
                rule "Ten percent" when Purchase() then insert( Discount.percent( 10 ) ); end
                rule "Two off" when Purchase() then insert( Discount.amount( 2 ) ); end
                """)) {
            Outcome outcome = given(rules)
                    .holding(1_600, "points")
                    .buys(Line.of(1, "book", "books", "15.00"), Line.of(1, "pen", "pens", "5.00"))
                    .discounts("20.00")
                    .leavesToPay("0")
                    .spends(1_600, "points")
                    .earnsNothing()
                    .outcome();
            assertThat(outcome.lines())
                    .extracting(line -> line.discount().intValueExact())
                    .containsExactly(15, 5);
        }
    }

    @Test
    void only_what_it_is_for_can_be_paid_and_only_so_much_of_it() {
        try (RuleSet rules = paying("PayWith.each( \"0.01\", \"points\" ).on( \"books\" ).upToPercent( 50 )")) {
            Outcome outcome = given(rules)
                    .holding(5_000, "points")
                    .buys(Line.of(1, "book", "books", "15.01"), Line.of(1, "pen", "pens", "5.00"))
                    .spends(750, "points")
                    .leavesToPay("12.51")
                    .outcome();
            assertThat(outcome.granted().get(0).lines()).containsExactly(1);
        }
    }

    @Test
    void one_kind_after_the_other_pays_what_is_left() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "First the gift card" when Purchase() then insert( PayWith.each( 1, "gift card" ) ); end
                rule "Kind" when Program() then insert( Kind.of( "gift card" ).decimals( 2 ) ); end
                rule "Then points" when Purchase() then insert( PayWith.each( "0.01", "points" ) ); end
                """)) {
            given(rules)
                    .holding("7.35", "gift card")
                    .holding(1_000, "points")
                    .buys(1, "book", "10.00")
                    .spends("7.35", "gift card")
                    .spends(265, "points")
                    .leavesToPay("0");
        }
    }

    @Test
    void a_balance_paid_out_over_many_odd_lines_is_used_to_the_last_cent() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Kind" when Program() then insert( Kind.of( "cashback" ).decimals( 2 ) ); end
                rule "Cashback pays" when Purchase() then insert( PayWith.each( 1, "cashback" ) ); end
                """)) {
            Purchase purchase = Purchase.of("p", NOW, "EUR");
            for (int line = 0; line < 30; line++) {
                purchase = purchase.with(Line.totalling(
                        new BigDecimal("0.333"),
                        "apples",
                        "fresh",
                        new BigDecimal("0.1").add(BigDecimal.valueOf(line, 2))));
            }
            Member ana = Member.of("ana", JOINED).holding(purchase.total(), "cashback");
            Outcome outcome = LoyaltyEngine.with(rules).decide(ana, purchase);

            assertThat(outcome.toPay()).isZero();
            assertThat(outcome.memberAfter().balance("cashback")).isZero();
            assertThat(outcome.memberAfter().lots()).isEmpty();
        }
    }

    @Test
    void a_currency_without_cents_rounds_money_and_never_points() {
        try (RuleSet rules = paying("PayWith.each( 10, \"points\" )")) {
            given(rules)
                    .holding(1, "points")
                    .in("JPY")
                    .buys(1, "tea", "300")
                    .spends(1, "points")
                    .leavesToPay("290");
        }
    }

    @Test
    void no_point_is_taken_for_a_part_of_a_cent() {
        try (RuleSet rules = paying("PayWith.each( \"0.003\", \"points\" )")) {
            given(rules)
                    .holding(6, "points")
                    .buys(1, "tea", "3.00")
                    .discounts("0.01")
                    .spends(4, "points");
            Refused refused = decide(rules, 3, basket("3.00")).refused().get(0);
            assertThat(refused.missing()).isEqualByComparingTo("1");
            assertThat(decide(rules, 4, basket("3.00")).discount()).isEqualByComparingTo("0.01");
        }
    }

    @Test
    void a_group_is_won_by_what_is_best_though_points_pay_the_rest_anyway() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Points pay" when Purchase() then insert( PayWith.each( "0.01", "points" ) ); end
                rule "A: one off" when Purchase() then insert( Discount.amount( 1 ).bestOf( "today" ) ); end
                rule "B: three off" when Purchase() then insert( Discount.amount( 3 ).bestOf( "today" ) ); end
                """)) {
            Outcome outcome = decide(rules, 5_000, basket("10.00"));
            assertThat(outcome.spent("points")).isEqualByComparingTo("700");
            assertThat(outcome.granted().get(0).offer().name()).isEqualTo("B: three off");
        }
    }

    @Test
    void what_was_paid_in_another_way_can_be_left_out_of_what_earns() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Twelve off" when Purchase() then insert( Discount.amount( 12 ) ); end
                rule "10 points for every 2.00, before tax and without store credit and gift cards"
                when
                    $paid : Paid()
                then
                    insert( Earn.of( 10, "points" ).forEvery( 2, $paid.amountWithout( "tax", "store credit", "gift card" ) ) );
                end
                """)) {
            given(rules)
                    .by("tax", "8.00")
                    .by("store credit", "5.00")
                    .by("gift card", "15.00")
                    .shipping("10.00")
                    .buys(1, "chair", "90.00")
                    .earns(250, "points");
        }
    }

    @Test
    void a_coffee_paid_with_a_gift_card_earns_no_stamp() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "One stamp for every coffee not paid with a gift card"
                when
                    Paid( amountWithout( "gift card" ) > 0 )
                    $coffee : PaidItem( category == "coffee" )
                then
                    insert( Earn.of( 1, "stamps" ).forEach( $coffee ) );
                end
                """)) {
            given(rules)
                    .holding(6, "stamps")
                    .by("gift card", "3.00")
                    .buys(1, "coffee", "3.00")
                    .leaves(6, "stamps")
                    .andNothingElse();
            given(rules).holding(6, "stamps").buys(1, "coffee", "3.00").leaves(7, "stamps");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PayWith.each( 1, \"points\" )", "Overdraft.of( 5, \"points\" )"})
    void when_it_is_paid_it_is_too_late_to_say_with_what(String then) {
        assertThatThrownBy(() -> RuleSet.fromText("rule \"Late\" when Paid() then insert( " + then + " ); end"))
                .isInstanceOf(RuleSetException.class)
                .hasMessageContaining("What is spent is settled at the till. Maybe a rule on Purchase or Redemption?");
    }

    private static RuleSet wishes() {
        return RuleSet.fromText("""
                rule "Points pay 0.01 each: 150 to 1000 of them, in steps of 50"
                when
                    Purchase()
                    $wish : Redemption( reward == "points" )
                then
                    insert( PayWith.each( "0.01", "points" ).atLeast( 150 ).inStepsOf( 50 ).atMost( 1000 )
                        .wanted( $wish.amount() ) );
                end
                """);
    }

    private static RuleSet paying(String then) {
        return RuleSet.loader()
                .trusted()
                .fromText("rule \"Points pay\" when Purchase() then insert( " + then + " ); end");
    }

    private static Purchase basket(String price) {
        return Purchase.of("p", NOW, "EUR").with(1, "book", "books", price);
    }

    private static Outcome decide(RuleSet rules, long points, Purchase purchase) {
        Member ana = Member.of("ana", JOINED);
        return LoyaltyEngine.with(rules).decide(points == 0 ? ana : ana.holding(points, "points"), purchase);
    }
}
