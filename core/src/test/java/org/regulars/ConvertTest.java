package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.testing.Scenario.given;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.testing.Scenario;

/** One kind becomes another. */
class ConvertTest {

    private static final String VOUCHERS = """
            rule "Zone" when Program() then insert( Zone.of( "Europe/London" ) ); end
            rule "Vouchers are good for 2 years, to the month's end" when Program()
            then insert( Kind.of( "vouchers" ).decimals( 2 ).expiresAfterYears( 2 ).atMonthEnd() ); end
            rule "Every quarter 150 points or more become vouchers, 0.50 for every 50"
            when
                Day( dayOfMonth == 15, month in ( FEBRUARY, MAY, AUGUST, NOVEMBER ) )
                Balance( kind == "points", amount >= 150 )
            then
                insert( Convert.of( 50, "points" ).into( "0.50", "vouchers" ).repeatedly().atLeast( 150 ) );
            end
            rule "Partners take vouchers for three times their worth" when $wish : Activity( name == "partner", date < "2023-06-14" )
            then insert( Convert.of( "0.50", "vouchers" ).into( "1.50", "partner money" ).repeatedly()
                .atMost( $wish.number( "amount" ) ) ); end
            rule "Since 14 June 2023 for twice" when $wish : Activity( name == "partner", date >= "2023-06-14" )
            then insert( Convert.of( "0.50", "vouchers" ).into( "1.00", "partner money" ).repeatedly()
                .atMost( $wish.number( "amount" ) ) ); end
            rule "Partner money has cents" when Program() then insert( Kind.of( "partner money" ).decimals( 2 ) ); end
            """;

    @ParameterizedTest(name = "{0} points: vouchers for {1}, {2} stay")
    @CsvSource({"265, 2.50, 15", "149, 0, 149", "150, 1.50, 0", "199, 1.50, 49", "200, 2.00, 0", "1234, 12.00, 34"})
    void points_become_vouchers_every_quarter(int points, String vouchers, int left) {
        try (RuleSet rules = RuleSet.fromText(VOUCHERS)) {
            Scenario ana = given(rules).joined("2026-01-01").holding(points, "points");
            ana.on("2026-02-14").does("looked").leaves(points, "points").leaves(0, "vouchers");
            ana.on("2026-02-15").does("looked").leaves(left, "points").leaves(vouchers, "vouchers");
            ana.on("2027-02-15").does("looked").leaves(left, "points").leaves(vouchers, "vouchers");
        }
    }

    @Test
    void vouchers_are_good_for_two_years_and_to_the_end_of_that_month() {
        try (RuleSet rules = RuleSet.fromText(VOUCHERS)) {
            Scenario ana = given(rules).joined("2021-01-01").holding(265, "points");
            ana.on("2023-02-28")
                    .by("amount", "2.50")
                    .does("partner")
                    .leaves("0", "vouchers")
                    .leaves("7.50", "partner money");
            ana.on("2023-03-01").by("amount", "2.50").does("partner").leaves("0", "partner money");
        }
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2023-06-13, 7.50", "2023-06-14, 5.00"})
    void a_voucher_is_worth_more_with_a_partner(String on, String worth) {
        try (RuleSet rules = RuleSet.fromText(VOUCHERS)) {
            given(rules)
                    .joined("2023-01-01")
                    .holding("2.50", "vouchers")
                    .on(on)
                    .by("amount", "2.50")
                    .does("partner")
                    .leaves(worth, "partner money")
                    .leaves("0", "vouchers");
        }
    }

    @Test
    void what_comes_of_it_may_have_an_end_of_its_own_and_either_both_happen_or_neither() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Miles live a year" when Program() then insert( Kind.of( "miles" ).expiresAfterYears( 1 ) ); end
                rule "To miles" when Activity( name == "to miles" )
                then insert( Convert.of( 100, "points" ).into( 250, "miles" ).expiringAfterMonths( 1 ) ); end
                """)) {
            var done = given(rules)
                    .holding(199, "points")
                    .on("2026-01-31")
                    .does("to miles")
                    .leaves(99, "points");
            assertThat(done.outcome().memberAfter().lots())
                    .filteredOn(lot -> lot.kind().equals("miles"))
                    .extracting(Lot::expiresAt)
                    .containsExactly("2026-03-01T00:00:00Z");
            done.then().does("to miles").misses(1, "points", "To miles").leaves(250, "miles");
            assertThat(LoyaltyEngine.with(rules)
                            .advance(done.outcome().memberAfter(), Instant.parse("2026-03-01T00:00:00Z"))
                            .memberAfter()
                            .balance("miles"))
                    .isZero();
        }
    }

    @Test
    void nothing_is_given_up_for_what_would_be_rounded_away() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "One" when Activity( name == "one" )
                then insert( Convert.of( 50, "points" ).into( "0.50", "vouchers" ) ); end
                rule "All" when Activity( name == "all" )
                then insert( Convert.of( 50, "points" ).into( "0.50", "vouchers" ).repeatedly() ); end
                """)) {
            given(rules).holding(50, "points").does("one").leaves(50, "points").andNothingElse();
            given(rules)
                    .holding(150, "points")
                    .does("all")
                    .converts(100, "points")
                    .into(1, "vouchers")
                    .leaves(50, "points");
        }
    }
}
