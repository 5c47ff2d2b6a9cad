package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.testing.Scenario.given;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a purchase earns. */
class EarningTest {

    private static final String POINTS = """
            rule "One point for each unit of money"
            when
                $goods : PaidItem( category != "tobacco" )
            then
                insert( Earn.of( 1, "points" ).times( $goods.amount() ) );
            end
            """;

    @ParameterizedTest(name = "{0} earns {1}")
    @CsvSource({"34.99, 34", "19.59, 19", "0.99, 0", "1.00, 1", "3.00, 3"})
    void points_are_whole_and_rounded_down_once_a_purchase(String price, long points) {
        try (RuleSet rules = RuleSet.fromText(POINTS)) {
            given(rules).buys(1, "goods", price).earns(points, "points").andNothingElse();
        }
    }

    @Test
    void two_lines_of_half_a_point_are_one_point_on_one_receipt_and_none_on_two() {
        try (RuleSet rules = RuleSet.fromText(POINTS)) {
            Line half = Line.of(1, "gum", "sweets", "0.50");
            given(rules).buys(half, half).earns(1, "points");
            given(rules)
                    .buys(half)
                    .earns(0, "points")
                    .then()
                    .buys(half)
                    .earns(0, "points")
                    .leaves(0, "points");
        }
    }

