package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.Return.line;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is paid back, when what is kept comes to cost more as the rest comes back. */
class ReturnedMoneyTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

    private final Member ana = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "rule \"10 off from 50\" when Purchase( total >= 50 ) then insert( Discount.amount( 10 ) ); end",
                "rule \"Free delivery from 50\" when Paid( amount >= 50 ) then insert( FreeShipping.of() ); end",
                "rule \"Points pay from 500 on\" when Purchase() then"
                        + " insert( PayWith.each( \"0.01\", \"points\" ).atLeast( 500 ) ); end",
            })
    void no_more_is_paid_back_than_was_paid_whatever_comes_back_first(String text) {
        try (RuleSet rules = RuleSet.fromText(text)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome bought = engine.decide(
                    ana.holding(1000, "points"),
                    Purchase.of("p", MONDAY, "EUR")
                            .with(1, "pen", "goods", "5.00")
                            .with(1, "coat", "goods", "48.00")
                            .shipping("4.00"));
            for (List<Integer> order : List.of(List.of(1, 2), List.of(2, 1))) {
                Member now = bought.memberAfter();
                BigDecimal refunded = BigDecimal.ZERO;
                for (int number : order) {
                    Outcome back = engine.reverse(now, bought, Return.of("r" + number, MONDAY, line(number)));
                    refunded = refunded.add(back.refund());
                    assertThat(back.explain()).contains("Refund: ");
                    now = back.memberAfter();
                }
                assertThat(refunded).isEqualByComparingTo(bought.toPay());
                assertThat(now.balance("points")).isEqualByComparingTo("1000");
            }
        }
    }

    @Test
    void however_many_returns_there_are_no_more_comes_back_than_was_bought() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "1 point a euro" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome bought = engine.decide(ana, Purchase.of("p", MONDAY, "EUR").with(60, "latte", "coffee", "1.00"));
            Member now = bought.memberAfter();
            for (int i = 1; i <= 60; i++) {
                now = engine.reverse(now, bought, Return.of("r" + i, MONDAY, line(1, 1)))
                        .memberAfter();
            }
            assertThat(now.balance("points")).isZero();
            assertThat(now.returned()).hasSize(1);
            assertThat(now.returned().get(0).parts()).containsExactly(line(1, 60));
            Member all = now;
            assertThatThrownBy(() -> engine.reverse(all, bought, Return.of("r61", MONDAY, line(1, 1))))
                    .hasMessageContaining("Nothing is kept any more of line 1 (latte)");
        }
    }

    @Test
    void a_right_given_without_a_currency_is_worth_no_part_of_a_cent() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A coffee" when Activity() then insert( FreeItem.of( 1, "coffee" ).upTo( "2.505" ) ); end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Member given =
                    engine.decide(ana, Activity.of("a", MONDAY, "joined")).memberAfter();

            assertThat(engine.decide(given, Purchase.of("p", MONDAY, "EUR").with(1, "latte", "coffee", "3.00"))
                            .toPay())
                    .isEqualByComparingTo("0.50");
            assertThat(engine.decide(given, Purchase.of("p", MONDAY, "JPY").with(1, "latte", "coffee", "300"))
                            .toPay())
                    .isEqualByComparingTo("298");
        }
    }
}
