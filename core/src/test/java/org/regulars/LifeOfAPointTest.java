package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pending, expiry, and time that passes. */
class LifeOfAPointTest {

    @ParameterizedTest(name = "{0}, earned {1}: through {2}")
    @CsvSource({
        "expiresAfterMonths( 1 ), 2026-01-25, 2026-02-25",
        "expiresAfterMonths( 1 ), 2025-01-31, 2025-02-28",
        "expiresAfterMonths( 1 ), 2024-01-31, 2024-02-29",
        "expiresAfterMonths( 0 ), 2026-01-01, 2026-01-01",
        "expiresAfterYears( 1 ), 2024-02-29, 2025-02-28",
        "expiresAfterDays( 30 ), 2026-03-15, 2026-04-14",
        "expiresAfterMonths( 12 ).atMonthEnd(), 2020-07-06, 2021-07-31",
        "expiresAfterMonths( 24 ).atMonthEnd(), 2021-02-15, 2023-02-28",
        "atMonthEnd(), 2026-01-22, 2026-01-31",
        "atQuarterEnd(), 2026-05-01, 2026-06-30",
        "atHalfYearEnd(), 2026-07-01, 2026-12-31",
        "expiresAfterMonths( 6 ).atHalfYearEnd(), 2026-01-01, 2026-12-31",
        "atYearEnd(), 2018-03-03, 2018-12-31",
        "expiresAfterYears( 1 ).atYearEnd(), 2026-03-03, 2027-12-31",
        "'atNext( \"03-31\" )', 2026-03-31, 2026-03-31",
        "'atNext( \"03-31\" )', 2026-04-01, 2027-03-31",
        "'atNext( \"02-29\" )', 2026-01-01, 2026-02-28",
        "'expiresAfterYears( 1 ).atNext( \"06-30\" )', 2026-08-01, 2028-06-30",
        "expiresAtAnniversary(), 2026-05-14, 2026-05-14",
        "expiresAtAnniversary(), 2026-05-15, 2027-05-14",
    })
    void a_kind_lives_through_its_last_day_and_is_gone_at_midnight(String life, String earned, LocalDate through) {
        try (RuleSet rules = points(life, "America/New_York")) {
            Member ana = given(rules)
                    .joined("2010-05-15")
                    .at(earned + "T23:30")
                    .buys(1, "book", "7.00")
                    .outcome()
                    .memberAfter();
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Instant midnight = through.plusDays(1).atStartOfDay(rules.zone()).toInstant();

            assertThat(engine.advance(ana, midnight.minusMillis(1))
                            .memberAfter()
                            .balance("points"))
                    .isEqualByComparingTo("7");
            Outcome gone = engine.advance(ana, midnight);
            assertThat(gone.memberAfter().balance("points")).isZero();
            assertThat(gone.expired("points")).isEqualByComparingTo("7");
            assertThat(gone.memberAfter().lots()).isEmpty();
        }
    }

