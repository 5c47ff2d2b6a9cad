package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.testing.Scenario.given;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rewards that cost something, rights for the next visit, benefits, tiers. */
class RewardTest {

    private static final String STAMPS = """
            rule "One stamp for every coffee"
            when
                $coffee : PaidItem( category == "coffee" )
            then
                insert( Earn.of( 1, "stamps" ).forEach( $coffee ) );
            end
            """;

    @ParameterizedTest(name = "{0} held and {1} bought: {2} free, {3} left")
    @CsvSource({
        "0,7,0,7",
        "0,8,1,0",
        "0,9,1,1",
        "0,15,1,7",
        "0,16,2,0",
        "0,50,6,2",
        "7,1,1,0",
        "6,1,0,7",
        "6,2,1,0",
        "20,2,2,6",
        "70,3,3,49"
    })
    void a_card_filled_and_used_on_one_receipt_gives_as_many_as_it_pays_for(
            long held, long bought, long free, long left) {
        try (RuleSet rules = RuleSet.fromText(STAMPS + """
                rule "Seven stamps: the eighth coffee is free"
                when
                    Purchase( has( "coffee" ) )
                then
                    insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ).withThisPurchase().repeatedly() );
                end
                """)) {
            given(rules)
                    .holding(held, "stamps")
                    .buys(bought, "coffee", "3.00")
                    .givesFree(free, "coffee")
                    .spends(7 * free, "stamps")
                    .earns(bought - free, "stamps")
                    .leaves(left, "stamps")
                    .andNothingElse();
        }
    }

    @Test
    void a_cost_must_be_held_beforehand_unless_the_reward_says_otherwise() {
        try (RuleSet rules = RuleSet.fromText(STAMPS + """
                rule "Seven stamps: a coffee is free"
                when
                    Purchase( has( "coffee" ) )
                then
                    insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ) );
                end
                """)) {
            given(rules)
                    .holding(6, "stamps")
                    .buys(8, "coffee", "3.00")
                    .earns(8, "stamps")
                    .misses(1, "stamps", "Seven stamps: a coffee is free")
                    .andNothingElse()
                    .then()
                    .buys(1, "coffee", "3.00")
                    .givesFree(1, "coffee")
                    .because("Seven stamps: a coffee is free")
                    .spends(7, "stamps")
                    .leaves(7, "stamps")
                    .andNothingElse();
        }
    }

    @Test
    void a_full_card_becomes_a_right_that_the_next_visit_uses_by_itself() {
        try (RuleSet rules = RuleSet.fromText(STAMPS + """
                rule "Seven stamps: your next coffee is free"
                when
                    Balance( kind == "stamps", amount >= 7 )
                then
                    insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ).upTo( "4.00" ).repeatedly() );
                end
                """)) {
            given(rules)
                    .buys(15, "coffee", "3.00")
                    .earns(15, "stamps")
                    .givesNextTime(2, "coffee")
                    .because("Seven stamps: your next coffee is free")
                    .spends(14, "stamps")
                    .leaves(2, "free coffee")
                    .andNothingElse()
                    .then()
                    .buys(1, "tea", "2.00")
                    .leaves(2, "free coffee")
                    .andNothingElse()
                    .then()
                    .buys(1, "coffee", "5.00")
                    .givesFree(1, "coffee")
                    .because("Seven stamps: your next coffee is free")
                    .leavesToPay("1.00")
                    .leaves(1, "free coffee")
                    .andNothingElse();
        }
    }

    @Test
    void a_threshold_moved_to_the_top_of_the_file_grants_no_more_than_at_the_bottom() {
        String threshold = """
                rule "Ten points: a coffee next time"
                when
                    Balance( kind == "points", amount >= 10 )
                then
                    insert( FreeItem.of( 1, "coffee" ).costing( 10, "points" ).repeatedly() );
                end
                """;
        String points =
                "rule \"Points\" when $p : PaidItem() then insert( Earn.of( 5, \"points\" ).forEach( $p ) ); end\n";
        for (String text : new String[] {threshold + points, points + threshold}) {
            try (RuleSet rules = RuleSet.fromText(text)) {
                given(rules)
                        .buys(Line.of(2, "a", "x", "1.00"), Line.of(2, "b", "x", "1.00"), Line.of(1, "c", "x", "1.00"))
                        .earns(25, "points")
                        .givesNextTime(2, "coffee")
                        .spends(20, "points")
                        .andNothingElse();
            }
        }
    }

