package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "2, 12, Month, 5.00, 10.00",
        "0.7, 5, Day, 9.50, 2.00",
    })
    void what_a_limit_on_one_offer_lets_in_goes_with_its_own_purchase(
            String rate, String most, String per, String first, String second) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "X" when $p : Paid()
                then
                    insert( Earn.of( "%s", "points" ).times( $p.amount() ) );
                    insert( Limit.of( %s, "points" ).onThisOffer().per%s() );
                end
                rule "L" when Paid() then insert( Limit.of( 20, "points" ).perDay() ); end
                """.formatted(rate, most, per))) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Instant monday = Instant.parse("2026-03-02T10:00:00Z");
            Member ana = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));
            Outcome p0 = engine.decide(ana, Purchase.of("p0", monday, "EUR").with(1, "a", "x", first));
            Instant next = per.equals("Day") ? monday : monday.plusSeconds(86_400);
            Outcome p1 = engine.decide(
                    p0.memberAfter(), Purchase.of("p1", next, "EUR").with(1, "b", "x", second));
            Outcome r0 = engine.reverse(p1.memberAfter(), p0, Return.everything("r0", next));
            Outcome r1 = engine.reverse(r0.memberAfter(), p1, Return.everything("r1", next));

            assertThat(r1.memberAfter().lots()).isEmpty();
            assertThat(r1.memberAfter().counted()).isEmpty();
        }
    }
}
