package org.regulars.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.EventRefusedException;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Part C: a rule that changes the fact it is about. None is in house style, so they stand here and in no file. */
class LoopCasesTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # case | then
            C24    | update( $goods );
            C24    | modify( $goods ) { }
            C24    | delete( $goods );
            """)
    void a_rule_that_changes_its_fact_is_named_and_nothing_is_given(String number, String change) {
        // The guard refuses such a rule; whoever trusts theirs is told when it fires.
        try (RuleSet rules = RuleSet.loader().trusted().fromText("""
                rule "1 point for each"
                when
                    $goods : PaidItem()
                then
                    insert( Earn.of( 1, "points" ).forEach( $goods ) );
                end

                rule "Round and round"
                when
                    $goods : PaidItem()
                then
                    insert( Bonus.of( 1, "points" ) );
                    %s
                end
                """.formatted(change))) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Member ana = Member.of("ana", Instant.parse("2020-01-01T00:00:00Z"));
            Purchase bread = Purchase.of("receipt-1", NOON, "EUR").with(1, "bread", "bread", "3.00");

            assertThatThrownBy(() -> engine.decide(ana, bread))
                    .asInstanceOf(type(EventRefusedException.class))
                    .satisfies(refusal -> {
                        assertThat(refusal).hasMessageContaining("Round and round");
                        assertThat(refusal.offer().name()).isEqualTo("Round and round");
                    });
            assertThat(ana.lots()).isEmpty();
        }
    }
}