    @Test
    void two_rewards_of_one_balance_do_not_spend_it_twice_and_the_dearer_comes_first() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "50 points: 2 off" when Purchase() then insert( Discount.amount( 2 ).costing( 50, "points" ) ); end
                rule "80 points: 5 off" when Purchase() then insert( Discount.amount( 5 ).costing( 80, "points" ) ); end
                """)) {
            given(rules)
                    .holding(100, "points")
                    .buys(1, "book", "20.00")
                    .discounts("5.00")
                    .because("80 points: 5 off")
                    .spends(80, "points")
                    .misses(30, "points", "50 points: 2 off")
                    .andNothingElse();
            given(rules)
                    .holding(130, "points")
                    .buys(1, "book", "20.00")
                    .discounts("7.00")
                    .spends(130, "points")
                    .leaves(0, "points");
        }
    }

    @Test
    void a_reward_of_a_group_that_cannot_be_paid_does_not_push_out_one_that_can() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Dear" when Purchase() then insert( Discount.amount( 9 ).costing( 900, "points" ).bestOf( "x" ) ); end
                rule "Cheap" when Purchase() then insert( Discount.amount( 1 ).bestOf( "x" ) ); end
                """)) {
            given(rules)
                    .holding(1, "points")
                    .buys(1, "book", "20.00")
                    .discounts("1.00")
                    .because("Cheap")
                    .andNothingElse();
        }
    }

    @Test
    void delivery_and_benefits_can_cost_points_and_are_given_once() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "40 points: delivery" when Purchase() then insert( FreeShipping.of().costing( 40, "points" ) ); end
                rule "10 points: lounge" when Purchase() then insert( Benefit.of( "lounge" ).costing( 10, "points" ) ); end
                rule "The lounge for big spenders" when Purchase( total > 5 ) then insert( Benefit.of( "lounge" ) ); end
                """)) {
            given(rules)
                    .holding(100, "points")
                    .shipping("4.95")
                    .buys(1, "book", "20.00")
                    .shipsFree()
                    .gives("lounge")
                    .because("The lounge for big spenders")
                    .spends(40, "points")
                    .andNothingElse();
            given(rules)
                    .holding(45, "points")
                    .buys(1, "pen", "2.00")
                    .gives("lounge")
                    .spends(10, "points")
                    .andNothingElse();
        }
    }

    @Test
    void the_highest_upgrade_wins_counts_from_the_next_event_and_outlives_the_points() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Ladder" when Program() then insert( Tiers.of( "Bronze", "Silver", "Gold" ) ); end
                rule "Card" when Program() then insert( Tiers.of( "Guest", "Holder" ).named( "card" ) ); end
                rule "Points" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "100: Silver" when Balance( kind == "points", amount >= 100 ) then insert( Upgrade.to( "Silver" ) ); end
                rule "500: Gold" when Balance( kind == "points", amount >= 500 ) then insert( Upgrade.to( "Gold" ) ); end
                rule "Gold gets the lounge"
                when
                    Purchase( member.tier.isAtLeast( "Gold" ) )
                then
                    insert( Benefit.of( "lounge" ) );
                end
                rule "Signs up" when Activity( name == "signed up" ) then insert( Upgrade.to( "Holder" ) ); end
                rule "Spends all" when Purchase( has( "trip" ) )
                then insert( Discount.amount( 9 ).costing( 500, "points" ) ); end
                """)) {
            var silver = given(rules)
                    .buys(1, "book", "100.00")
                    .earns(100, "points")
                    .upgradesTo("Silver")
                    .because("100: Silver");
            silver.andNothingElse();
            var gold = silver.then()
                    .buys(1, "car", "450.00")
                    .earns(450, "points")
                    .upgradesTo("Gold")
                    .andNothingElse();
            gold.then()
                    .buys(1, "trip", "10.00")
                    .gives("lounge")
                    .discounts("9.00")
                    .spends(500, "points")
                    .earns(1, "points")
                    .andNothingElse()
                    .then()
                    .buys(1, "gum", "1.00")
                    .gives("lounge");
            Member holder = gold.then()
                    .does("signed up")
                    .upgradesTo("Holder")
                    .andNothingElse()
                    .outcome()
                    .memberAfter();
            assertThat(holder.statuses()).extracting(Member.Status::tier).containsExactly("Gold", "Holder");
        }
    }

    @Test
    void a_purchase_played_twice_fires_rules_that_only_ask_whether_there_is_something() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "A visit" when Purchase() exists PaidItem( category == "coffee" ) then insert( Earn.of( 1, "visits" ) ); end
                rule "7 stamps" when Purchase()
                then insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ).withThisPurchase() ); end
                """)) {
            given(rules)
                    .holding(7, "stamps")
                    .buys(3, "coffee", "3.00")
                    .earns(1, "visits")
                    .givesFree(1, "coffee");
        }
    }

    @Test
    void nobody_pays_for_units_another_reward_has_taken() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "100 points" when Purchase()
                then insert( FreeItem.of( 1, "coffee" ).costing( 100, "points" ).withThisPurchase() ); end
                rule "7 stamps" when Purchase()
                then insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ).withThisPurchase().repeatedly() ); end
                """)) {
            given(rules)
                    .holding(100, "points")
                    .holding(28, "stamps")
                    .buys(4, "coffee", "3.00")
                    .givesFree(4, "coffee")
                    .spends(100, "points")
                    .spends(21, "stamps")
                    .andNothingElse();
        }
    }

    @Test
    void what_costs_nothing_is_given_before_what_costs_something() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Ladder" when Program() then insert( Tiers.of( "Green", "Gold" ) ); end
                rule "Lounge for 40" when Purchase() then insert( Benefit.of( "lounge" ).costing( 40, "points" ) ); end
                rule "Lounge for all" when Purchase() then insert( Benefit.of( "lounge" ) ); end
                rule "Gold for 40" when Purchase() then insert( Upgrade.to( "Gold" ).costing( 40, "points" ) ); end
                rule "Gold for all" when Paid() then insert( Upgrade.to( "Gold" ) ); end
                rule "A coffee for 40" when Purchase() then insert( FreeItem.of( 1, "coffee" ).costing( 40, "points" ) ); end
                rule "A coffee for all" when Purchase() then insert( FreeItem.of( 1, "coffee" ) ); end
                """)) {
            given(rules)
                    .holding(200, "points")
                    .buys(Line.of(1, "latte", "coffee", "3.00"), Line.of(1, "bun", "bread", "2.00"))
                    .gives("lounge")
                    .because("Lounge for all")
                    .upgradesTo("Gold")
                    .because("Gold for all")
                    .givesFree(1, "coffee")
                    .because("A coffee for all")
                    .andNothingElse();
        }
    }

    @Test
    void a_reward_held_beforehand_is_not_pushed_out_by_one_the_purchase_cannot_pay_after_all() {
        try (RuleSet rules = RuleSet.fromText(STAMPS + """
                rule "Dear" when Purchase() then insert( FreeItem.of( 1, "cake" ).costing( 80, "stamps" ).withThisPurchase() ); end
                rule "Cheap" when Purchase() then insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ) ); end
                """)) {
            given(rules)
                    .holding(7, "stamps")
                    .buys(Line.of(12, "latte", "coffee", "3.00"), Line.of(1, "tart", "cake", "4.00"))
                    .givesFree(1, "coffee")
                    .because("Cheap")
                    .spends(7, "stamps")
                    .earns(11, "stamps")
                    .misses(69, "stamps", "Dear")
                    .andNothingElse();
        }
    }

    @Test
    void a_reward_after_one_that_was_cut_gets_its_turn_and_no_refusal_misses_less_than_nothing() {
        try (RuleSet rules = RuleSet.fromText(STAMPS + """
                rule "Six for 10" when Purchase()
                then insert( FreeItem.of( 6, "coffee" ).costing( 10, "stamps" ).withThisPurchase() ); end
                rule "Bun for 4" when Purchase()
                then insert( FreeItem.of( 1, "bun" ).costing( 4, "stamps" ).withThisPurchase() ); end
                """)) {
            Outcome outcome = given(rules)
                    .holding(5, "stamps")
                    .buys(Line.of(9, "latte", "coffee", "3.00"), Line.of(1, "bun", "bread", "1.00"))
                    .givesFree(1, "bun")
                    .spends(4, "stamps")
                    .earns(9, "stamps")
                    .misses(2, "stamps", "Six for 10")
                    .outcome();
            assertThat(outcome.refused())
                    .allSatisfy(each -> assertThat(each.missing()).isPositive());
            assertThat(outcome.explain()).contains("costs 10 stamps, with it free there would be 8: 2 missing");
        }
    }

    @Test
    void a_unit_that_costs_nothing_anyway_is_not_paid_with_points() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "7 stamps" when Purchase() then insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ) ); end
                """)) {
            given(rules)
                    .holding(7, "stamps")
                    .buys(Line.of(1, "sample", "coffee", "0.00"), Line.of(1, "latte", "coffee", "4.00"))
                    .leavesToPay("0");
            given(rules).holding(7, "stamps").buys(1, "coffee", "0.00").andNothingElse();
        }
    }
}
