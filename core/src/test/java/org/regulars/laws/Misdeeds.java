package org.regulars.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules that go wrong, each only where the attribute {@code poison} of event and member is the rule's name. */
final class Misdeeds {

    /**
     * A rule that goes wrong.
     *
     * @param name its name
     * @param purchase whether it goes wrong for a purchase, not for an activity
     * @param drl the rule, and what it needs beside it
     */
    record Misdeed(String name, boolean purchase, String drl) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Where a rule can stand: its patterns, with POISON for the guard and CONDITION for what goes wrong in them. */
    private static final Map<String, String> PLACES = Map.of(
            "an item", "$it : Item( purchase.POISON CONDITION )",
            "the receipt", "$it : Purchase( POISON CONDITION )",
            "a paid item", "$it : PaidItem( purchase.POISON CONDITION )",
            "what is paid", "$it : Paid( purchase.POISON CONDITION )",
            "a balance", "$it : Balance( kind == \"points\", member.POISON CONDITION )",
            "an activity", "$it : Activity( POISON CONDITION )");

    private static final Map<String, String> CONSEQUENCES = Map.ofEntries(
            Map.entry("throws", "if ( true ) { throw new IllegalStateException( \"boom\" ); }"),
            Map.entry("throws an error", "if ( true ) { throw new AssertionError( \"boom\" ); }"),
            Map.entry(
                    "recurses",
                    "$it.member().attributes().forEach( ( a, b ) -> { throw new StackOverflowError(); } );"),
            Map.entry("divides by zero", "java.math.BigDecimal.ONE.divide( java.math.BigDecimal.ZERO );"),
            Map.entry("asks nothing for its length", "$it.member().text( \"nothing\" ).length();"),
            Map.entry("inserts a text", "insert( \"a free coffee\" );"),
            Map.entry("inserts a fact", "insert( $it.member() );"),
            Map.entry("inserts a kind", "insert( Kind.of( \"points\" ) );"),
            Map.entry("updates for ever", "update( $it );"),
            Map.entry("deletes", "delete( $it );"),
            Map.entry(
                    "gives before it throws",
                    "insert( Benefit.of( \"leaked\" ) ); if ( true ) { throw new IllegalStateException(); }"),
            Map.entry("gives no units", "insert( FreeItem.of( 0, \"coffee\" ) );"),
            Map.entry("costs less than nothing", "insert( Benefit.of( \"lounge\" ).costing( -1, \"points\" ) );"),
            Map.entry("gives what has no name", "insert( Benefit.of( $it.member().text( \"nothing\" ) ) );"),
            Map.entry("upgrades to what has no name", "insert( Upgrade.to( $it.member().text( \"nothing\" ) ) );"),
            Map.entry("frees what has no name", "insert( FreeItem.gift( 1, $it.member().text( \"nothing\" ) ) );"),
            Map.entry("costs what has no name", "insert( Benefit.of( \"lounge\" ).costing( 1, \" \" ) );"),
            Map.entry("frees less than nothing", "insert( FreeItem.of( 1, \"coffee\" ).upTo( \"-1\" ) );"),
            Map.entry("upgrades to nowhere", "insert( Upgrade.to( \"Nowhere\" ) );"));

    private static final Map<String, String> EARNINGS = Map.of(
            "earns less than nothing", "insert( Earn.of( -1, \"points\" ) );",
            "earns nothing by steps of nothing",
                    "insert( Earn.of( 1, \"points\" ).forEvery( 0, java.math.BigDecimal.ONE ) );",
            "earns what no one can write", "insert( Earn.of( \"1E+40\", \"points\" ) );",
            "earns what no one can see", "insert( Earn.of( \"1E-40\", \"points\" ) );",
            "earns what has no name", "insert( Earn.of( 1, $it.member().text( \"nothing\" ) ) );",
            "multiplies what has no name", "insert( Multiply.by( 2, \"\" ) );",
            "gives more cups than there are", "insert( FreeItem.of( 9000000000000000000L, \"coffee\" ) );",
            "takes a bonus back", "insert( Bonus.of( -1, \"points\" ) );",
            "multiplies by less than nothing", "insert( Multiply.by( -1, \"points\" ) );");

    private static final Map<String, String> DISCOUNTS = Map.of(
            "takes off less than a cent", "insert( Discount.amount( \"0.00001\" ) );",
            "takes off less than nothing", "insert( Discount.amount( -1 ) );",
            "takes off less than nothing at most", "insert( Discount.percent( 10 ).upTo( \"-1\" ) );",
            "takes off more than all", "insert( Discount.percent( 101 ) );");

    private static final Map<String, String> CONDITIONS = Map.of(
            "takes text for a tier", "member.tier.isAtLeast( \"Nowhere\" )",
            "climbs no ladder", "member.tier( \"nowhere\" ).is( \"Gold\" )",
            "counts a text", "member.number( \"poison\" ) > 1",
            "dates a text", "member.date( \"poison\" ) > \"2026-01-01\"",
            "divides in its condition", "member.years / ( member.years - member.years ) > 1",
            "measures nothing", "member.text( \"nothing\" ).length > 1");

    private Misdeeds() {}

    static List<Misdeed> all() {
        List<Misdeed> all = new ArrayList<>();
        PLACES.forEach((place, when) -> {
            CONSEQUENCES.forEach((what, then) -> all.add(misdeed(what + " on " + place, when, "", then)));
            CONDITIONS.forEach((what, condition) ->
                    all.add(misdeed(what + " of " + place, when, condition, "insert( Benefit.of( \"lounge\" ) );")));
            if (place.contains("paid") || place.contains("activity")) {
                EARNINGS.forEach((what, then) -> all.add(misdeed(what + " on " + place, when, "", then)));
            }
            if (place.equals("an item") || place.equals("the receipt")) {
                DISCOUNTS.forEach((what, then) -> all.add(misdeed(what + " on " + place, when, "", then)));
            }
        });
        all.add(misdeed(
                "joins a group too late",
                "Paid( purchase.POISON )",
                "",
                "insert( Bonus.of( 1, \"points\" ).bestOf( \"poisoned\" ) );",
                "rule \"is in the group before\"\nwhen\n    Purchase( text( \"poison\" ) == \"joins a group too late\" )\n"
                        + "then\n    insert( Discount.percent( 10 ).bestOf( \"poisoned\" ) );\nend\n"));
        all.add(misdeed(
                "is not comparable",
                "Paid( purchase.POISON )",
                "",
                "insert( Bonus.of( 1, \"apples\" ).bestOf( \"fruit\" ) );",
                "rule \"are pears\"\nwhen\n    Paid( purchase.text( \"poison\" ) == \"is not comparable\" )\n"
                        + "then\n    insert( Bonus.of( 1, \"points\" ).bestOf( \"fruit\" ) );\nend\n"));
        return all.stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    private static Misdeed misdeed(String name, String when, String condition, String then, String... company) {
        String guard = "text( \"poison\" ) == \"" + name + "\"";
        String patterns =
                when.replace("POISON", guard).replace("CONDITION", condition.isEmpty() ? "" : ", " + condition);
        return new Misdeed(
                name,
                !patterns.contains("Activity"),
                String.join("\n", company) + "\nrule \"" + name + "\"\nwhen\n    " + patterns + "\nthen\n    " + then
                        + "\nend\n");
    }
}