    @Test
    void what_is_pending_cannot_be_spent_until_its_time_has_come() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Zone" when Program() then insert( Zone.of( "Europe/Oslo" ) ); end
                rule "Points wait 14 days" when Program() then insert( Kind.of( "points" ).pendingDays( 14 ) ); end
                rule "Points" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "Ten points: one off" when Purchase() then insert( Discount.amount( 1 ).costing( 10, "points" ) ); end
                rule "100 points there: a lounge" when Balance( kind == "points", amount >= 100 )
                then insert( Benefit.of( "lounge" ) ); end
                rule "100 points coming" when Balance( kind == "points", pending >= 100 )
                then insert( Benefit.of( "a word" ) ); end
                """)) {
            var bought = given(rules).at("2026-03-20T10:00").buys(1, "coat", "120.00");
            bought.earns(120, "points").leaves(0, "points").gives("a word").andNothingElse();
            assertThat(bought.outcome().memberAfter().pending("points")).isEqualByComparingTo("120");
            assertThat(bought.outcome().explain())
                    .endsWith("points: 0 + 120 earned = 120, 120 of them to be spent later\n");

            // Clocks go forward on 29 March; the same time of day counts, not 24 times 14 hours.
            bought.then().at("2026-04-03T09:59").buys(1, "gum", "1.00").misses(10, "points", "Ten points: one off");
            bought.then()
                    .at("2026-04-03T10:00")
                    .buys(1, "gum", "1.00")
                    .discounts("1.00")
                    .spends(10, "points")
                    .gives("lounge")
                    .leaves(110, "points");
        }
    }

    @Test
    void a_purchase_cannot_pay_itself_with_points_that_are_still_pending() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Stamps wait a day" when Program() then insert( Kind.of( "stamps" ).pendingDays( 1 ) ); end
                rule "A stamp each" when $c : PaidItem() then insert( Earn.of( 1, "stamps" ).forEach( $c ) ); end
                rule "Seven stamps" when Purchase()
                then insert( FreeItem.of( 1, "tea" ).costing( 7, "stamps" ).withThisPurchase() ); end
                """)) {
            given(rules)
                    .buys(9, "tea", "2.00")
                    .earns(9, "stamps")
                    .misses(7, "stamps", "Seven stamps")
                    .andNothingElse();
        }
    }

    @Test
    void what_ends_first_is_spent_first_then_what_is_oldest() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Points live 30 days" when Program() then insert( Kind.of( "points" ).expiresAfterDays( 30 ) ); end
                rule "Points" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "100 points" when Purchase( has( "treat" ) )
                then insert( FreeItem.of( 1, "treat" ).costing( 100, "points" ) ); end
                """)) {
            // Lots of 100 and 100; 100 are spent before the first ends; then the second is still there.
            given(rules)
                    .on("2026-01-01")
                    .buys(1, "coat", "100.00")
                    .then()
                    .on("2026-01-11")
                    .buys(1, "hat", "100.00")
                    .leaves(200, "points")
                    .then()
                    .on("2026-01-20")
                    .buys(1, "treat", "9.00")
                    .spends(100, "points")
                    .then()
                    .on("2026-02-01")
                    .buys(1, "gum", "0.50")
                    .leaves(100, "points")
                    .then()
                    .on("2026-02-11")
                    .buys(1, "gum", "0.50")
                    .leaves(0, "points");
        }
    }

    @Test
    void every_activity_starts_the_life_of_a_kind_anew_and_a_late_one_does_not_shorten_it() {
        try (RuleSet rules = points("expiresAfterMonths( 12 ).sinceActivity()", "UTC")) {
            var first = given(rules).on("2025-01-01").buys(1, "coat", "50.00");
            var second = first.then().on("2025-06-01").does("looked around");
            var late = second.then().on("2025-03-01").buys(1, "hat", "5.00");
            LoyaltyEngine engine = LoyaltyEngine.with(rules);

            Instant end = Instant.parse("2026-06-02T00:00:00Z");
            for (var seen : new Outcome[] {second.outcome(), late.outcome()}) {
                assertThat(engine.advance(seen.memberAfter(), end.minusSeconds(1))
                                .memberAfter()
                                .balance("points"))
                        .isGreaterThanOrEqualTo(new BigDecimal(50));
            }
            assertThat(engine.advance(second.outcome().memberAfter(), end)
                            .memberAfter()
                            .balance("points"))
                    .isZero();
        }
    }

    @Test
    void what_comes_late_lives_on_with_what_the_member_has_done_since() {
        try (RuleSet rules = points("expiresAfterMonths( 2 ).sinceActivity()", "UTC")) {
            var late = given(rules)
                    .on("2026-02-20")
                    .does("looked around")
                    .then()
                    .on("2026-01-10")
                    .buys(1, "hat", "5.00");
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Instant end = Instant.parse("2026-04-21T00:00:00Z");

            assertThat(engine.advance(late.outcome().memberAfter(), end.minusSeconds(1))
                            .memberAfter()
                            .balance("points"))
                    .isEqualByComparingTo("5");
            assertThat(engine.advance(late.outcome().memberAfter(), end)
                            .memberAfter()
                            .balance("points"))
                    .isZero();
        }
    }

    @Test
    void points_that_lapsed_are_gone_before_the_rules_look_and_the_receipt_says_when() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "This month" when Program() then insert( Kind.of( "visits this month" ).atMonthEnd() ); end
                rule "A visit" when Paid() then insert( Earn.of( 1, "visits this month" ) ); end
                rule "3 visits this month: a cake" when Balance( kind == "visits this month", amount >= 3 )
                then insert( Benefit.of( "cake" ) ); end
                """)) {
            var two = given(rules)
                    .on("2026-01-30")
                    .buys(1, "tea", "2.00")
                    .then()
                    .on("2026-01-31")
                    .buys(1, "tea", "2.00");
            two.then().on("2026-01-31").buys(1, "tea", "2.00").gives("cake");
            var next = two.then().on("2026-02-01").buys(1, "tea", "2.00").leaves(1, "visits this month");
            next.earns(1, "visits this month").expires(2, "visits this month").andNothingElse();

            assertThat(next.outcome().explain())
                    .contains("""
                            Before, on 1 February 2026
                              2 visits this month expired: earned since 30 January 2026, good through 31 January 2026
                            """)
                    .contains("visits this month: 2 + 1 earned - 2 expired = 1");
        }
    }

    @Test
    void one_step_or_a_hundred_lead_to_the_same_member() {
        try (RuleSet rules = points("expiresAfterDays( 10 )", "Europe/Oslo")) {
            var scenario = given(rules);
            for (int day = 1; day <= 9; day++) {
                scenario = scenario.on("2026-03-2" + day)
                        .buys(1, "tea", day + ".00")
                        .then();
            }
            Member ana = scenario.does("waited").outcome().memberAfter();
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Instant to = Instant.parse("2026-04-05T12:00:00Z");
            Member stepped = ana;
            for (Instant at = Instant.parse(ana.asOf()); at.isBefore(to); at = at.plusSeconds(7_919)) {
                stepped = engine.advance(stepped, at).memberAfter();
            }
            stepped = engine.advance(stepped, to).memberAfter();

            assertThat(stepped).isEqualTo(engine.advance(ana, to).memberAfter());
            assertThat(stepped.balance("points")).isEqualByComparingTo("30"); // 6 + 7 + 8 + 9 of the 26th and later
            assertThat(engine.advance(stepped, to.minusSeconds(86_400)).memberAfter())
                    .isEqualTo(stepped);
        }
    }

    private static RuleSet points(String life, String zone) {
        return RuleSet.fromText("""
                rule "Zone" when Program() then insert( Zone.of( "%s" ) ); end
                rule "Life" when Program() then insert( Kind.of( "points" ).%s ); end
                rule "Points" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                """.formatted(zone, life));
    }
}
