package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.Return.line;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tiers when what they were given for is returned in part. */
class TierReturnTest {

    @Test
    void the_lower_tier_that_is_left_says_which_rule_gives_it_and_for_how_long() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "From Green by Gold to Reserve"
                when
                    Program()
                then
                    insert( Tiers.of( "Green", "Gold", "Reserve" ).lastsMonths( 2 ) );
                end

                rule "1 point for every euro"
                when
                    $paid : Paid()
                then
                    insert( Earn.of( 1, "points" ).times( $paid.amount() ) );
                end

                rule "100 points: Gold for a month"
                when
                    Balance( kind == "points", amount >= 100 )
                then
                    insert( Upgrade.to( "Gold" ).forMonths( 1 ) );
                end

                rule "200 points: Reserve"
                when
                    Balance( kind == "points", amount >= 200 )
                then
                    insert( Upgrade.to( "Reserve" ) );
                end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Instant march = Instant.parse("2026-03-02T10:00:00Z");
            Instant later = Instant.parse("2026-05-20T10:00:00Z");
            Member ana = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));
            Outcome bought = engine.decide(
                    ana,
                    Purchase.of("p", march, "EUR")
                            .with(1, "coat", "goods", "120.00")
                            .with(1, "boots", "goods", "90.00"));
            // Reserve ended with 2 May, and was reached anew.
            Member may = engine.advance(bought.memberAfter(), later).memberAfter();
            assertThat(may.statuses())
                    .containsExactly(
                            new Member.Status("Reserve", "2026-05-03T00:00:00Z", "2026-07-03", "200 points: Reserve"));

            Outcome back = engine.reverse(may, bought, Return.of("r", later, line(2)));

            assertThat(back.memberAfter().statuses())
                    .containsExactly(new Member.Status(
                            "Gold", "2026-05-03T00:00:00Z", "2026-06-03", "100 points: Gold for a month"));
        }
    }
}
