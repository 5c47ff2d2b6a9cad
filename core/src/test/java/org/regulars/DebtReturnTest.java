package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Returns of what had made good what a member owed. */
class DebtReturnTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void what_is_earned_the_more_than_was_owed_lives_as_long_as_if_it_had_been_earned_at_once() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Points live a month"
                when
                    Program()
                then
                    insert( Kind.of( "points" ).expiresAfterMonths( 1 ) );
                end

                rule "1 point for every euro"
                when
                    $paid : Paid()
                then
                    insert( Earn.of( 1, "points" ).times( $paid.amount() ) );
                end

                rule "10 off from 30"
                when
                    Purchase( total >= 30 )
                then
                    insert( Discount.amount( 10 ) );
                end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Member owing = engine.decide(
                            Member.of("ana", Instant.parse("2026-01-01T00:00:00Z")),
                            Correction.of("c1", MARCH, -25, "points", "counted twice"))
                    .memberAfter();
            Outcome bought = engine.decide(
                    owing,
                    Purchase.of("p", MARCH, "EUR")
                            .with(1, "coat", "goods", "29.00")
                            .with(1, "pen", "goods", "2.00"));
            Member even = engine.decide(bought.memberAfter(), Correction.of("c2", MARCH, 4, "points", "counted anew"))
                    .memberAfter();
            assertThat(even.balance("points")).isZero();

            // Without the pen there are no 10 off: 29 are earned, not 21.
            Instant later = Instant.parse("2026-03-20T10:00:00Z");
            Member more = engine.reverse(even, bought, Return.of("r", later, Return.line(2)))
                    .memberAfter();

            assertThat(more.balance("points")).isEqualByComparingTo("8");
            assertThat(engine.advance(more, Instant.parse("2026-04-02T23:59:59Z"))
                            .memberAfter()
                            .balance("points"))
                    .isEqualByComparingTo("8");
            assertThat(engine.advance(more, Instant.parse("2026-04-03T00:00:00Z"))
                            .memberAfter()
                            .balance("points"))
                    .isZero();
        }
    }
}
