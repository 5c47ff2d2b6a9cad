package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulars.decisions.Limit;
import org.regulars.testing.OutcomeAssert;
import org.regulars.testing.Scenario;

/** At most so much. */
class LimitTest {

    private static final String POINTS = """
            rule "Zone" when Program() then insert( Zone.of( "Europe/Oslo" ) ); end
            rule "Points" when $p : PaidItem() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
            """;

    @ParameterizedTest(name = "{0}: {1}, {2} and {3} on one receipt are {4}")
    @CsvSource({
        "'Limit.of( 100, \"points\" ).perAward()', 80.00, 100.00, 130.00, 280",
        "'Limit.of( 100, \"points\" )', 20.00, 30.00, 49.99, 99",
        "'Limit.of( 100, \"points\" )', 20.00, 30.00, 50.00, 100",
        "'Limit.of( 100, \"points\" )', 20.00, 30.00, 51.00, 100",
        "'Limit.of( 0, \"points\" )', 20.00, 30.00, 51.00, 0",
        "'Limit.of( \"2.5\", \"points\" )', 20.00, 30.00, 51.00, 2",
        "'Limit.of( \"2.5\", \"points\" ).perAward()', 2.50, 2.60, 1.00, 6",
    })
    void with_each_award_and_with_each_purchase(String limit, String one, String other, String third, long earned) {
        try (RuleSet rules = limited(limit)) {
            Earned outcome = new Earned(given(rules)
                    .buys(line(one), line(other), line(third))
                    .earns(earned, "points")
                    .outcome());
            outcome.addsUp("points", earned);
            assertThat(outcome.of().memberAfter().counted()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1} is just before the end and {2} just after")
    @CsvSource({
        "perDay, 2026-03-29T00:00, 2026-03-29T23:59:59, 2026-03-30T00:00",
        "perWeek, 2026-12-28T00:00, 2027-01-03T23:59:59, 2027-01-04T00:00",
        "perMonth, 2026-10-01T00:00, 2026-10-31T23:59:59, 2026-11-01T00:00",
        "perYear, 2026-01-01T00:00, 2026-12-31T23:59:59, 2027-01-01T00:00",
        "perMembershipYear, 2026-05-15T00:00, 2027-05-14T23:59:59, 2027-05-15T00:00",
    })
    void over_a_time_that_ends_at_midnight_in_the_programs_zone(String per, String first, String last, String next) {
        try (RuleSet rules = limited("Limit.of( 100, \"points\" )." + per + "()")) {
            given(rules)
                    .joined("2024-05-15")
                    .at(first)
                    .buys(1, "tea", "70.00")
                    .earns(70, "points")
                    .then()
                    .at(last)
                    .buys(1, "tea", "70.00")
                    .earns(30, "points")
                    .then()
                    .at(last)
                    .buys(1, "tea", "70.00")
                    .earns(0, "points")
                    .leaves(100, "points")
                    .then()
                    .at(next)
                    .buys(1, "tea", "70.00")
                    .earns(70, "points")
                    .leaves(170, "points");
        }
    }

    @Test
    void who_joined_on_29_february_begins_a_membership_year_when_what_expires_at_the_anniversary_is_gone() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "For the year" when Program() then insert( Kind.of( "points" ).expiresAtAnniversary() ); end
                rule "100 a year" when Paid() then insert( Limit.of( 100, "points" ).perMembershipYear() ); end
                """)) {
            Scenario ana = given(rules).joined("2024-02-29");
            for (String[] each : new String[][] {
                {"2025-02-27", "100"}, {"2025-02-28", "100"}, {"2028-02-28", "100"}, {"2028-02-29", "100"}
            }) {
                ana = ana.on(each[0])
                        .buys(1, "coat", "120.00")
                        .earns(each[1], "points")
                        .leaves(100, "points")
                        .then();
            }
            assertThat(ana.on("2029-02-27")
                            .buys(1, "coat", "1.00")
                            .leaves(100, "points")
                            .outcome()
                            .limits())
                    .singleElement()
                    .satisfies(limit -> assertThat(limit.from()).isEqualTo("2028-02-29"));
        }
    }

    @Test
    void the_limits_that_were_gone_through_say_what_they_let_through_even_where_they_cut_nothing() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "100 a day" when Paid() then insert( Limit.of( 100, "points" ).perDay() ); end
                rule "150 a month" when Paid() then insert( Limit.of( 150, "points" ).perMonth() ); end
                rule "A year" when Paid() then insert( Limit.of( 1000, "points" ).perYear() ); end
                rule "A purchase" when Paid() then insert( Limit.of( 120, "points" ) ); end
                """)) {
            var first = given(rules).on("2026-05-05").buys(1, "coat", "130.90").earns(100, "points");
            assertThat(first.outcome().limits())
                    .extracting(LimitTest::numbers)
                    .containsExactly(
                            "PURCHASE : 120 of 130, 0 before of 120",
                            "DAY 2026-05-05: 100 of 120, 0 before of 100",
                            "MONTH 2026-05-01: 100 of 100, 0 before of 150",
                            "YEAR 2026-01-01: 100 of 100, 0 before of 1000");
            Tally tally = first.outcome().tallies().get(0);
            assertThat(List.of(tally.exact(), tally.rounded(), tally.bonus(), tally.cut(), tally.total()))
                    .extracting(BigDecimal::toPlainString)
                    .containsExactly("130.9", "130", "0", "30", "100");

            var second = first.then().on("2026-05-06").buys(1, "coat", "90.00").earns(50, "points");
            assertThat(second.outcome().limits())
                    .extracting(LimitTest::numbers)
                    .containsExactly(
                            "PURCHASE : 90 of 90, 0 before of 120",
                            "DAY 2026-05-06: 90 of 90, 0 before of 100",
                            "MONTH 2026-05-01: 50 of 90, 100 before of 150",
                            "YEAR 2026-01-01: 50 of 50, 100 before of 1000");
            assertThat(second.outcome().memberAfter().counted())
                    .contains(
                            new Member.Counted(
                                    "points", Limit.Per.MONTH, "", "2026-05-01", number("190"), number("150")),
                            new Member.Counted(
                                    "points", Limit.Per.DAY, "", "2026-05-05", number("120"), number("100")));
        }
    }

    @Test
    void of_several_on_the_same_the_smallest_counts() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "B 70" when Paid() then insert( Limit.of( 70, "points" ).perDay() ); end
                rule "A 70" when Paid() then insert( Limit.of( 70, "points" ).perDay() ); end
                rule "90" when Paid() then insert( Limit.of( 90, "points" ).perDay() ); end
                """)) {
            assertThat(given(rules)
                            .buys(1, "coat", "80.00")
                            .earns(70, "points")
                            .outcome()
                            .limits())
                    .singleElement()
                    .satisfies(limit -> assertThat(limit.offer().name()).isEqualTo("A 70"));
        }
    }

    @Test
    void reviews_earn_at_most_150_a_month_and_nothing_else_counts_towards_it() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "50 points for a review, 120 at most a month"
                when Activity( name == "reviewed" )
                then
                    insert( Bonus.of( 50, "points" ) );
                    insert( Limit.of( 120, "points" ).perMonth().onThisOffer() );
                end
                rule "10 points for every activity" when Activity() then insert( Bonus.of( 10, "points" ) ); end
                """)) {
            var third = given(rules)
                    .on("2026-05-01")
                    .does("reviewed")
                    .earns(60, "points")
                    .then()
                    .buys(1, "coat", "500.00")
                    .earns(500, "points")
                    .then()
                    .on("2026-05-30")
                    .does("reviewed")
                    .earns(60, "points")
                    .then()
                    .on("2026-05-31")
                    .does("reviewed")
                    .earns(30, "points");
            assertThat(third.outcome().granted())
                    .filteredOn(each -> each.offer().name().startsWith("50"))
                    .singleElement()
                    .satisfies(each ->
                            assertThat(each.note()).isEqualTo("20 of 50: at most 120 a month, 100 of it before"));
            third.then().on("2026-05-31").does("reviewed").earns(10, "points");
            third.then().on("2026-06-01").does("reviewed").earns(60, "points");
        }
    }

    @Test
    void what_comes_late_counts_in_the_month_it_happened_in() {
        try (RuleSet rules = limited("Limit.of( 100, \"points\" ).perMonth()")) {
            var april = given(rules)
                    .on("2026-03-10")
                    .buys(1, "tea", "60.00")
                    .earns(60, "points")
                    .then()
                    .on("2026-04-02")
                    .buys(1, "tea", "90.00")
                    .earns(90, "points");
            var late =
                    april.then().at("2026-03-31T23:59").buys(1, "tea", "60.00").earns(40, "points");
            late.then().on("2026-03-30").buys(1, "tea", "60.00").earns(0, "points");
            late.then().on("2026-04-03").buys(1, "tea", "60.00").earns(10, "points");
        }
    }

    @Test
    void a_limit_counts_only_what_is_earned_while_a_rule_sets_it() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "100 a day in the app" when Paid( purchase.text( "channel" ) == "app" )
                then insert( Limit.of( 100, "points" ).perDay() ); end
                rule "A post" when Activity( name == "posted" ) then insert( Bonus.of( 80, "points" ) ); end
                rule "100 a day for posts" when Activity( name == "posted" )
                then insert( Limit.of( 100, "points" ).perDay() ); end
                """)) {
            given(rules)
                    .buys(1, "coat", "500.00")
                    .earns(500, "points")
                    .then()
                    .by("channel", "app")
                    .buys(1, "coat", "70.00")
                    .earns(70, "points")
                    .then()
                    .does("posted")
                    .earns(30, "points");
        }
    }

    @Test
    void factors_come_before_limits_and_flat_bonuses_are_cut_with_the_rest() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Cents" when Program() then insert( Kind.of( "points" ).decimals( 1 ).roundedHalfUp() ); end
                rule "Base, at most 20.25 each line"
                when $p : PaidItem()
                then
                    insert( Earn.of( "0.333", "points" ).times( $p.amount() ) );
                    insert( Limit.of( "20.25", "points" ).perAward().onThisOffer() );
                end
                rule "Triple" when Paid() then insert( Multiply.by( 3, "points" ) ); end
                rule "Visit" when Paid() then insert( Bonus.of( "7.77", "points" ) ); end
                rule "At most 36.66" when Paid() then insert( Limit.of( "36.66", "points" ) ); end
                """)) {
            // 3 x 0.333 x 10.01 = 9.99999; 3 x 0.333 x 30 = 29.97, cut to 20.25; 30.24999 is 30.2; 7.77 is 7.8.
            Outcome outcome = given(rules)
                    .buys(line("10.01"), line("30.00"))
                    .earns("36.6", "points")
                    .outcome();
            Tally tally = outcome.tallies().get(0);
            assertThat(List.of(tally.exact(), tally.rounded(), tally.bonus(), tally.cut(), tally.total()))
                    .extracting(BigDecimal::toPlainString)
                    .containsExactly("30.24999", "30.2", "7.8", "1.4", "36.6");
            assertThat(outcome.granted())
                    .extracting(Granted::note)
                    .containsExactly("", "20.25 of 29.97: at most 20.25 each time", "", "");
            new Earned(outcome).addsUp("points", "36.6");
        }
    }

    @Test
    void a_limit_on_each_award_of_any_rule_cuts_what_a_rules_own_limit_left() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "Fruit, at most 12 a purchase"
                when $p : PaidItem( category == "fruit" )
                then
                    insert( Earn.of( 10, "points" ) );
                    insert( Limit.of( 12, "points" ).onThisOffer() );
                    insert( Limit.of( 9, "points" ).onThisOffer().perAward() );
                end
                rule "At most 8 each" when Paid() then insert( Limit.of( 8, "points" ).perAward() ); end
                """)) {
            Outcome outcome = given(rules)
                    .buys(Line.of(1, "pear", "fruit", "1.00"), Line.of(1, "plum", "fruit", "20.00"))
                    .earns(21, "points") // 8 + 4 of fruit; 1 and 8 of 20
                    .outcome();
            assertThat(outcome.granted())
                    .extracting(Granted::note)
                    .containsExactlyInAnyOrder(
                            "9 of 10: at most 9 each time; 8 of 9: at most 8 each time by \"At most 8 each\"",
                            "9 of 10: at most 9 each time; 8 of 9: at most 8 each time by \"At most 8 each\""
                                    + "; 4 of 8: at most 12 a purchase",
                            "",
                            "8 of 20: at most 8 each time by \"At most 8 each\"");
            new Earned(outcome).addsUp("points", 21);
        }
    }

    @Test
    void what_lives_longer_and_shorter_is_cut_alike_and_adds_up() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "Short" when Paid() then insert( Bonus.of( 100, "points" ).expiringAfterDays( 3 ) ); end
                rule "At most 101" when Paid() then insert( Limit.of( 101, "points" ) ); end
                """)) {
            Outcome outcome =
                    given(rules).buys(line("100.00")).earns(101, "points").outcome();
            assertThat(outcome.memberAfter().lots())
                    .extracting(lot -> lot.amount().toPlainString())
                    .containsExactlyInAnyOrder("50", "51");
        }
    }

    @Test
    void what_is_tried_out_for_a_reward_or_among_offers_is_counted_once() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A stamp each" when $c : PaidItem() then insert( Earn.of( 1, "stamps" ).forEach( $c ) ); end
                rule "At most 7 a day" when Paid() then insert( Limit.of( 7, "stamps" ).perDay() ); end
                rule "Double" when Paid() then insert( Multiply.by( 2, "stamps" ).bestOf( "more" ) ); end
                rule "One more" when Paid() then insert( Bonus.of( 1, "stamps" ).bestOf( "more" ) ); end
                rule "4 stamps: a coffee" when Purchase()
                then insert( FreeItem.of( 1, "coffee" ).costing( 4, "stamps" ).withThisPurchase().repeatedly() ); end
                """)) {
            // One of five is free: the other four are 8 stamps, cut to 7. With two free there would be 6, and they cost
            // 8.
            Outcome outcome = given(rules)
                    .buys(5, "coffee", "3.00")
                    .earns(7, "stamps")
                    .givesFree(1, "coffee")
                    .leaves(3, "stamps")
                    .outcome();
            assertThat(outcome.memberAfter().counted())
                    .containsExactly(new Member.Counted(
                            "stamps",
                            Limit.Per.DAY,
                            "",
                            LocalDate.ofInstant(outcome.event().instant(), ZoneOffset.UTC)
                                    .toString(),
                            number("8"),
                            number("7")));
        }
    }

    @Test
    void what_a_day_of_the_calendar_brings_counts_too() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "10 every Monday, 25 a month"
                when Day( day == MONDAY )
                then
                    insert( Bonus.of( 10, "points" ) );
                    insert( Limit.of( 25, "points" ).perMonth().onThisOffer() );
                end
                """)) {
            Member ana = Member.of("ana", Instant.parse("2026-05-31T12:00:00Z"));
            Instant end = Instant.parse("2026-07-01T00:00:00Z");
            LoyaltyEngine engine = LoyaltyEngine.with(rules);
            Member after = engine.advance(ana, end).memberAfter(); // 1, 8, 15, 22 and 29 June are Mondays

            assertThat(after.balance("points")).isEqualByComparingTo("25");
            Member stepped = ana;
            for (Instant at = Instant.parse(ana.asOf()); at.isBefore(end); at = at.plusSeconds(40_000)) {
                stepped = engine.advance(stepped, at).memberAfter();
            }
            assertThat(engine.advance(stepped, end).memberAfter()).isEqualTo(after);
        }
    }

    @Test
    void no_more_is_remembered_of_times_that_are_over_than_there_is_room_for() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "10 a day" when Paid() then insert( Limit.of( 10, "points" ).perDay() ); end
                rule "1000 a year" when Paid() then insert( Limit.of( 1000, "points" ).perYear() ); end
                """)) {
            var bought = given(rules).on("2026-01-01").buys(1, "tea", "20.00");
            for (int day = 1; day < 60; day++) {
                String date = LocalDate.of(2026, 1, 1).plusDays(day).toString();
                bought = bought.then().on(date).buys(1, "tea", "20.00");
            }
            assertThat(bought.outcome().memberAfter().counted())
                    .hasSize(Member.REMEMBERED)
                    .contains(new Member.Counted(
                            "points", Limit.Per.YEAR, "", "2026-01-01", number("600"), number("600")))
                    .noneMatch(each -> each.from().equals("2026-01-10"));
        }
    }

    @ParameterizedTest(name = "{0} bought in a year, cap {1}: {2}")
    @CsvSource({
        "3000, 1250, 60.00",
        "6000, 1250, 120.00",
        "9600, 1250, 192.00",
        "15000, 1250, 300.00",
        "30000, 1250, 600.00",
        "50040, 1000, 1000.00",
        "50040, 1250, 1000.80",
        "62500.00, 1250, 1250.00",
        "70000, 1250, 1250.00",
    })
    void two_percent_of_a_years_purchases_up_to_a_cap(BigDecimal bought, long cap, String reward) {
        try (RuleSet rules = executive(cap)) {
            Scenario ana = executive(given(rules).joined("2025-03-10"));
            for (String date : List.of("2025-03-10", "2025-12-31", "2026-03-09")) {
                ana = ana.on(date)
                        .buys(1, "goods", bought.divide(new BigDecimal(4)).toPlainString())
                        .then();
            }
            ana.at("2026-03-09T23:59")
                    .buys(1, "goods", bought.divide(new BigDecimal(4)).toPlainString())
                    .leaves(reward, "reward")
                    .then()
                    .on("2026-03-10")
                    .buys(1, "goods", "100.00")
                    .earns("2.00", "reward");
        }
    }

    @Test
    void fuel_tobacco_and_tax_earn_no_reward() {
        try (RuleSet rules = executive(1250)) {
            executive(given(rules))
                    .buys(
                            Line.of(1, "petrol", "fuel", "80.00"),
                            Line.of(1, "cigars", "tobacco", "20.00"),
                            Line.of(1, "cheese", "food", "100.00"),
                            Line.of(1, "sales tax", "tax", "8.00"))
                    .earns("2.00", "reward");
        }
    }

    @Test
    void primary_and_household_cardholders_count_and_affiliates_do_not() {
        try (RuleSet rules = executive(1250)) {
            executive(given(rules))
                    .by("cardholder", "primary")
                    .buys(1, "goods", "10000")
                    .then()
                    .by("cardholder", "household")
                    .buys(1, "goods", "5000")
                    .then()
                    .by("cardholder", "affiliate")
                    .buys(1, "goods", "3000")
                    .leaves("300.00", "reward");
        }
    }

    @Test
    void what_was_bought_before_the_upgrade_does_not_count() {
        try (RuleSet rules = executive(1250)) {
            given(rules)
                    .buys(1, "goods", "4000")
                    .then()
                    .does("upgraded")
                    .then()
                    .buys(1, "goods", "6000")
                    .leaves("120.00", "reward");
        }
    }

    @Test
    void a_return_makes_room_below_the_cap_for_what_it_had_cut() {
        try (RuleSet rules = executive(1250)) {
            OutcomeAssert first = executive(given(rules)).buys(1, "goods", "40000.00");
            OutcomeAssert second = first.then().buys(line("22000.00"), line("1000.00"));
            second.earns("450.00", "reward").leaves("1250.00", "reward");
            Member capped = second.outcome().memberAfter();
            Return one =
                    Return.of("return-1", second.outcome().event().instant().plusSeconds(60), Return.line(2));
            Member after = LoyaltyEngine.with(rules)
                    .reverse(capped, second.outcome(), one)
                    .memberAfter();

            assertThat(after.balance("reward")).isEqualByComparingTo("1240.00");
            assertThat(after.counted())
                    .singleElement()
                    .satisfies(counted -> assertThat(counted.allowed()).isEqualByComparingTo("1240"))
                    .satisfies(counted -> assertThat(counted.wanted()).isEqualByComparingTo("1240"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"perAward", "perDay", "perWeek", "perMonth", "perYear", "perMembershipYear"})
    void a_limit_of_zero_lets_nothing_through(String per) {
        try (RuleSet rules = limited("Limit.of( 0, \"points\" )." + per + "()")) {
            given(rules).buys(1, "tea", "70.00").earns(0, "points").leaves(0, "points");
        }
    }

    private static RuleSet limited(String limit) {
        return RuleSet.fromText(POINTS + """
                rule "At most" when Paid() then insert( %s ); end
                """.formatted(limit));
    }

    private static RuleSet executive(long cap) {
        return RuleSet.fromText("""
                rule "Cards" when Program() then insert( Tiers.of( "Gold Star", "Executive" ) ); end
                rule "In cents" when Program() then insert( Kind.of( "reward" ).decimals( 2 ).roundedHalfUp() ); end
                rule "Executive from the day it is paid" when Activity( name == "upgraded" )
                then insert( Upgrade.to( "Executive" ) ); end
                rule "2 percent of what is bought, at most %1$d a year"
                when
                    $goods : PaidItem( category not in ( "fuel", "tobacco", "tax" ), member.tier.is( "Executive" ),
                        purchase.text( "cardholder" ) != "affiliate" )
                then
                    insert( Earn.of( "0.02", "reward" ).times( $goods.amount() ) );
                    insert( Limit.of( %1$d, "reward" ).perMembershipYear() );
                end
                """.formatted(cap));
    }

    private static Scenario executive(Scenario ana) {
        return ana.inTier("Executive");
    }

    private static Line line(String amount) {
        return Line.of(1, "goods", "goods", amount);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static String numbers(Limited limit) {
        return limit.per() + " " + limit.from() + ": " + limit.allowed().toPlainString() + " of "
                + limit.wanted().toPlainString() + ", " + limit.before().toPlainString() + " before of "
                + limit.most().toPlainString();
    }

    /** What the lines of a receipt earned. */
    private record Earned(Outcome of) {

        void addsUp(String kind, long total) {
            addsUp(kind, String.valueOf(total));
        }

        void addsUp(String kind, String total) {
            assertThat(of.lines().stream()
                            .map(line -> line.earned().getOrDefault(kind, BigDecimal.ZERO))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(total);
        }
    }
}
