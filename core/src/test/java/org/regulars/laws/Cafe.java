package org.regulars.laws;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;

/**
 * A shop in which everything happens at once: points at two rates with limits, a punch card, rights for the next visit,
 * discounts, and a tier. How it is counted differs from one to the next.
 *
 * @param points how points are counted and live
 * @param limits the limits on them
 * @param ladder for how long a tier holds
 */
record Cafe(String points, String limits, String ladder) {

    private static final List<Cafe> ALL = List.of(
            new Cafe("", "", ""),
            new Cafe(".decimals( 2 ).roundedHalfUp().expiresAfterDays( 20 )", "", ".throughYearEnd()"),
            new Cafe(".pendingDays( 14 ).atMonthEnd()", "insert( Limit.of( 40, \"points\" ).perDay() );", ""),
            new Cafe(
                    ".decimals( 1 ).roundedHalfEven()",
                    "insert( Limit.of( 60, \"points\" ).perMonth() ); insert( Limit.of( 90, \"points\" ).perYear() );",
                    ".throughYearEnd()"),
            new Cafe(
                    ".pendingDays( 3 ).roundedEachEarn()",
                    "insert( Limit.of( 50, \"points\" ) ); insert( Limit.of( 75, \"points\" ).perMembershipYear() );",
                    ""),
            new Cafe(
                    ".roundedUp().expiresAtAnniversary()",
                    "insert( Limit.of( \"30.5\", \"points\" ).perMonth().onThisOffer() );",
                    ".throughAnniversary()"));

    static Arbitrary<Cafe> any() {
        return Arbitraries.of(ALL);
    }

    /** What is bought there: units at a price each, so that what some of them cost needs no rounding. */
    static Arbitrary<Line> line() {
        return Combinators.combine(
                        Arbitraries.of("latte", "espresso", "cake", "apple"),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.integers().between(1, 4)),
                                Tuple.of(1, Arbitraries.integers().between(5, 17))),
                        Arbitraries.of("1", "2.5", "3.33", "0.99", "12.75"))
                .as((name, count, price) -> Line.of(count, name, category(name), price));
    }

    LoyaltyEngine engine() {
        return Compiled.engine(text());
    }

    private static String category(String name) {
        return name.equals("apple") ? "fruit" : name.equals("cake") ? "cake" : "coffee";
    }

    private String text() {
        return """
                rule "Points and tiers"
                when
                    Program()
                then
                    insert( Zone.of( "Europe/Oslo" ) );
                    insert( Kind.of( "points" )%s );
                    insert( Tiers.of( "Green", "Gold", "Reserve" )%s );
                end

                rule "Points on what is paid"
                when
                    $paid : Paid()
                then
                    insert( Earn.of( "0.77", "points" ).times( $paid.amount() ) );
                    %s
                end

                rule "Half as much again on fruit"
                when
                    $fruit : PaidItem( category == "fruit" )
                then
                    insert( Earn.of( "0.5", "points" ).times( $fruit.amount() ) );
                    insert( Multiply.by( "1.5", "points" ) );
                end

                rule "1 stamp for every coffee"
                when
                    $coffee : PaidItem( category == "coffee" )
                then
                    insert( Earn.of( 1, "stamps" ).forEach( $coffee ) );
                end

                rule "7 stamps: a coffee is free"
                when
                    Purchase( has( "coffee" ) )
                then
                    insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ).withThisPurchase().repeatedly() );
                end

                rule "5 cakes: the next is free"
                when
                    Balance( kind == "cakes", amount >= 5, earned > 0 )
                then
                    insert( FreeItem.of( 1, "cake" ).costing( 5, "cakes" ).upTo( "3.00" ) );
                end

                rule "Cakes are counted"
                when
                    $cake : PaidItem( category == "cake" )
                then
                    insert( Earn.of( 1, "cakes" ).forEach( $cake ) );
                end

                rule "10 off from 30"
                when
                    Purchase( total >= 30 )
                then
                    insert( Discount.amount( 10 ) );
                end

                rule "15 points from 20 paid"
                when
                    Paid( amount >= 20 )
                then
                    insert( Bonus.of( 15, "points" ) );
                end

                rule "Status on what is paid"
                when
                    $paid : Paid()
                then
                    insert( Earn.of( 1, "status" ).times( $paid.amount() ) );
                end

                rule "60 status: Gold"
                when
                    Balance( kind == "status", amount >= 60 )
                then
                    insert( Upgrade.to( "Gold" ) );
                end

                rule "120 status: Reserve"
                when
                    Balance( kind == "status", amount >= 120 )
                then
                    insert( Upgrade.to( "Reserve" ) );
                end
                """.formatted(points, ladder, limits);
    }
}
