package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.Return.line;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Shares of a line that is returned in part, rounded once. */
class ReturnRoundingTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
    private static final Member ANA = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));

    private static final String POINTS = """
            rule "A third of a point for every euro"
            when
                $paid : Paid()
            then
                insert( Earn.of( "0.3333", "points" ).times( $paid.amount() ) );
            end
            """;

    @Test
    void half_a_point_of_a_recorded_share_is_rounded_up() {
        try (RuleSet then = RuleSet.fromText(POINTS);
                RuleSet now = RuleSet.fromText(POINTS.replace("A third", "Again a third"))) {
            Outcome bought = LoyaltyEngine.with(then)
                    .decide(ANA, Purchase.of("p", MONDAY, "EUR").with(6, "pen", "goods", "1.99"));
            assertThat(bought.earned("points")).isEqualByComparingTo("3");

            // Five sixths of 3 are 2.5, though five sixths written out are a little less.
            Outcome back =
                    LoyaltyEngine.with(now).reverse(bought.memberAfter(), bought, Return.of("r", MONDAY, line(1, 1)));

            assertThat(back.reversal().prorated()).isTrue();
            assertThat(back.memberAfter().balance("points")).isEqualByComparingTo("3");
        }
    }

    @Test
    void half_a_cent_that_was_paid_back_is_not_owed() {
        try (RuleSet rules = RuleSet.fromText(POINTS)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Line pads = Line.totalling(new BigDecimal(2), "pads", "goods", new BigDecimal("0.67"));
            Outcome bought = engine.decide(ANA, Purchase.of("p", MONDAY, "EUR").with(pads));

            Outcome one = engine.reverse(bought.memberAfter(), bought, Return.of("r1", MONDAY, line(1, 1)));
            Outcome money = engine.reverse(one.memberAfter(), bought, Return.of("r2", MONDAY, Return.money(1, "0.34")));
            Outcome other = engine.reverse(money.memberAfter(), bought, Return.of("r3", MONDAY, line(1)));

            assertThat(one.refund()).isEqualByComparingTo("0.33");
            assertThat(money.refund()).isEqualByComparingTo("0.34");
            assertThat(money.reversal().toPayAfter()).isZero();
            assertThat(other.refund()).isZero();
        }
    }
}
