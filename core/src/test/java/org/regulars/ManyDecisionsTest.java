package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many lines, many kinds and many decisions are decided as rightly as few, and while the customer waits. */
class ManyDecisionsTest {

    private static final Member MEMBER = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));

    /** Each line is worth 1.00. */
    private static Purchase lines(int count) {
        Purchase purchase = Purchase.of("till-1", Instant.parse("2026-06-06T10:00:00Z"), "EUR");
        for (int i = 1; i <= count; i++) {
            purchase = purchase.with(1, "pen", i % 2 == 0 ? "even" : "odd", "1.00");
        }
        return purchase;
    }

    private static Outcome decide(int lines, String rules) {
        try (RuleSet set = RuleSet.fromText(rules)) {
            return LoyaltyEngine.with(set).decide(MEMBER, lines(lines));
        }
    }

    @Tag("soak")
    @Test
    @Timeout(value = 20, threadMode = SEPARATE_THREAD)
    void two_thousand_lines_with_factors_of_their_own_earn_line_by_line() {
        Outcome outcome = decide(2000, """
                rule "1 point" when $item : PaidItem() then insert( Earn.of( 1, "points" ).times( $item.amount() ) ); end
                rule "Even is double" when PaidItem( category == "even" ) then insert( Multiply.by( 2, "points" ) ); end
                rule "1 more" when Paid( $paid : amount ) then insert( Earn.of( 1, "points" ).times( $paid ) ); end
                """);

        assertThat(outcome.earned("points")).isEqualByComparingTo("5000");
        assertThat(outcome.granted()).hasSize(3001);
        assertThat(outcome.lines())
                .allSatisfy(line ->
                        assertThat(line.earned().get("points")).isEqualByComparingTo(line.line() % 2 == 0 ? "3" : "2"));
    }

    @Tag("soak")
    @Test
    @Timeout(value = 20, threadMode = SEPARATE_THREAD)
    void thousands_of_bonuses_for_one_event_add_up() {
        Outcome outcome = decide(72, """
                rule "1 for each two" when
                    PaidItem( $line : line )
                    PaidItem( line >= $line || line < $line )
                then insert( Bonus.of( 1, "points" ) ); end
                """);

        assertThat(outcome.granted()).hasSize(5184);
        assertThat(outcome.earned("points")).isEqualByComparingTo("5184");
    }

    @Tag("soak")
    @Test
    @Timeout(value = 20, threadMode = SEPARATE_THREAD)
    void thousands_of_kinds_are_each_held() {
        Outcome outcome = decide(72, """
                rule "A kind for each two" when
                    PaidItem( $one : line )
                    PaidItem( $two : line >= $one || line < $one )
                then insert( Bonus.of( 1, $one + " with " + $two ) ); end
                rule "A stamp for each" when Balance( $kind : kind, earned == 1 )
                then insert( Benefit.of( $kind ) ); end
                """);

        assertThat(outcome.tallies()).hasSize(5184);
        assertThat(outcome.memberAfter().lots())
                .hasSize(5184)
                .allSatisfy(lot -> assertThat(lot.amount()).isEqualByComparingTo(BigDecimal.ONE));
        assertThat(outcome.benefits()).hasSize(5184);
    }

    @Test
    void factors_that_come_to_a_number_without_end_are_refused() {
        assertThatThrownBy(() -> decide(60, """
                        rule "1 point" when $item : PaidItem( line == 1 )
                        then insert( Earn.of( 1, "points" ).times( $item.amount() ) ); end
                        rule "A little more" when
                            $paid : PaidItem( line == 1 )
                            Item( purchase == $paid.purchase )
                        then insert( Multiply.by( "1.000000000000000001", "points" ) ); end
                        """))
                .isInstanceOf(EventRefusedException.class)
                .hasMessageContaining("rule \"A little more\"")
                .hasMessageContaining("1000 digits");
    }
}
