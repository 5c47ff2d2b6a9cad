package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff put a balance right. */
class CorrectionTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void what_is_given_is_an_award_like_any_other_and_rules_on_what_is_held_answer() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Life" when Program() then insert( Kind.of( "points" ).expiresAfterDays( 10 ) ); end
                rule "100" when Balance( kind == "points", amount >= 100 ) then insert( Benefit.of( "lounge" ) ); end
                rule "Member" when Member() then insert( Benefit.of( "thanks" ) ); end
                """)) {
            var given = given(rules).decide(Correction.of("desk-1", NOON, 100, "points", "a lost receipt"));
            given.gives("lounge").leaves(100, "points").andNothingElse();
            Outcome outcome = given.outcome();
            assertThat(outcome.correction()).isNotNull();
            assertThat(outcome.postings()).extracting(Posting::cause).containsExactly(Posting.Cause.CORRECTED);
            assertThat(outcome.memberAfter().lots()).extracting(Lot::expiresAt).containsExactly("2026-01-16T00:00:00Z");
            assertThat(outcome.memberAfter().lastActive()).isNull();
        }
    }

    @ParameterizedTest(name = "{0}: {1} to spend, {2} pending, {3} kept")
    @CsvSource({
        "takenBackWhilePending(), 10, 0",
        "takenBackWithinBalance(), 0, 0",
        "takenBackInFull(), -50, 0",
    })
    void points_that_are_spent_already_are_taken_as_their_kind_says(String policy, int left, int pending) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Policy" when Program() then insert( Kind.of( "points" ).pendingDays( 14 ).%s ); end
                rule "Points" when Activity() then insert( Bonus.of( 40, "points" ) ); end
                """.formatted(policy))) {
            // Sixty active, fifty of them spent; forty pending.
            Outcome outcome = given(rules)
                    .holding(10, "points")
                    .does("bought")
                    .then()
                    .decide(Correction.of("desk-1", NOON, -100, "points", "counted twice"))
                    .outcome();

            assertThat(outcome.memberAfter().balance("points")).isEqualByComparingTo("" + left);
            assertThat(outcome.memberAfter().pending("points")).isEqualByComparingTo("" + pending);
        }
    }

    @Test
    void the_next_credits_make_good_what_is_owed_first() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Points" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "Ten points: one off" when Purchase() then insert( Discount.amount( 1 ).costing( 10, "points" ) ); end
                """)) {
            var owing = given(rules).decide(Correction.of("desk-1", NOON, -30, "points", "a stolen card"));
            owing.leaves(-30, "points");
            var less = owing.then().on("2026-01-06").buys(1, "tea", "20.00").leaves(-10, "points");
            var even = less.then().buys(1, "tea", "10.00").leaves(0, "points");
            assertThat(even.outcome().memberAfter().lots()).isEmpty();
            less.then()
                    .buys(1, "tea", "25.00")
                    .misses(20, "points", "Ten points: one off")
                    .leaves(15, "points");
        }
    }

    @Test
    void what_becomes_spendable_makes_good_what_is_owed() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Never" when Activity() then insert( Benefit.of( "thanks" ) ); end
                """)) {
            Member ana = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));
            Member owing = new Member(
                    "ana",
                    ana.joined(),
                    ana.asOf(),
                    null,
                    ana.attributes(),
                    java.util.List.of(
                            new Lot("lent", "points", BigDecimal.valueOf(-30), ana.asOf(), ana.asOf(), null, null),
                            new Lot(
                                    "slow",
                                    "points",
                                    BigDecimal.valueOf(50),
                                    ana.asOf(),
                                    "2026-01-10T00:00:00Z",
                                    "2026-02-01T00:00:00Z",
                                    null)),
                    java.util.List.of(),
                    java.util.List.of(),
                    java.util.List.of(),
                    java.util.List.of(),
                    java.util.List.of());
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Outcome active = engine.advance(owing, Instant.parse("2026-01-10T00:00:00Z"));
            assertThat(active.memberAfter().lots())
                    .singleElement()
                    .satisfies(lot -> assertThat(lot.amount()).isEqualByComparingTo("20"));
            assertThat(active.due()).flatExtracting(Due::postings).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, points, a reason, 'It changes nothing: its amount is 0. Maybe leave it out?'",
        "5, ' ', a reason, 'It does not say of what. Maybe \"points\"?'",
        "5, points, ' ', 'It gives no reason. Maybe in the words of who does it: \"counted twice\"?'",
        "0.5, points, a reason, 'Its amount is 0.5, finer than points go (0 decimals). Maybe round it?'",
        "-0.005, cash, a reason, 'Its amount is -0.005, finer than cash go (2 decimals). Maybe round it?'",
        "1E+30, points, a reason, 'Its amount has more than 18 digits'",
    })
    void a_correction_that_cannot_be_is_refused(BigDecimal amount, String kind, String reason, String why) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Cash" when Program() then insert( Kind.of( "cash" ).decimals( 2 ) ); end
                rule "Any" when Activity() then insert( Bonus.of( 1, "points" ) ); end
                """)) {
            assertThatThrownBy(() -> given(rules).decide(Correction.of("desk-1", NOON, amount, kind, reason)))
                    .isInstanceOf(EventRefusedException.class)
                    .hasMessageContaining("Correction 'desk-1'")
                    .hasMessageContaining(why);
        }
    }

    @Test
    void the_same_correction_twice_counts_once() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Any" when Activity() then insert( Bonus.of( 1, "points" ) ); end
                """)) {
            Correction correction = Correction.of("desk-1", NOON, 5, "points", "sorry");
            var once = given(rules).decide(correction);
            var twice = once.then().decide(correction).leaves(5, "points");
            assertThat(twice.outcome().repeated()).isTrue();
        }
    }
}
