package org.regulars;

import static org.regulars.testing.Scenario.given;

import org.junit.jupiter.api.Test;

/** Receipts of what time does to points and tiers, of rewards asked for, and of what staff put right. */
class ExplainLifeTest {

    @Test
    void print() {
        try (RuleSet rules = RuleSet.fromText("""
                rule "London" when Program() then insert( Zone.of( "Europe/London" ) ); end
                rule "Points live 90 days and wait 14" when Program() then insert( Kind.of( "points" ).pendingDays( 14 ).expiresAfterDays( 90 ) ); end
                rule "Vouchers in pounds" when Program() then insert( Kind.of( "vouchers" ).decimals( 2 ).expiresAfterYears( 2 ).atMonthEnd() ); end
                rule "Three tiers" when Program() then insert( Tiers.of( "Green", "Silver", "Gold" ).lastsYears( 1 ).throughYearEnd().fallsOneStep() ); end
                rule "A point a pound" when $p : Paid() then insert( Earn.of( 1, "points" ).times( $p.amount() ) ); end
                rule "Tier points" when $p : Paid() then insert( Earn.of( 1, "tier points" ).times( $p.amount() ) ); end
                rule "100 tier points: Silver" when Balance( kind == "tier points", amount >= 100 ) then insert( Upgrade.to( "Silver" ) ); end
                rule "Quarterly vouchers"
                when Day( month == OCTOBER, dayOfMonth == 1 )
                then insert( Convert.of( 50, "points" ).into( "0.50", "vouchers" ).repeatedly().atLeast( 150 ) ); end
                rule "Birthday" when Day( member.birthday ) then insert( Bonus.of( 20, "points" ) ); end
                rule "Breakfast for 200 points" when Redemption( reward == "breakfast" )
                then insert( FreeItem.gift( 1, "breakfast" ).costing( 200, "points" ) ); end
                rule "Points live on" when Activity( name == "survey" ) then insert( Extend.of( "points" ).byMonths( 3 ) ); end
                rule "Left" when Activity( name == "left" ) then insert( Forfeit.all( "points" ) ); insert( Forfeit.tier( "Silver" ) ); end
                """)) {
            var first = given(rules)
                    .member("ana")
                    .having("birthday", "1990-11-05")
                    .on("2026-07-01")
                    .buys(1, "coat", "265.00");
            System.out.println(first.outcome().explain());
            var second = first.then().on("2026-08-01").buys(1, "hat", "40.00");
            System.out.println(second.outcome().explain());
            var x = second.then().on("2026-08-20").redeems("breakfast");
            System.out.println(x.outcome().explain());
            System.out.println(x.then().redeems("breakfast").outcome().explain());
            System.out.println(x.then().redeems("lunch").outcome().explain());
            System.out.println(
                    x.then().corrects(-150, "points", "counted twice").outcome().explain());
            System.out.println(x.then().does("survey").outcome().explain());
            System.out.println(x.then().does("left").outcome().explain());
            System.out.println(second.then()
                    .on("2026-12-24")
                    .buys(1, "hat", "40.00")
                    .outcome()
                    .explain());
            System.out.println(second.then().waitsUntil("2026-10-02").outcome().explain());
            System.out.println(second.then()
                    .corrects(-500, "points", "counted twice")
                    .then()
                    .buys(1, "hat", "10.00")
                    .outcome()
                    .explain());
        }
    }
}
