package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.testing.Scenario.given;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.testing.Scenario;

/** Time that passes: in which order things fall due, and that it makes no difference in how many steps. */
class CalendarTest {

    @Test
    void at_one_midnight_what_waits_becomes_spendable_tiers_end_the_day_begins_and_last_amounts_lapse() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Zone" when Program() then insert( Zone.of( "Europe/Oslo" ) ); end
                rule "Points for the year" when Program() then insert( Kind.of( "points" ).atYearEnd() ); end
                rule "Slow" when Program() then insert( Kind.of( "slow" ).pendingDays( 1 ) ); end
                rule "Tiers" when Program() then insert( Tiers.of( "Green", "Gold" ).throughYearEnd() ); end
                rule "A point" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "Slowly" when Paid() then insert( Earn.of( 1, "slow" ) ); end
                rule "10 points: Gold" when Balance( kind == "points", amount >= 10 )
                then insert( Upgrade.to( "Gold" ) ); end
                rule "Gold on New Year" when Day( month == JANUARY, dayOfMonth == 1, member.tier.is( "Gold" ) )
                    Balance( kind == "points", amount == 12 )
                then insert( Benefit.of( "a card" ) ); end
                rule "Memories" when $gone : Expired( kind == "points", amount == 12 )
                then insert( Bonus.of( $gone.amount(), "memories" ) ); end
                """)) {
            Member ana = given(rules)
                    .at("2026-12-31T00:00")
                    .buys(1, "coat", "12.00")
                    .outcome()
                    .memberAfter();
            Instant midnight =
                    LocalDate.of(2027, 1, 1).atStartOfDay(rules.zone()).toInstant();

            Outcome outcome = LoyaltyEngine.with(rules).advance(ana, midnight);

            assertThat(outcome.due())
                    .extracting(Due::sort)
                    .containsExactly(
                            Due.Sort.ACTIVATED, Due.Sort.TIER_ENDED, Due.Sort.DAY, Due.Sort.EXPIRED, Due.Sort.EXPIRED);
            assertThat(outcome.due()).extracting(Due::at).containsOnly(midnight.toString());
            assertThat(outcome.due().get(1).tierChanges())
                    .extracting(TierChange::cause)
                    .containsExactly(TierChange.Cause.ENDED, TierChange.Cause.GIVEN);
            assertThat(outcome.due().get(2).granted()).extracting(Granted::what).containsExactly("a card");
            Member after = outcome.memberAfter();
            assertThat(after.balance("points")).isZero();
            assertThat(after.balance("slow")).isOne();
            assertThat(after.balance("memories")).isEqualByComparingTo("12");
            assertThat(after.statuses()).extracting(Member.Status::through).containsExactly("2027-12-31");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Europe/Oslo, 2023-10-20T10:15:00Z, 1",
        "America/New_York, 2023-10-20T03:59:59Z, 2",
        "Europe/Oslo, 2024-01-31T22:59:00Z, 3",
        "America/New_York, 2024-02-28T12:00:00Z, 4",
    })
    void one_step_or_many_lead_to_the_same_member(String zone, Instant start, int seed) {
        try (RuleSet rules = everything(zone)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Random random = new Random(seed);
            Member once = Member.of("ana", start).with("birthday", "1992-02-29").holding(40, "points");
            Member often = once;
            Instant at = start;
            TreeSet<String> seen = new TreeSet<>();
            for (int i = 0; i < 6; i++) {
                Instant next = at.plusSeconds(3_600L * (1 + random.nextInt(24 * 120)));
                while (at.isBefore(next)) {
                    Instant step =
                            at.plusSeconds(random.nextInt(10) == 0 ? 3_600 * 24 * 40 : 60L * random.nextInt(9_000));
                    at = step.isBefore(next) ? step : next;
                    often = engine.advance(often, at).memberAfter();
                }
                Event event = i % 3 == 2
                        ? new Activity("event-" + i, next.toString(), "reviewed", java.util.Map.of())
                        : Purchase.of("event-" + i, next, "EUR").with(Line.of(1, "coat", "coat", i + "0.50"));
                Outcome outcome = engine.decide(once, event);
                outcome.due().forEach(due -> seen.add(due.sort().toString()));
                once = outcome.memberAfter();
                often = engine.decide(often, event).memberAfter();

                assertThat(often).isEqualTo(once);
            }
            assertThat(seen).containsExactly("ACTIVATED", "DAY", "EXPIRED", "TIER_ENDED");
        }
    }

    private static RuleSet everything(String zone) {
        return RuleSet.fromText("""
                rule "Zone" when Program() then insert( Zone.of( "%s" ) ); end
                rule "Points" when Program() then insert( Kind.of( "points" ).pendingDays( 3 ).expiresAfterMonths( 2 ) ); end
                rule "Stars" when Program() then insert( Kind.of( "stars" ).expiresAfterDays( 50 ).sinceActivity() ); end
                rule "Visits" when Program() then insert( Kind.of( "visits" ).atMonthEnd() ); end
                rule "Years" when Program() then insert( Kind.of( "yearly" ).expiresAtAnniversary() ); end
                rule "Tiers" when Program()
                then insert( Tiers.of( "Green", "Gold", "Reserve" ).lastsMonths( 1 ).fallsOneStep() ); end
                rule "Reached" when Program()
                then insert( Tiers.of( "Low", "High" ).named( "level" ).onlyWhileReached() ); end
                rule "A point" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "A star" when Paid() then insert( Earn.of( 1, "stars" ) ); end
                rule "A visit" when Paid() then insert( Earn.of( 1, "visits" ) ); end
                rule "A year" when Paid() then insert( Earn.of( 1, "yearly" ) ); end
                rule "Review" when Activity() then insert( Bonus.of( 7, "points" ).expiringAfterDays( 5 ) ); end
                rule "Gold" when Balance( kind == "points", amount >= 20 ) then insert( Upgrade.to( "Gold" ) ); end
                rule "Reserve" when Balance( kind == "points", amount >= 40 ) then insert( Upgrade.to( "Reserve" ) ); end
                rule "High" when Balance( kind == "points", amount >= 10 ) then insert( Upgrade.to( "High" ) ); end
                rule "Sundays" when Day( day == SUNDAY ) then insert( Bonus.of( 3, "points" ).expiringAfterDays( 2 ) ); end
                rule "At most 7 a month" when Day( day == SUNDAY )
                then insert( Limit.of( 7, "points" ).perMonth() ); end
                rule "First of the month" when Day( dayOfMonth == 1 )
                then insert( Convert.of( 10, "points" ).into( 1, "vouchers" ).repeatedly() ); end
                rule "Birthday" when Day( member.birthday ) then insert( FreeItem.of( 1, "cake" ).expiringAfterDays( 10 ) ); end
                rule "Idle" when Day( member.idleDays > 80 ) then insert( Forfeit.all( "stars" ) ); end
                rule "Back" when $gone : Expired( kind == "points", amount >= 2 )
                then insert( Earn.of( "0.5", "points" ).times( $gone.amount() ) ); end
                rule "Cake" when Expired( kind == "free cake" ) then insert( Bonus.of( 1, "crumbs" ) ); end
                """.formatted(zone));
    }

    @Test
    void what_lapsed_is_remembered_the_same_in_one_step_or_many() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A day" when Program() then insert( Kind.of( "points" ).expiresAfterDays( 1 ) ); end
                rule "Daily" when Day( date < "2026-04-01" ) then insert( Bonus.of( 1, "points" ) ); end
                rule "Back" when Day( date == "2026-04-05" )
                then insert( Extend.of( "points" ).forDays( 9 ).reinstating( 365 ) ); end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Member once = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));
            Member often = once;
            Instant end = Instant.parse("2026-04-06T00:00:00Z");
            once = engine.advance(once, end).memberAfter();
            for (Instant at = Instant.parse("2026-01-01T08:00:00Z"); at.isBefore(end); at = at.plusSeconds(28_800)) {
                often = engine.advance(often, at).memberAfter();
            }

            assertThat(engine.advance(often, end).memberAfter()).isEqualTo(once);
            assertThat(once.balance("points")).isEqualByComparingTo("" + Member.REMEMBERED);
            assertThat(once.lots()).extracting(Lot::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_day_that_no_rule_answers_gives_nothing_by_rules_on_what_is_held() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Birthday" when Day( member.birthday ) then insert( Bonus.of( 1, "points" ) ); end
                rule "100 points: a tea" when Balance( kind == "points", amount >= 100 )
                then insert( FreeItem.of( 1, "tea" ) ); end
                rule "Whatever they do" when Member() then insert( Benefit.of( "thanks" ) ); end
                rule "Pending" when Program() then insert( Kind.of( "slow" ).pendingDays( 1 ) ); end
                rule "Slow" when Activity() then insert( Earn.of( 1, "slow" ) ); end
                """)) {
            var held = given(rules)
                    .joined("2026-01-01")
                    .holding(100, "points")
                    .having("birthday", "1990-03-01")
                    .does("looked");
            held.gives("thanks").givesNextTime(1, "tea");

            Outcome year = LoyaltyEngine.with(rules)
                    .advance(held.outcome().memberAfter(), Instant.parse("2027-01-01T00:00:00Z"));

            // What becomes spendable, and a birthday, are asked; the other days are not.
            assertThat(year.due()).extracting(Due::sort).containsExactly(Due.Sort.ACTIVATED, Due.Sort.DAY);
            assertThat(year.due())
                    .flatExtracting(Due::granted)
                    .extracting(Granted::what)
                    .doesNotContain("thanks");
            assertThat(year.memberAfter().balance("free tea")).isEqualByComparingTo("3");
        }
    }

    @Test
    void a_rule_that_finds_nothing_to_take_has_not_answered_the_day() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Idle" when Day( member.idleDays > 10 ) then insert( Forfeit.all( "stars" ) ); end
                rule "100 points: a tea" when Balance( kind == "points", amount >= 100 )
                then insert( FreeItem.of( 1, "tea" ) ); end
                """)) {
            Member ana = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z")).holding(100, "points");
            Outcome later = LoyaltyEngine.with(rules).advance(ana, Instant.parse("2027-01-01T00:00:00Z"));

            assertThat(later.due()).isEmpty();
            assertThat(later.memberAfter().balance("free tea")).isZero();
        }
    }

    @Test
    void what_becomes_spendable_was_not_there_before() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Wait" when Program() then insert( Kind.of( "points" ).pendingDays( 14 ) ); end
                rule "Points" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "Past 100" when Balance( kind == "points", before < 100, amount >= 100 )
                then insert( Benefit.of( "lounge" ) ); end
                """)) {
            Member ana = given(rules).buys(1, "coat", "120.00").outcome().memberAfter();
            Outcome later = LoyaltyEngine.with(rules).advance(ana, Instant.parse("2026-06-01T00:00:00Z"));

            assertThat(later.due())
                    .flatExtracting(Due::granted)
                    .extracting(Granted::what)
                    .containsExactly("lounge");
        }
    }

    @Test
    void an_award_that_has_lapsed_when_it_is_given_goes_at_once_and_no_rule_answers_it() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Past" when Day( dayOfMonth == 1 ) then insert( Bonus.of( 5, "points" ).expiringOn( "2020-01-01" ) ); end
                rule "Again" when Expired( kind == "activations" )
                then insert( Bonus.of( 1, "activations" ).expiringOn( "2020-01-01" ) ); end
                rule "Joined" when Activity() then insert( Bonus.of( 1, "activations" ).expiringAfterDays( 3 ) ); end
                """)) {
            Member ana = given(rules).does("joined").outcome().memberAfter();
            Outcome later = LoyaltyEngine.with(rules).advance(ana, Instant.parse("2026-03-15T00:00:00Z"));

            assertThat(later.memberAfter().lots()).isEmpty();
            assertThat(later.expired("points")).isEqualByComparingTo("10");
            assertThat(later.expired("activations")).isEqualByComparingTo("2");
        }
    }

    @Test
    void what_a_day_gives_does_not_take_what_lapses_at_that_midnight_before_its_turn() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Month" when Program() then insert( Kind.of( "points" ).atMonthEnd() ); end
                rule "New month" when Day( dayOfMonth == 1 ) then insert( Bonus.of( 1, "points" ) ); end
                rule "Lost" when $gone : Expired() then insert( Bonus.of( $gone.amount(), "lost" ) ); end
                rule "Points" when Activity() then insert( Bonus.of( 8, "points" ) ); end
                """)) {
            Member ana =
                    given(rules).joined("2026-01-01").does("joined").outcome().memberAfter();
            Outcome later = LoyaltyEngine.with(rules).advance(ana, Instant.parse("2026-02-01T00:00:00Z"));

            assertThat(later.memberAfter().balance("points")).isOne();
            assertThat(later.memberAfter().balance("lost")).isEqualByComparingTo("8");
        }
    }

    @Test
    void an_expired_amount_that_is_given_again_each_time_lapses_each_time() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A day" when Program() then insert( Kind.of( "points" ).expiresAfterDays( 0 ) ); end
                rule "Points" when Activity() then insert( Bonus.of( 8, "points" ) ); end
                rule "Half comes back" when $gone : Expired( kind == "points" )
                then insert( Earn.of( "0.5", "points" ).times( $gone.amount() ) ); end
                """)) {
            Member ana = given(rules).does("joined").outcome().memberAfter();
            Outcome later = LoyaltyEngine.with(rules).advance(ana, Instant.parse("2026-03-01T00:00:00Z"));

            assertThat(later.memberAfter().lots()).isEmpty();
            assertThat(later.expired("points")).isEqualByComparingTo("15");
        }
    }

    @Test
    void an_event_that_comes_days_late_changes_nothing_of_the_days_that_were_answered() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Month" when Program() then insert( Kind.of( "visits" ).atMonthEnd() ); end
                rule "Visit" when Paid() then insert( Earn.of( 1, "visits" ) ); end
                rule "Daily" when Day() then insert( Bonus.of( 1, "days" ) ); end
                """)) {
            var february = given(rules).joined("2026-01-01").on("2026-02-10").buys(1, "tea", "1.00");
            var late = february.then().on("2026-01-31").buys(1, "tea", "1.00");

            february.leaves(40, "days");
            late.leaves(40, "days").leaves(1, "visits").earns(1, "visits");
            assertThat(late.outcome().due()).isEmpty();
            assertThat(late.outcome().expired("visits")).isOne();
            assertThat(late.outcome().memberAfter().asOf())
                    .isEqualTo(february.outcome().memberAfter().asOf());
        }
    }

    @Test
    void an_absence_of_a_century_is_a_mistaken_date() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Daily" when Day( member.birthday ) then insert( Bonus.of( 1, "points" ) ); end
                """)) {
            assertThatThrownBy(() -> LoyaltyEngine.with(rules)
                            .advance(
                                    Member.of("ana", Instant.parse("2020-01-01T00:00:00Z")),
                                    Instant.parse("2220-01-01T00:00:00Z")))
                    .isInstanceOf(EventRefusedException.class)
                    .hasMessageContaining("days after the member was last up to date. Maybe the date is wrong?");
        }
    }

    @Test
    void a_rule_that_fails_on_a_day_is_named_with_the_day() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Too much" when Day( date == "2026-01-04" )
                then insert( Bonus.of( "-1", "points" ) ); end
                """)) {
            Scenario january =
                    given(rules).on("2026-01-03").buys(1, "tea", "1.00").then();
            assertThatThrownBy(() -> january.on("2026-02-01").buys(1, "tea", "1.00"))
                    .isInstanceOf(EventRefusedException.class)
                    .hasMessageContaining("Too much")
                    .hasMessageContaining("2026-01-04")
                    .hasMessageContaining("event-2");
        }
    }

    @ParameterizedTest(name = "born {0}: a gift on {1}")
    @CsvSource({
        "1992-02-29, 2026-02-28",
        "1992-02-29, 2028-02-29",
        "1990-05-17, 2026-05-17",
        "1990-01-01, 2027-01-01",
    })
    void a_birthday_gift_comes_by_itself(String born, LocalDate gift) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Zone" when Program() then insert( Zone.of( "America/New_York" ) ); end
                rule "Cake" when Day( member.birthday ) then insert( FreeItem.of( 1, "cake" ).expiringAfterDays( 30 ) ); end
                """)) {
            Member ana = Member.of(
                            "ana",
                            gift.minusDays(200).atStartOfDay(rules.zone()).toInstant())
                    .with("birthday", born);
            Outcome outcome = LoyaltyEngine.with(rules)
                    .advance(ana, gift.plusDays(100).atStartOfDay(rules.zone()).toInstant());

            assertThat(outcome.due()).extracting(Due::sort).containsExactly(Due.Sort.DAY, Due.Sort.EXPIRED);
            assertThat(outcome.due().get(0).at())
                    .isEqualTo(gift.atStartOfDay(rules.zone()).toInstant().toString());
            assertThat(outcome.due().get(0).granted().get(0).through())
                    .isEqualTo(gift.plusDays(30).toString());
        }
    }

    @ParameterizedTest(name = "joined {0}: on {1} {2} years are full")
    @CsvSource({
        "2024-02-29, 2025-02-27, 0",
        "2024-02-29, 2025-02-28, 1",
        "2024-02-29, 2028-02-28, 3",
        "2024-02-29, 2028-02-29, 4",
        "2021-06-10, 2026-06-09, 4",
        "2021-06-10, 2026-06-10, 5",
    })
    void a_year_is_full_on_the_anniversary(String joined, String on, long years) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A point for each full year"
                when Activity( $years : member.years ) then insert( Earn.of( 1, "points" ).times( $years ) ); end
                rule "On the anniversary" when Activity( member.anniversary ) then insert( Bonus.of( 1, "days" ) ); end
                """)) {
            given(rules)
                    .joined(joined)
                    .on(on)
                    .does("looked")
                    .earns(years, "points")
                    .earns(joined.endsWith(on.substring(8)) || on.equals("2025-02-28") ? 1 : 0, "days");
        }
    }

    @Test
    void a_reward_is_issued_on_the_anniversary_and_an_unused_one_returns_to_the_account() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Cents" when Program() then insert( Kind.of( "reward" ).decimals( 2 ).expiresAfterDays( 90 ) ); end
                rule "Saved" when Program() then insert( Kind.of( "cashback" ).decimals( 2 ) ); end
                rule "2 percent" when $p : Paid() then insert( Earn.of( "0.02", "cashback" ).times( $p.amount() ) ); end
                rule "The reward comes on the anniversary" when Day( member.anniversary )
                then insert( Convert.of( "0.01", "cashback" ).into( "0.01", "reward" ).repeatedly() ); end
                rule "What is not used goes back to the account" when $unused : Expired( kind == "reward" )
                then insert( Bonus.of( $unused.amount(), "cashback" ) ); end
                """)) {
            Scenario ana = given(rules)
                    .joined("2024-02-29")
                    .on("2025-01-10")
                    .buys(1, "sofa", "3000.00")
                    .then();
            ana.on("2025-02-27").does("looked").leaves("60", "cashback");
            ana.on("2025-02-28").does("looked").leaves("0", "cashback").leaves("60", "reward");
            ana.on("2025-05-29").does("looked").leaves("0", "cashback").leaves("60", "reward");
            ana.on("2025-05-30").does("looked").leaves("60", "cashback").leaves("0", "reward");
        }
    }

    @ParameterizedTest(name = "last used {0}: on {1} there are {2}")
    @CsvSource({
        "2025-06-20, 2026-06-20, 100",
        "2025-06-20, 2026-06-21, 0",
        "2020-09-01, 2022-06-19, 100",
        "2020-09-01, 2022-06-21, 0",
        "2020-06-01, 2022-06-01, 100",
        "2020-06-01, 2022-06-02, 0",
    })
    void points_go_when_the_card_is_not_used_first_for_two_years_then_for_one(LocalDate used, LocalDate on, int left) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Zone" when Program() then insert( Zone.of( "Europe/London" ) ); end
                rule "Not used for two years: the points are removed"
                when Day( date < "2022-06-20", member.idleDays > 730 ) then insert( Forfeit.all( "points" ) ); end
                rule "Since 20 June 2022, not used for one year: the points are removed"
                when Day( date >= "2022-06-20", member.idleDays > 365 ) then insert( Forfeit.all( "points" ) ); end
                """)) {
            ZoneId london = rules.zone();
            Member ana = given(rules)
                    .joined("2019-01-01")
                    .on(used.toString())
                    .does("used the card")
                    .then()
                    .holding(100, "points")
                    .on(used.toString())
                    .does("used the card")
                    .outcome()
                    .memberAfter();

            assertThat(LoyaltyEngine.with(rules)
                            .advance(ana, on.atTime(12, 0).atZone(london).toInstant())
                            .memberAfter()
                            .balance("points"))
                    .isEqualByComparingTo("" + left);
        }
    }

    @Test
    void the_same_day_is_asked_once_however_often_time_passes() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Daily" when Day() then insert( Bonus.of( 1, "days" ) ); end
                """)) {
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Member ana = Member.of("ana", Instant.parse("2026-01-01T00:00:00Z"));
            for (String at : List.of("01T12:00", "02T00:00", "02T00:00", "02T23:59", "03T00:00", "01T00:00")) {
                ana = engine.advance(ana, Instant.parse("2026-01-" + at + ":00Z"))
                        .memberAfter();
            }

            assertThat(ana.balance("days")).isEqualByComparingTo("2");
        }
    }
}
