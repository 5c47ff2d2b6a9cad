package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Limits of one rule, the longer time held against what the shorter one lets through, when something is returned. */
class LimitReturnTest {

    @Test
    void what_a_day_makes_up_for_is_not_made_up_for_again_by_the_month() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "1 point for every euro, at most 30 a day and 50 a month"
                when
                    $paid : Paid()
                then
                    insert( Earn.of( 1, "points" ).times( $paid.amount() ) );
                    insert( Limit.of( 30, "points" ).perDay().onThisOffer() );
                    insert( Limit.of( 50, "points" ).perMonth().onThisOffer() );
                end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Member ana = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));
            Outcome one = engine.decide(ana, bought("p1", 1, "1.00"));
            Outcome more = engine.decide(one.memberAfter(), bought("p2", 1, "38.00"));
            Outcome most = engine.decide(more.memberAfter(), bought("p3", 2, "76.00"));
            assertThat(most.memberAfter().balance("points")).isEqualByComparingTo("50");

            // 30 of 38 are left of the first day, so the month has 60 to choose from as before.
            Outcome back = engine.reverse(most.memberAfter(), one, Return.everything("r", day(3)));

            assertThat(back.memberAfter().balance("points")).isEqualByComparingTo("50");
            assertThat(back.memberAfter().counted())
                    .filteredOn(counted -> counted.from().equals("2026-03-01")
                            && counted.allowed().intValue() == 50)
                    .singleElement()
                    .satisfies(month -> assertThat(month.wanted()).isEqualByComparingTo("60"));
        }
    }

    private static Instant day(int day) {
        return Instant.parse("2026-03-0" + day + "T10:00:00Z");
    }

    private static Purchase bought(String id, int day, String price) {
        return Purchase.of(id, day(day), "EUR").with(1, "coat", "goods", price);
    }
}