    @Test
    void what_lines_earned_adds_up_to_what_was_earned() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "10 for every visit" when Paid() then insert( Bonus.of( 10, "points" ) ); end
                """)) {
            Outcome outcome = given(rules)
                    .buys(
                            Line.of(1, "tart", "cakes", "3.33"),
                            Line.of(1, "pie", "cakes", "3.33"),
                            Line.of(1, "bun", "cakes", "3.33"),
                            Line.of(1, "smokes", "tobacco", "9.99"))
                    .earns(19, "points")
                    .because("10 for every visit")
                    .andNothingElse()
                    .outcome();

            assertThat(outcome.lines().stream()
                            .map(line -> line.earned().getOrDefault("points", BigDecimal.ZERO))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("19");
            // A flat bonus belongs to all that was paid, the tobacco as well.
            assertThat(outcome.lines().get(3).earned()).containsEntry("points", BigDecimal.valueOf(5));
        }
    }

    @ParameterizedTest(name = "{0} of {2} at {1} a unit: {3} rounded each time, {4} rounded once")
    @CsvSource({
        "1.10, 10, 412.37, 4535, 4536",
        "1.50, 10, 412.37, 6184, 6185",
        "1.25, 5,  412.37, 2576, 2577",
    })
    void a_kind_says_whether_base_and_bonus_are_rounded_each_or_once(
            String factor, long rate, String price, long each, long once) {
        String program = """
                rule "Kind" when Program() then insert( Kind.of( "points" )%s ); end
                rule "Base" when $stay : PaidItem() then insert( Earn.of( %d, "points" ).times( $stay.amount() ) ); end
                rule "Status" when Paid() then insert( Multiply.by( "%s", "points" ) ); end
                """;
        try (RuleSet rules = RuleSet.fromText(program.formatted(".roundedEachEarn()", rate, factor))) {
            given(rules).in("USD").buys(1, "night", price).earns(each, "points");
        }
        try (RuleSet rules = RuleSet.fromText(program.formatted("", rate, factor))) {
            given(rules).in("USD").buys(1, "night", price).earns(once, "points");
        }
    }

    @ParameterizedTest(name = "{0} earns {1}")
    @CsvSource({"7.00, 30", "1.99, 0", "2.00, 10", "250.00, 1250"})
    void whole_steps_earn_and_the_rest_is_dropped(String price, long points) {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Ten points for every 2"
                when
                    $paid : Paid()
                then
                    insert( Earn.of( 10, "points" ).forEvery( "2.00", $paid.amount() ) );
                end
                """)) {
            given(rules).buys(1, "goods", price).earns(points, "points");
        }
    }

    @Test
    void a_factor_on_a_line_multiplies_that_line_and_one_on_the_purchase_everything() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "Fresh is double"
                when
                    PaidItem( category == "fresh" )
                then
                    insert( Multiply.by( 2, "points" ) );
                end
                rule "Gold is half as much again" when Paid() then insert( Multiply.by( "1.5", "points" ) ); end
                rule "Five flat" when Paid() then insert( Bonus.of( 5, "points" ) ); end
                """)) {
            given(rules)
                    .buys(Line.of(1, "leek", "fresh", "10.00"), Line.of(1, "salt", "dry", "4.00"))
                    .earns(41, "points") // (10 x 2 + 4) x 1.5 + 5
                    .because("Fresh is double")
                    .andNothingElse();
        }
    }

    @Test
    void kinds_have_decimals_and_a_way_to_round() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Stars" when Program() then insert( Kind.of( "stars" ).decimals( 2 ).roundedHalfUp() ); end
                rule "Cashback" when Program() then insert( Kind.of( "cashback" ).decimals( 1 ).roundedUp() ); end
                rule "A third of a star a coin"
                when
                    $paid : Paid()
                then
                    insert( Earn.of( "0.3333", "stars" ).times( $paid.amount() ) );
                    insert( Earn.of( "0.01", "cashback" ).times( $paid.amount() ) );
                end
                """)) {
            given(rules)
                    .buys(1, "tea", "2.00")
                    .earns("0.67", "stars")
                    .earns("0.1", "cashback")
                    .andNothingElse();
        }
    }

    @Test
    void a_discounted_unit_earns_on_what_is_paid_and_a_free_one_nothing() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "Tenth off" when Purchase( text( "code" ) == "TEN" ) then insert( Discount.percent( 10 ) ); end
                rule "One free" when Purchase( text( "code" ) == "FREE" ) then insert( FreeItem.of( 1, "pen" ) ); end
                rule "A stamp a pen" when $pens : PaidItem( name == "pen" )
                then insert( Earn.of( 1, "stamps" ).forEach( $pens ) ); end
                rule "Came and paid" when Paid() then insert( Earn.of( 1, "visits" ) ); end
                """)) {
            given(rules)
                    .by("code", "TEN")
                    .buys(1, "pen", "70.00")
                    .earns(63, "points")
                    .earns(1, "stamps")
                    .discounts("7");
            given(rules)
                    .by("code", "FREE")
                    .buys(2, "pen", "5.00")
                    .earns(5, "points")
                    .earns(1, "stamps")
                    .earns(1, "visits");
            given(rules)
                    .by("code", "FREE")
                    .buys(1, "pen", "5.00")
                    .earnsNothing()
                    .givesFree(1, "pen")
                    .andNothingElse();
        }
    }

    @Test
    void of_a_group_the_offer_that_earns_most_counts_with_all_it_decided() {
        try (RuleSet rules = RuleSet.fromText(POINTS + """
                rule "Cakes triple"
                when
                    PaidItem( category == "cakes" )
                then
                    insert( Multiply.by( 3, "points" ).bestOf( "weekend" ) );
                end
                rule "Ten extra" when Paid() then insert( Bonus.of( 10, "points" ).bestOf( "weekend" ) ); end
                """)) {
            given(rules)
                    .buys(Line.of(1, "tart", "cakes", "3.00"), Line.of(1, "pie", "cakes", "3.00"))
                    .earns(18, "points")
                    .because("Cakes triple");
            given(rules)
                    .buys(Line.of(1, "tart", "cakes", "4.00"))
                    .earns(14, "points")
                    .because("Ten extra")
                    .andNothingElse();
        }
    }

    @Test
    void offers_of_different_kinds_compare_by_what_a_unit_costs_or_not_at_all() {
        String offers = """
                rule "Ten points" when Paid() then insert( Bonus.of( 10, "points" ).bestOf( "today" ) ); end
                rule "Two stars" when Paid() then insert( Bonus.of( 2, "stars" ).bestOf( "today" ) ); end
                """;
        String costs = """
                rule "Points cost" when Program() then insert( Kind.of( "points" ).unitCost( "0.01" ) ); end
                rule "Stars cost" when Program() then insert( Kind.of( "stars" ).unitCost( "0.10" ) ); end
                """;
        try (RuleSet rules = RuleSet.fromText(offers + costs)) {
            given(rules)
                    .buys(1, "tea", "2.00")
                    .earns(2, "stars")
                    .earns(0, "points")
                    .andNothingElse();
        }
        try (RuleSet rules = RuleSet.fromText(offers)) {
            assertThatThrownBy(() -> given(rules).buys(1, "tea", "2.00"))
                    .isInstanceOf(EventRefusedException.class)
                    .hasMessageContaining("cannot be compared with the others of 'today'")
                    .hasMessageContaining("unitCost( \"0.01\" )");
        }
    }

    @Test
    void an_activity_earns_by_its_name_and_attributes() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "50 points for a friend"
                when
                    Activity( name == "referred", text( "friend" ) != null )
                then
                    insert( Earn.of( 50, "points" ) );
                end
                rule "A point for each coin loaded"
                when
                    $reload : Activity( name == "reloaded", number( "amount" ) >= 20 )
                then
                    insert( Earn.of( 1, "points" ).times( $reload.number( "amount" ) ) );
                end
                rule "Gold doubles" when Activity( member.holds( "points" ) >= 100 )
                then insert( Multiply.by( 2, "points" ) ); end
                """)) {
            given(rules).by("friend", "bo").does("referred").earns(50, "points").andNothingElse();
            given(rules).does("referred").andNothingElse();
            given(rules).by("amount", "25.50").does("reloaded").earns(25, "points");
            given(rules)
                    .holding(100, "points")
                    .by("amount", "25.50")
                    .does("reloaded")
                    .earns(51, "points")
                    .leaves(151, "points");
        }
    }

    @Test
    void a_factor_that_reaches_nothing_is_not_granted() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Points" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "Double" when PaidItem() then insert( Multiply.by( 2, "points" ) ); end
                """)) {
            Outcome outcome = given(rules)
                    .buys(1, "pen", "4.00")
                    .earns(4, "points")
                    .andNothingElse()
                    .outcome();
            assertThat(outcome.refused())
                    .singleElement()
                    .extracting(Refused::explanation)
                    .isEqualTo("no points were earned on its lines");
        }
    }
}
