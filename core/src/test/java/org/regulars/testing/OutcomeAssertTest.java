package org.regulars.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regulars.testing.Scenario.given;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.regulars.Line;
import org.regulars.Return;
import org.regulars.RuleSet;

class OutcomeAssertTest {

    private static final RuleSet RULES = RuleSet.fromText("""
            rule "A point a coin" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
            rule "Ten points off" when Purchase() then insert( Discount.amount( 1 ).costing( 10, "points" ) ); end
            rule "A hat for free" when Purchase( total > 50 ) then insert( FreeItem.gift( 1, "hat" ) ); end
            """);

    @AfterAll
    static void close() {
        RULES.close();
    }

    @Test
    void what_holds_passes() {
        given(RULES)
                .holding(10, "points")
                .buys(1, "book", "60.00")
                .earns(59, "points")
                .because("A point a coin")
                .discounts("1")
                .because("Ten points off")
                .spends(10, "points")
                .givesFree(1, "hat")
                .leaves(59, "points")
                .leavesToPay("59.00")
                .andNothingElse();
    }

    @Test
    void a_failure_says_what_was_expected_what_came_and_prints_the_receipt() {
        fails(() -> given(RULES).buys(1, "book", "5.00").earns(6, "points"), "to earn, of points, 6, but it is 5.");
        fails(() -> given(RULES).buys(1, "book", "5.00").spends(6, "points"), "to spend, of points, 6, but it is 0.");
        fails(() -> given(RULES).buys(1, "book", "5.00").givesFree(1, "hat"), "to give free, of hat, 1, but it is 0.");
        fails(() -> given(RULES).buys(1, "book", "5.00").discounts("0.01"), "to discount 0.01, but it is 0.");
        fails(() -> given(RULES).buys(1, "book", "5.00").leaves(4, "points"), "to leave, of points, 4, but it is 5.");
        fails(() -> given(RULES).buys(1, "book", "5.00").leavesToPay("4"), "to leave to pay 4, but it is 5.");
        fails(
                () -> given(RULES).buys(1, "book", "5.00").upgradesTo("Gold"),
                "to upgrade to Gold, but it upgrades to []");
        fails(() -> given(RULES).buys(1, "book", "5.00").gives("tea"), "to give the benefit tea, but it gives []");
        fails(() -> given(RULES).buys(1, "book", "5.00").shipsFree(), "to ship free, but it does not");
        fails(() -> given(RULES).buys(1, "book", "5.00").earnsNothing(), "to earn nothing, but \"A point a coin\"");
        fails(
                () -> given(RULES).buys(1, "book", "5.00").earns(5, "points").because("Ten points off"),
                "because of \"Ten points off\", but it is because of \"A point a coin\"");
        fails(
                () -> given(RULES).buys(1, "book", "5.00").misses(9, "points", "Ten points off"),
                "to miss 9 points for \"Ten points off\"");
    }

    @Test
    void nothing_else_means_nothing_given_and_nothing_spent() {
        fails(() -> given(RULES).buys(1, "book", "5.00").andNothingElse(), "EARN 5 points by \"A point a coin\"");
        fails(
                () -> given(RULES)
                        .holding(10, "points")
                        .buys(1, "book", "5.00")
                        .earns(4, "points")
                        .discounts("1")
                        .andNothingElse(),
                "SPENT 10 points");
        fails(
                () -> given(RULES).buys(1, "book", "51.00").earns(51, "points").andNothingElse(),
                "GIFT 1 hat by \"A hat for free\"");
        given(RULES).does("nothing at all").andNothingElse();
    }

