package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.testing.Scenario.given;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.testing.Scenario;

/** Amounts that live longer, for their own time, or again. */
class ExtendTest {

    private static final String POINTS = """
            rule "Six months" when Program() then insert( Kind.of( "points" ).expiresAfterMonths( 6 ) ); end
            rule "Points" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
            """;

    @Test
    void every_purchase_lets_all_points_live_twelve_months_from_then() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "On" when Paid() then insert( Extend.of( "points" ).forMonths( 12 ) ); end
                rule "Late" when Paid() then insert( Extend.of( "points" ).through( "2020-01-01" ) ); end
                """)) {
            var second = given(rules)
                    .on("2025-01-01")
                    .buys(1, "coat", "50.00")
                    .then()
                    .on("2025-06-01")
                    .buys(1, "hat", "20.00");

            assertThat(ends(second.outcome())).containsOnly("2026-06-02T00:00:00Z");
            assertThat(second.outcome().refused())
                    .extracting(Refused::explanation)
                    .containsExactly("no points would live longer by it");
        }
    }

    @ParameterizedTest(name = "{0}: through the day before {1}")
    @CsvSource({"Member, 2026-10-03", "Gold, 2027-01-03"})
    void of_several_extensions_the_longest_counts_and_they_do_not_add_up(String tier, String end) {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "Tiers" when Program() then insert( Tiers.of( "Member", "Gold" ) ); end
                rule "Everyone" when Activity( name == "extends" ) then insert( Extend.of( "points" ).byMonths( 3 ) ); end
                rule "Gold gets 6" when Activity( name == "extends", member.tier.is( "Gold" ) )
                then insert( Extend.of( "points" ).byMonths( 6 ) ); end
                """)) {
            Scenario ana = tier.equals("Gold") ? given(rules).inTier("Gold") : given(rules);
            var extended = ana.on("2026-01-02")
                    .buys(1, "coat", "50.00")
                    .then()
                    .on("2026-06-30")
                    .does("extends");

            assertThat(ends(extended.outcome())).containsExactly(end + "T00:00:00Z");
        }
    }

    @Test
    void points_that_lapsed_within_ten_days_come_back() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A day" when Program() then insert( Kind.of( "points" ).expiresAfterDays( 0 ) ); end
                rule "Points" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "Back" when Activity( name == "complains" )
                then insert( Extend.of( "points" ).byMonths( 1 ).reinstating( 10 ) ); end
                """)) {
            // Gone at midnight at the end of the 3rd, and of the 4th.
            var back = given(rules)
                    .on("2026-01-03")
                    .buys(1, "tea", "1.00")
                    .then()
                    .on("2026-01-04")
                    .buys(1, "coat", "20.00")
                    .then()
                    .on("2026-01-15")
                    .does("complains")
                    .leaves(20, "points");

            assertThat(ends(back.outcome())).containsExactly("2026-02-05T00:00:00Z");
            assertThat(back.outcome().granted()).singleElement().satisfies(each -> {
                assertThat(each.amount()).isEqualByComparingTo("20");
                assertThat(each.note()).isEqualTo("20 of them had lapsed and come back");
            });
            var again = back.then().on("2026-01-15").does("complains").leaves(20, "points");
            assertThat(ends(again.outcome())).containsExactly("2026-03-05T00:00:00Z");
        }
    }

    @Test
    void an_award_may_have_an_end_of_its_own() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "On a day" when Activity( name == "a" ) then insert( Bonus.of( 5, "points" ).expiringOn( "2026-02-28" ) ); end
                rule "Days" when Activity( name == "b" ) then insert( Earn.of( 5, "points" ).expiringAfterDays( 10 ) ); end
                rule "Months" when Activity( name == "c" ) then insert( Earn.of( 5, "points" ).expiringAfterMonths( 1 ) ); end
                rule "A right" when Activity( name == "d" ) then insert( FreeItem.of( 1, "tea" ).expiringAfterDays( 7 ) ); end
                rule "As the kind" when Activity( name == "e" ) then insert( Bonus.of( 5, "points" ) ); end
                """)) {
            Scenario ana = given(rules).on("2026-01-31");
            assertThat(ends(ana.does("a").outcome())).containsExactly("2026-03-01T00:00:00Z");
            assertThat(ends(ana.does("b").outcome())).containsExactly("2026-02-11T00:00:00Z");
            assertThat(ends(ana.does("c").outcome())).containsExactly("2026-03-01T00:00:00Z");
            assertThat(ends(ana.does("d").outcome())).containsExactly("2026-02-08T00:00:00Z");
            assertThat(ends(ana.does("e").outcome())).containsExactly("2026-08-01T00:00:00Z");
        }
    }

    @Test
    void a_kind_may_end_on_one_date_for_all() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "The album" when Program() then insert( Kind.of( "stickers" ).expiresOn( "2026-12-31" ) ); end
                rule "Sticker" when Paid() then insert( Earn.of( 1, "stickers" ) ); end
                """)) {
            var held = given(rules).on("2026-12-31").buys(1, "tea", "1.00").leaves(1, "stickers");
            held.then().on("2027-01-01").buys(1, "tea", "1.00").leaves(0, "stickers");
        }
    }

    private static List<String> ends(Outcome outcome) {
        return outcome.memberAfter().lots().stream()
                .map(lot -> String.valueOf(lot.expiresAt()))
                .toList();
    }
}
