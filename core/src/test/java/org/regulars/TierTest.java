package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.testing.Scenario.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.testing.Scenario;

/** Tiers: how they are reached, how long they hold, and what comes after. */
class TierTest {

    private static final String GOLD_AT_500 = """
            rule "Yearly" when Program() then insert( Kind.of( "status points" ).atYearEnd() ); end
            rule "Status" when $p : Paid() then insert( Earn.of( 1, "status points" ).times( $p.amount() ) ); end
            rule "Silver" when Balance( kind == "status points", amount >= 100 ) then insert( Upgrade.to( "Silver" ) ); end
            rule "Gold" when Balance( kind == "status points", amount >= 500 ) then insert( Upgrade.to( "Gold" ) ); end
            """;

    @ParameterizedTest(name = "{0} active at the year's end: level {1}")
    @CsvSource({"5, 0", "10, 1", "30, 2"})
    void levels_are_counted_again_at_the_end_of_the_year_and_then_the_points_go(int active, int level) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Levels" when Program()
                then insert( Tiers.of( "Level 0", "Level 1", "Level 2", "Level 3" ).throughYearEnd() ); end
                rule "Points" when Program() then insert( Kind.of( "points" ).atYearEnd() ); end
                rule "A point" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "10" when Balance( kind == "points", amount >= 10 ) then insert( Upgrade.to( "Level 1" ) ); end
                rule "30" when Balance( kind == "points", amount >= 30 ) then insert( Upgrade.to( "Level 2" ) ); end
                rule "100" when Balance( kind == "points", amount >= 100 ) then insert( Upgrade.to( "Level 3" ) ); end
                rule "Spend" when $a : Activity( name == "spends" )
                then insert( Convert.of( 1, "points" ).into( 1, "gone" ).repeatedly().atMost( $a.number( "points" ) ) ); end
                """)) {
            var first = given(rules).on("2026-03-01").buys(1, "tea", "10.00").upgradesTo("Level 1");
            var second = first.then().on("2026-04-01").buys(1, "tea", "20.00").upgradesTo("Level 2");
            Scenario spent = second.then()
                    .on("2026-05-01")
                    .by("points", "" + (30 - active))
                    .does("spends")
                    .leaves(active, "points")
                    .then();
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Member ana = spent.on("2026-12-31").does("looks").outcome().memberAfter();
            assertThat(tier(ana, "Level 0")).isEqualTo("Level 2");

            Member after =
                    engine.advance(ana, Instant.parse("2027-01-01T00:00:00Z")).memberAfter();

            assertThat(tier(after, "Level 0")).isEqualTo("Level " + level);
            assertThat(after.balance("points")).isZero();
            assertThat(after.statuses())
                    .allSatisfy(status -> assertThat(status.through()).isEqualTo("2027-12-31"));
        }
    }

    @Test
    void what_is_earned_in_a_year_holds_to_the_end_of_the_next_and_no_longer() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tiers" when Program()
                then insert( Tiers.of( "Member", "Silver", "Gold" ).lastsYears( 1 ).throughYearEnd() ); end
                """ + GOLD_AT_500)) {
            var gold = given(rules).on("2026-05-01").buys(1, "coat", "500.00").upgradesTo("Gold");
            assertThat(status(gold.outcome().memberAfter())).isEqualTo("Gold through 2027-12-31");
            var silver = gold.then().on("2027-05-01").buys(1, "coat", "100.00");
            assertThat(status(silver.outcome().memberAfter())).isEqualTo("Gold through 2027-12-31");

            // Silver was reached in 2027, so it holds through 2028, as for someone who was not Gold before.
            assertThat(history(rules, silver.outcome().memberAfter(), "2031-01-01"))
                    .containsExactly(
                            "2028-01-01 Gold ENDED Member",
                            "2028-01-01 Member GIVEN Silver",
                            "2029-01-01 Silver ENDED Member");

            var renewed = gold.then().on("2027-12-31").buys(1, "coat", "500.00");
            assertThat(status(renewed.outcome().memberAfter())).isEqualTo("Gold through 2028-12-31");
            assertThat(renewed.outcome().tierChanges())
                    .extracting(TierChange::cause)
                    .containsExactly(TierChange.Cause.PROLONGED);
            assertThat(renewed.outcome().granted()).extracting(Granted::sort).contains(Granted.Sort.RENEWAL);
        }
    }

    @Test
    void a_gift_on_new_year_does_not_let_the_points_of_the_old_year_count_for_the_next() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tiers" when Program()
                then insert( Tiers.of( "Member", "Silver", "Gold" ).lastsYears( 1 ).throughYearEnd() ); end
                rule "New Year" when Day( month == JANUARY, dayOfMonth == 1 ) then insert( Bonus.of( 1, "luck" ) ); end
                """ + GOLD_AT_500)) {
            Member gold = given(rules)
                    .on("2026-05-01")
                    .buys(1, "coat", "500.00")
                    .upgradesTo("Gold")
                    .outcome()
                    .memberAfter();

            assertThat(history(rules, gold, "2030-01-01")).containsExactly("2028-01-01 Gold ENDED Member");
        }
    }

    @Test
    void someone_falls_one_step_at_a_time_as_time_passes() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tiers" when Program()
                then insert( Tiers.of( "Member", "Silver", "Gold", "Top" ).lastsMonths( 12 ).fallsOneStep() ); end
                rule "Top" when Activity() then insert( Upgrade.to( "Top" ) ); end
                """)) {
            Member ana = given(rules).on("2024-02-29").does("joined").outcome().memberAfter();

            assertThat(history(rules, ana, "2030-01-01"))
                    .containsExactly(
                            "2025-03-01 Top ENDED Gold",
                            "2026-03-01 Gold ENDED Silver",
                            "2027-03-01 Silver ENDED Member");
        }
    }

    @Test
    void a_tier_that_was_over_before_the_member_was_saved_ends_with_the_next_event() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tiers" when Program()
                then insert( Tiers.of( "Member", "Silver", "Gold" ).lastsYears( 1 ).fallsOneStep() ); end
                """)) {
            Member ana = Member.of("ana", Instant.parse("2020-01-01T00:00:00Z"));
            Member old = new Member(
                    "ana",
                    ana.joined(),
                    "2026-01-01T00:00:00Z",
                    null,
                    ana.attributes(),
                    List.of(),
                    List.of(new Member.Status("Gold", ana.joined(), "2023-06-30", "")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
            Outcome late = LoyaltyEngine.with(rules)
                    .decide(old, Purchase.of("r-1", Instant.parse("2025-12-31T12:00:00Z"), "EUR"));

            assertThat(late.due()).extracting(Due::at).containsExactly("2023-07-01T00:00:00Z", "2024-07-01T00:00:00Z");
            assertThat(late.memberAfter().statuses()).isEmpty();
            assertThat(late.memberAfter().asOf()).isEqualTo("2026-01-01T00:00:00Z");
        }
    }

    @Test
    void an_upgrade_that_would_be_over_is_refused() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tiers" when Program() then insert( Tiers.of( "Member", "Gold" ) ); end
                rule "Held" when Balance( kind == "points", amount >= 1 )
                then insert( Upgrade.to( "Gold" ).through( "2026-06-30" ) ); end
                """)) {
            var june = given(rules)
                    .holding(1, "points")
                    .on("2026-06-30")
                    .does("looked")
                    .upgradesTo("Gold");
            var july = june.then().on("2026-07-01").does("looked");
            assertThat(july.outcome().memberAfter().statuses()).isEmpty();
            assertThat(july.outcome().refused())
                    .extracting(Refused::explanation)
                    .containsExactly("it would have ended on 2026-06-30");
            assertThat(july.outcome().due()).hasSize(1);
        }
    }

    @Test
    void a_membership_year_ends_the_day_before_the_anniversary() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tiers" when Program()
                then insert( Tiers.of( "Member", "Gold" ).lastsYears( 1 ).throughAnniversary() ); end
                rule "A membership year" when Program() then insert( Kind.of( "nights" ).expiresAtAnniversary() ); end
                rule "Nights" when $p : Paid() then insert( Earn.of( 1, "nights" ).times( $p.quantity() ) ); end
                rule "Gold" when Balance( kind == "nights", amount >= 10 ) then insert( Upgrade.to( "Gold" ) ); end
                """)) {
            Scenario ana = given(rules).joined("2024-05-15");
            Member gold =
                    ana.on("2026-05-14").buys(10, "night", "1.00").outcome().memberAfter();
            assertThat(status(gold)).isEqualTo("Gold through 2027-05-14");
            assertThat(history(rules, gold, "2030-01-01")).containsExactly("2027-05-15 Gold ENDED Member");
            assertThat(status(ana.on("2026-05-15")
                            .buys(10, "night", "1.00")
                            .outcome()
                            .memberAfter()))
                    .isEqualTo("Gold through 2028-05-14");
        }
    }

    @ParameterizedTest(name = "{0} visits, {1} spent, {2} referrals: {3}")
    @CsvSource({"12, 500, 0, true", "12, 499, 0, false", "11, 500, 0, false", "0, 0, 3, true", "12, 500, 3, true"})
    void a_threshold_may_be_this_and_that_or_something_else(int visits, int spent, int referrals, boolean gold) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tiers" when Program() then insert( Tiers.of( "Member", "Gold" ) ); end
                rule "12 visits and 500 spent, or 3 friends: Gold"
                when
                    (
                        Balance( kind == "visits", amount >= 12 )
                        and Balance( kind == "spent", amount >= 500 )
                    )
                    or Balance( kind == "friends", amount >= 3 )
                then
                    insert( Upgrade.to( "Gold" ) );
                end
                """)) {
            Scenario ana = given(rules);
            ana = visits == 0 ? ana : ana.holding(visits, "visits");
            ana = spent == 0 ? ana : ana.holding(spent, "spent");
            ana = referrals == 0 ? ana : ana.holding(referrals, "friends");
            Outcome outcome = ana.does("looked").outcome();

            assertThat(outcome.upgrades()).isEqualTo(gold ? List.of("Gold") : List.of());
            assertThat(outcome.refused()).isEmpty();
            assertThat(outcome.granted())
                    .allSatisfy(each -> assertThat(each.offer().line()).isEqualTo(2));
        }
    }

    @Test
    void a_paid_membership_is_a_ladder_beside_the_other() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tiers" when Program() then insert( Tiers.of( "Member", "Gold" ) ); end
                rule "Plus is a membership" when Program() then insert( Tiers.of( "Free", "Plus" ).named( "plan" ) ); end
                rule "The fee: Plus for a year" when Activity( name == "fee paid" )
                then insert( Upgrade.to( "Plus" ).forYears( 1 ) ); end
                rule "The fee is given back: Plus ends" when Activity( name == "fee refunded" )
                then insert( Forfeit.tier( "Plus" ) ); end
                rule "Plus: free delivery" when Paid( member.tier( "plan" ).is( "Plus" ) )
                then insert( FreeShipping.of() ); end
                """)) {
            var paid = given(rules)
                    .inTier("Gold")
                    .on("2026-03-31")
                    .does("fee paid")
                    .upgradesTo("Plus");
            paid.then().on("2027-03-31").shipping("4.90").buys(1, "tea", "5.00").shipsFree();
            var over = paid.then().on("2027-04-01").shipping("4.90").buys(1, "tea", "5.00");
            assertThat(over.outcome().freeShipping()).isFalse();

            var again = paid.then().on("2027-01-15").does("fee paid");
            assertThat(again.outcome().tierChanges())
                    .containsExactly(new TierChange(
                            "plan",
                            "Plus",
                            "Plus",
                            "2028-01-15",
                            TierChange.Cause.PROLONGED,
                            "The fee: Plus for a year"));

            var refunded = paid.then().on("2026-05-01").does("fee refunded");
            assertThat(refunded.outcome().memberAfter().statuses())
                    .extracting(Member.Status::tier)
                    .containsExactly("Gold");
            var twice = refunded.then().does("fee refunded");
            assertThat(twice.outcome().refused())
                    .extracting(Refused::explanation)
                    .containsExactly("the member does not have Plus");
        }
    }

    @Test
    void on_a_ladder_that_follows_the_balance_spending_and_lapsing_take_a_tier_away() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tiers" when Program()
                then insert( Tiers.of( "Basic", "Silver", "Gold", "Platinum" ).onlyWhileReached() ); end
                rule "Points" when Program() then insert( Kind.of( "points" ).expiresAfterMonths( 12 ) ); end
                rule "Points paid" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "Spend" when Activity( name == "spends" )
                then insert( Convert.of( 50, "points" ).into( 1, "voucher" ) ); end
                rule "100" when Balance( kind == "points", amount >= 100 ) then insert( Upgrade.to( "Silver" ) ); end
                rule "500" when Balance( kind == "points", amount >= 500 ) then insert( Upgrade.to( "Gold" ) ); end
                rule "1000" when Balance( kind == "points", amount >= 1000 ) then insert( Upgrade.to( "Platinum" ) ); end
                """)) {
            var silver = given(rules).on("2026-01-01").buys(1, "coat", "100.00").upgradesTo("Silver");
            var basic = silver.then().on("2026-02-01").does("spends").leaves(50, "points");
            assertThat(basic.outcome().tierChanges())
                    .containsExactly(new TierChange("tier", "Silver", "Basic", null, TierChange.Cause.NOT_REACHED, ""));
            var gold = basic.then()
                    .on("2026-03-01")
                    .buys(1, "coat", "500.00")
                    .upgradesTo("Gold")
                    .leaves(550, "points");

            assertThat(history(rules, gold.outcome().memberAfter(), "2028-01-01"))
                    .containsExactly("2027-03-02 Gold NOT_REACHED Basic");
        }
    }

    @ParameterizedTest(name = "{0} points: {1}")
    @CsvSource({"99, None", "100, Bronze", "199, Bronze", "200, Silver", "299, Silver", "300, Gold"})
    void a_tier_is_reached_with_its_threshold(int points, String tier) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tiers" when Program() then insert( Tiers.of( "None", "Bronze", "Silver", "Gold" ) ); end
                rule "100" when Balance( kind == "points", amount >= 100 ) then insert( Upgrade.to( "Bronze" ) ); end
                rule "200" when Balance( kind == "points", amount >= 200 ) then insert( Upgrade.to( "Silver" ) ); end
                rule "300" when Balance( kind == "points", amount >= 300 ) then insert( Upgrade.to( "Gold" ) ); end
                """)) {
            assertThat(tier(
                            given(rules)
                                    .holding(points, "points")
                                    .does("looked")
                                    .outcome()
                                    .memberAfter(),
                            "None"))
                    .isEqualTo(tier);
        }
    }

    @ParameterizedTest(name = "{0} spent: {1}")
    @CsvSource({"500, First", "1000, Second", "9999.99, Second", "10000, Third"})
    void money_counts_for_status_to_the_cent(String spent, String tier) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tiers" when Program() then insert( Tiers.of( "First", "Second", "Third" ) ); end
                rule "Cents" when Program() then insert( Kind.of( "spend" ).decimals( 2 ) ); end
                rule "Spend" when $p : Paid() then insert( Earn.of( 1, "spend" ).times( $p.amount() ) ); end
                rule "2" when Balance( kind == "spend", amount >= 1000 ) then insert( Upgrade.to( "Second" ) ); end
                rule "3" when Balance( kind == "spend", amount >= 10000 ) then insert( Upgrade.to( "Third" ) ); end
                """)) {
            assertThat(tier(given(rules).buys(1, "sofa", spent).outcome().memberAfter(), "First"))
                    .isEqualTo(tier);
        }
    }

    @Test
    void spending_points_never_touches_status() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tiers" when Program() then insert( Tiers.of( "Member", "Gold" ) ); end
                rule "Points" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "Gold" when Balance( kind == "points", amount >= 500 ) then insert( Upgrade.to( "Gold" ) ); end
                rule "Spend" when Activity( name == "spends" )
                then insert( Convert.of( 450, "points" ).into( 1, "voucher" ) ); end
                """)) {
            var spent = given(rules)
                    .buys(1, "coat", "500.00")
                    .upgradesTo("Gold")
                    .then()
                    .does("spends")
                    .leaves(50, "points");
            assertThat(status(spent.outcome().memberAfter())).isEqualTo("Gold through null");
        }
    }

    private static final String NIGHTS = """
            rule "Tiers" when Program() then insert( Tiers.of( "Member", "Silver", "Gold", "Platinum", "Titanium",
                "Ambassador" ).lastsYears( 1 ).throughYearEnd() ); end
            rule "Lifetime" when Program() then insert( Tiers.of( "Guest", "Lifetime Platinum" ).named( "lifetime" ) ); end
            rule "A year" when Program() then insert( Kind.of( "nights" ).atYearEnd() );
                insert( Kind.of( "spend" ).decimals( 2 ).atYearEnd() ); end
            rule "A night each" when $p : Paid() then insert( Earn.of( 1, "nights" ).times( $p.quantity() ) );
                insert( Earn.of( 1, "lifetime nights" ).times( $p.quantity() ) );
                insert( Earn.of( 1, "spend" ).times( $p.amount() ) ); end
            rule "The card gives 15 nights a year" when Day( month == JANUARY, dayOfMonth == 1, member.text( "card" ) == "yes" )
            then insert( Bonus.of( 15, "nights" ) ); end
            rule "10" when Balance( kind == "nights", amount >= 10 ) then insert( Upgrade.to( "Silver" ) ); end
            rule "25" when Balance( kind == "nights", amount >= 25 ) then insert( Upgrade.to( "Gold" ) ); end
            rule "50" when Balance( kind == "nights", amount >= 50 ) then insert( Upgrade.to( "Platinum" ) ); end
            rule "75" when Balance( kind == "nights", amount >= 75 ) then insert( Upgrade.to( "Titanium" ) ); end
            rule "100 nights and 20,000" when Balance( kind == "nights", amount >= 100 )
                Balance( kind == "spend", amount >= 20000 ) then insert( Upgrade.to( "Ambassador" ) ); end
            rule "A year as Platinum is complete on 31 December"
            when Day( month == DECEMBER, dayOfMonth == 31, member.tier.isAtLeast( "Platinum" ) )
            then insert( Bonus.of( 1, "Platinum years" ) ); end
            rule "600 nights and 10 years Platinum: for life" when Balance( kind == "lifetime nights", amount >= 600 )
                Balance( kind == "Platinum years", amount >= 10 ) then insert( Upgrade.to( "Lifetime Platinum" ) ); end
            """;

    @ParameterizedTest(name = "{0} nights for {1}: {2}")
    @CsvSource({
        "9, 1.00, Member",
        "10, 1.00, Silver",
        "24, 1.00, Silver",
        "25, 1.00, Gold",
        "49, 1.00, Gold",
        "50, 1.00, Platinum",
        "74, 1.00, Platinum",
        "75, 1.00, Titanium",
        "100, 19999.99, Titanium",
        "100, 20000.00, Ambassador",
    })
    void nights_and_spend_of_a_year(int nights, String spend, String tier) {
        try (RuleSet rules = RuleSet.fromText(NIGHTS)) {
            var stay = given(rules)
                    .buys(Line.totalling(
                            java.math.BigDecimal.valueOf(nights), "night", "night", new java.math.BigDecimal(spend)));
            assertThat(tier(stay.outcome().memberAfter(), "Member")).isEqualTo(tier);
        }
    }

    @Test
    void nights_that_a_card_gives_count_with_those_that_were_stayed() {
        try (RuleSet rules = RuleSet.fromText(NIGHTS)) {
            given(rules)
                    .joined("2025-12-01")
                    .having("card", "yes")
                    .on("2026-04-01")
                    .buys(10, "night", "90.00")
                    .leaves(25, "nights")
                    .upgradesTo("Gold");
        }
    }

    @ParameterizedTest(name = "600 nights in {0} years as Platinum: {1}")
    @CsvSource({"9, Guest", "10, Lifetime Platinum"})
    void years_with_a_tier_are_counted_on_their_last_day(int years, String tier) {
        try (RuleSet rules = RuleSet.fromText(NIGHTS)) {
            Scenario ana = given(rules).joined("2009-12-01");
            // The year after the last stay is one more with the tier: it holds to the end of the next year.
            for (int year = 2010; year < 2010 + years - 1; year++) {
                ana = ana.on(year + "-06-01").buys(70, "night", "1.00").then();
            }
            Member later = ana.on("2010-06-02").does("looked").outcome().memberAfter();
            Instant end = LocalDate.of(2025, 1, 1).atStartOfDay(rules.zone()).toInstant();
            Member after = LoyaltyEngine.with(rules)
                    .advance(later.holding(600, "lifetime nights"), end)
                    .memberAfter();

            assertThat(after.balance("Platinum years")).isEqualByComparingTo("" + years);
            assertThat(tier(after, "Guest")).isEqualTo(tier);
        }
    }

    private static String status(Member member) {
        Member.Status status = member.statuses().get(0);
        return status.tier() + " through " + status.through();
    }

    private static String tier(Member member, String lowest) {
        boolean lifetime = lowest.equals("Guest");
        return member.statuses().stream()
                .map(Member.Status::tier)
                .filter(tier -> tier.startsWith("Lifetime") == lifetime)
                .findFirst()
                .orElse(lowest);
    }

    private static List<String> history(RuleSet rules, Member member, String until) {
        Instant end = LocalDate.parse(until).atStartOfDay(rules.zone()).toInstant();
        List<String> history = new ArrayList<>();
        for (Due due : LoyaltyEngine.with(rules).advance(member, end).due()) {
            for (TierChange change : due.tierChanges()) {
                history.add(due.at().substring(0, 10) + " " + change.from() + " " + change.cause() + " " + change.to());
            }
        }
        return history;
    }
}