    @Test
    void what_time_staff_and_returns_do_can_be_expected_too() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Points live 30 days" when Program() then insert( Kind.of( "points" ).expiresAfterDays( 30 ) ); end
                rule "Stamps wait" when Program() then insert( Kind.of( "stamps" ).pendingDays( 14 ) ); end
                rule "Ladder" when Program() then insert( Tiers.of( "Green", "Gold" ).lastsDays( 10 ) ); end
                rule "A point a coin" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "A stamp a hat" when $h : PaidItem( category == "hat" )
                then insert( Earn.of( 1, "stamps" ).forEach( $h ) ); end
                rule "Gold for a fee" when Activity( name == "fee" ) then insert( Upgrade.to( "Gold" ) ); end
                rule "Vouchers" when Activity( name == "swap" )
                then insert( Convert.of( 10, "points" ).into( 1, "vouchers" ).repeatedly() ); end
                rule "Longer" when Activity( name == "survey" ) then insert( Extend.of( "points" ).byDays( 5 ) ); end
                rule "Gone" when Activity( name == "left" ) then insert( Forfeit.of( 5, "points" ) ); end
                rule "A mug" when Redemption( reward == "mug" )
                then insert( FreeItem.gift( 1, "mug" ).costing( 20, "points" ) ); end
                rule "A pen" when Redemption( reward == "pen", amount == 2 )
                then insert( FreeItem.gift( 2, "pen" ) ); end
                """)) {
            var bought = given(rules)
                    .on("2026-03-01")
                    .buys(Line.of(1, "book", "book", "25.00"), Line.of(1, "cap", "hat", "5.00"));
            bought.earns(30, "points")
                    .earns(1, "stamps")
                    .leavesPending(1, "stamps")
                    .leaves(0, "stamps")
                    .leavesInTier("Green");
            assertThatThrownBy(() -> bought.leavesInTier("Gold")).hasMessageContaining("it leaves them in [Green]");

            bought.then().waitsUntil("2026-03-31").leaves(30, "points");
            var late = bought.then().waitsUntil("2026-04-02");
            late.expires(30, "points").leaves(0, "points").andNothingElse();
            assertThatThrownBy(() -> OutcomeAssert.assertThat(late.outcome()).andNothingElse())
                    .hasMessageContaining("EXPIRED 30 points");

            var gold = bought.then().does("fee");
            gold.upgradesTo("Gold").leavesInTier("Gold").leavesInTier("Gold", "2026-03-11");
            gold.then()
                    .waitsUntil("2026-03-12T00:00")
                    .fallsTo("Green")
                    .leavesInTier("Green")
                    .andNothingElse();
            gold.then().on("2026-03-05").does("fee").renews("Gold").because("Gold for a fee");
            assertThatThrownBy(() -> gold.then().waitsUntil("2026-03-12").andNothingElse())
                    .hasMessageContaining("ENDED from Gold to Green");

            bought.then()
                    .does("swap")
                    .converts(30, "points")
                    .into(3, "vouchers")
                    .because("Vouchers")
                    .andNothingElse();
            bought.then().does("survey").keepsAlive(30, "points").andNothingElse();
            bought.then().does("left").forfeits(5, "points").because("Gone").andNothingElse();
            bought.then()
                    .corrects(-10, "points", "counted twice")
                    .leaves(20, "points")
                    .andNothingElse();

            var mug = bought.then().redeems("mug");
            mug.givesFree(1, "mug").spends(20, "points").andNothingElse();
            mug.then()
                    .redeems("mug")
                    .refuses("A mug")
                    .misses(10, "points", "A mug")
                    .andNothingElse();
            bought.then().asking(2, "pen").buys(1, "book", "1.00").givesFree(2, "pen");
            bought.then()
                    .asking("mug")
                    .buys(1, "book", "1.00")
                    .givesFree(1, "mug")
                    .then()
                    .buys(1, "book", "30.00")
                    .earns(30, "points")
                    .andNothingElse();

            bought.then()
                    .returns(Return.line(2))
                    .takesBack(5, "points")
                    .takesBack(1, "stamps")
                    .refunds("5.00")
                    .andNothingElse();
            bought.then().returnsEverything().refunds("30.00").leaves(0, "points");
            mug.then()
                    .returnsEverything(mug.outcome())
                    .givesBack(20, "points")
                    .leaves(30, "points")
                    .andNothingElse();
            assertThatThrownBy(() -> bought.then()
                            .returnsEverything()
                            .takesBack(30, "points")
                            .andNothingElse())
                    .hasMessageContaining("REFUND 30")
                    .hasMessageContaining("TAKEN_BACK 1 stamps");
            bought.then()
                    .mayNot(someone -> someone.returns(Return.line(9)), "line 9")
                    .redeems("mug");
            assertThatThrownBy(() -> bought.then().mayNot(someone -> someone.returns(Return.line(2)), "line 2"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("but this came of it");
            assertThatThrownBy(() -> given(rules).returnsEverything()).hasMessageContaining("Nothing was bought yet");
        }
    }

    @Test
    void a_rule_that_no_scenario_fired_fails_the_suite_and_is_named() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Program rules fire at load" when Program() then insert( Zone.of( "Asia/Tokyo" ) ); end
                rule "Fires" when Paid() then insert( Earn.of( 1, "visits" ) ); end
                rule "Never fires" when Purchase( total > 1000000 ) then insert( Benefit.of( "yacht" ) ); end
                rule "Fires in vain" when Purchase() then insert( FreeItem.of( 1, "unicorn" ) ); end
                """)) {
            assertThatThrownBy(() -> RuleCoverage.assertEveryRuleFired(rules))
                    .hasMessageContaining("Fires")
                    .hasMessageContaining("Never fires");
            given(rules).buys(1, "book", "5.00").earns(1, "visits");

            assertThatThrownBy(() -> RuleCoverage.assertEveryRuleFired(rules))
                    .isInstanceOf(AssertionError.class)
                    .satisfies(error -> assertThat(error.getMessage().lines().toList())
                            .containsExactly(
                                    "These rules fired in no test:",
                                    "  \"Never fires\" (rules.drl:3)",
                                    "Maybe a scenario for each is missing, or a rule that can never match."));

            given(rules).buys(1, "yacht", "1000001.00");
            RuleCoverage.assertEveryRuleFired(rules);
        }
    }

    @Test
    void dates_and_times_are_meant_in_the_programs_zone() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "Tokyo" when Program() then insert( Zone.of( "Asia/Tokyo" ) ); end
                rule "Sunday morning"
                when
                    Purchase( day == SUNDAY, time < "09:00", date == "2026-11-22", month == NOVEMBER, dayOfMonth == 22 )
                then
                    insert( Benefit.of( "pancakes" ) );
                end
                rule "Birthday"
                when
                    Purchase( member.birthday, member.years >= 4, member.joined == "2022-11-22" )
                then
                    insert( Benefit.of( "cake" ) );
                end
                """)) {
            given(rules)
                    .at("2026-11-22T08:59")
                    .buys(1, "tea", "1")
                    .gives("pancakes")
                    .andNothingElse();
            given(rules).at("2026-11-22T09:00").buys(1, "tea", "1").andNothingElse();
            given(rules)
                    .joined("2022-11-22")
                    .having("birthday", "1990-11-22")
                    .on("2026-11-22")
                    .buys(1, "tea", "1")
                    .gives("cake");
            given(rules)
                    .joined("2022-11-23")
                    .having("birthday", "1990-11-22")
                    .on("2026-11-22")
                    .buys(1, "tea", "1")
                    .andNothingElse();
        }
    }

    @Test
    void an_application_can_assert_on_an_outcome_of_its_own() {
        var outcome = given(RULES).buys(1, "book", "5.00").outcome();

        OutcomeAssert.assertThat(outcome).earns(5, "points").andNothingElse();
        assertThatThrownBy(() -> OutcomeAssert.assertThat(outcome).then())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe given( rules )");
    }

    private static void fails(ThrowingCallable assertion, String says) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected the outcome ")
                .hasMessageContaining(says)
                .hasMessageContaining("event-1, member someone");
    }
}
