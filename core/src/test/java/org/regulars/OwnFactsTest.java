package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Facts that only the application knows. */
public class OwnFactsTest {

    /** What the weather is like, which no loyalty engine knows. */
    public record Weather(String sky, int degrees) {
        public boolean isHot() {
            return degrees >= 30;
        }
    }

    private static final RuleSet RULES = RuleSet.loader().facts(Weather.class).fromText("""
            rule "Rain: 5 points for coming"
            when
                Paid()
                Weather( sky == "rain" )
            then
                insert( Bonus.of( 5, "points" ) );
            end

            rule "From 30 degrees ice cream earns a point for each"
            when
                $ice : PaidItem( category == "ice cream" )
                Weather( hot )
            then
                insert( Earn.of( 1, "points" ).forEach( $ice ) );
            end
            """);

    private static final LoyaltyEngine ENGINE = LoyaltyEngine.with(RULES);
    private static final Instant NOON = Instant.parse("2026-07-01T10:00:00Z");
    private static final Member ANA = Member.of("ana", NOON);
    private static final Purchase CONES = Purchase.of("till-1", NOON, "EUR").with(3, "cone", "ice cream", "2.00");

    @AfterAll
    static void close() {
        RULES.close();
    }

    @Test
    void rules_ask_for_facts_that_come_with_the_event() {
        assertThat(ENGINE.decide(ANA, CONES, new Weather("rain", 18)).earned("points"))
                .isEqualByComparingTo("5");
        assertThat(ENGINE.decide(ANA, CONES, new Weather("sun", 31)).earned("points"))
                .isEqualByComparingTo("3");
        assertThat(ENGINE.decide(ANA, CONES).earned("points")).isZero();
    }

    @Test
    void the_outcome_tells_what_was_known_besides() {
        Outcome outcome = ENGINE.decide(ANA, CONES, new Weather("rain", 18));

        assertThat(outcome.facts()).containsExactly("Weather[sky=rain, degrees=18]");
        assertThat(outcome.explain()).contains("Known besides: Weather[sky=rain, degrees=18]\n");
    }

    @Test
    void a_return_is_worked_out_with_the_same_facts_and_refused_with_others() {
        Outcome hot = ENGINE.decide(ANA, CONES, new Weather("sun", 31));
        Return one = Return.of("return-1", NOON, Return.line(1, 1));

        assertThat(ENGINE.reverse(hot.memberAfter(), hot, one, new Weather("sun", 31))
                        .takenBack("points"))
                .isEqualByComparingTo("1");
        assertThatThrownBy(() -> ENGINE.reverse(hot.memberAfter(), hot, one))
                .isInstanceOf(EventRefusedException.class)
                .hasMessageContaining("Weather[sky=sun, degrees=31]")
                .hasMessageContaining("Maybe give reverse the same facts");
    }

    @Test
    void a_fact_the_rules_were_not_told_of_and_time_with_facts_are_refused() {
        assertThatThrownBy(() -> ENGINE.decide(ANA, CONES, NOON))
                .isInstanceOf(EventRefusedException.class)
                .hasMessageContaining("know no fact of java.time.Instant")
                .hasMessageContaining("Maybe RuleSet.loader().facts( Instant.class )?");
        assertThatThrownBy(() -> ENGINE.decide(ANA, TimePassed.until(NOON), new Weather("rain", 1)))
                .isInstanceOf(EventRefusedException.class)
                .hasMessageContaining("Time alone brings no facts");
    }

    @Test
    void an_event_that_brings_more_facts_than_its_bound_is_refused() {
        RuleLoader small =
                RuleSet.loader().facts(Weather.class).within(Bounds.standard().withFacts(2));
        try (RuleSet rules = small.fromText("""
                rule "5 points a visit"
                when
                    Paid()
                then
                    insert( Bonus.of( 5, "points" ) );
                end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Weather rain = new Weather("rain", 18);

            assertThat(engine.decide(ANA, CONES, rain).earned("points")).isEqualByComparingTo("5");
            assertThatThrownBy(() -> engine.decide(ANA, CONES, rain, rain))
                    .isInstanceOf(EventRefusedException.class)
                    .hasMessageContaining("brings 3 facts")
                    .hasMessageContaining("Maybe Bounds.withFacts( … )?");
        }
    }

    @Test
    void a_class_that_is_not_public_or_takes_a_word_of_the_library_is_no_fact() {
        assertThatThrownBy(() -> RuleSet.loader().facts(Hidden.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe a public record?");
        assertThatThrownBy(() -> RuleSet.loader().facts(org.regulars.Purchase.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is a word Purchase already");
    }

    @Test
    void a_class_in_no_package_is_no_fact_because_no_rule_could_name_it() {
        ClassWriter empty = new ClassWriter(0);
        empty.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Nowhere", null, "java/lang/Object", null);
        Class<?> nowhere = new ClassLoader() {
            Class<?> defined(byte[] bytes) {
                return defineClass("Nowhere", bytes, 0, bytes.length);
            }
        }.defined(empty.toByteArray());

        assertThatThrownBy(() -> RuleSet.loader().facts(nowhere))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Nowhere is in none")
                .hasMessageContaining("Maybe a package line");
    }

    private record Hidden(int number) {}
}
