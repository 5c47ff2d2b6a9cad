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
     * @param when what must happen for it to go wrong
     * @param drl the rule, and what it needs beside it
     */
    record Misdeed(String name, When when, String drl) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** What must happen for a rule to go wrong. */
    enum When {
        PURCHASE,
        ACTIVITY,
        REDEMPTION,
        LAPSE
    }

    /** Where a rule can stand: its patterns, with POISON for the guard and CONDITION for what goes wrong in them. */
    private static final Map<String, String> PLACES = Map.of(
            "an item", "$it : Item( purchase.POISON CONDITION )",
            "the receipt", "$it : Purchase( POISON CONDITION )",
            "a paid item", "$it : PaidItem( purchase.POISON CONDITION )",
            "what is paid", "$it : Paid( purchase.POISON CONDITION )",
            "a balance", "$it : Balance( kind == \"points\", member.POISON CONDITION )",
            "an activity", "$it : Activity( POISON CONDITION )",
            "what is asked for", "$it : Redemption( POISON CONDITION )",
            "what lapses", "$it : Expired( member.POISON CONDITION )");

    private static final Map<String, String> CONSEQUENCES = Map.ofEntries(
            Map.entry("throws", "if ( true ) { throw new IllegalStateException( \"boom\" ); }"),
            Map.entry("throws an error", "if ( true ) { throw new AssertionError( \"boom\" ); }"),
            Map.entry(
                    "recurses",
                    "$it.member().attributes().forEach( ( a, b ) -> { throw new StackOverflowError(); } );"),
            Map.entry("divides by zero", "java.math.BigDecimal.ONE.divide( java.math.BigDecimal.ZERO );"),
            Map.entry("asks nothing for its length", "$it.member().text( \"nothing\" ).length();"),
            Map.entry("inserts a fact", "insert( $it.member() );"),
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
            Map.entry("converts into nothing", "insert( Convert.of( 1, \"points\" ) );"),
            Map.entry("converts nothing", "insert( Convert.of( 0, \"points\" ).into( 1, \"miles\" ) );"),
            Map.entry(
                    "gives a benefit through no date",
                    "insert( Benefit.of( \"lounge\" ).through( \"2026-02-3\" + 0 ) );"),
            Map.entry("upgrades to nowhere", "insert( Upgrade.to( $it.member().id() ) );"));

    private static final Map<String, String> EARNINGS = Map.ofEntries(
            Map.entry("earns less than nothing", "insert( Earn.of( -1, \"points\" ) );"),
            Map.entry(
                    "earns nothing by steps of nothing",
                    "insert( Earn.of( 1, \"points\" ).forEvery( 0, java.math.BigDecimal.ONE ) );"),
            Map.entry("earns what no one can write", "insert( Earn.of( \"1E+40\", \"points\" ) );"),
            Map.entry("earns what no one can see", "insert( Earn.of( \"1E-40\", \"points\" ) );"),
            Map.entry("earns what has no name", "insert( Earn.of( 1, $it.member().text( \"nothing\" ) ) );"),
            Map.entry("multiplies what has no name", "insert( Multiply.by( 2, \"\" ) );"),
            Map.entry("gives more cups than there are", "insert( FreeItem.of( 9000000000000000000L, \"coffee\" ) );"),
            Map.entry("takes a bonus back", "insert( Bonus.of( -1, \"points\" ) );"),
            Map.entry("multiplies by less than nothing", "insert( Multiply.by( -1, \"points\" ) );"),
            Map.entry("sets a limit below zero", "insert( Limit.of( -1, \"points\" ) );"),
            Map.entry("limits what has no name", "insert( Limit.of( 1, \"\" ) );"),
            Map.entry("forfeits less than nothing", "insert( Forfeit.of( -1, \"points\" ) );"),
            Map.entry("forfeits what has no name", "insert( Forfeit.all( $it.member().text( \"nothing\" ) ) );"),
            Map.entry("forfeits a tier of nowhere", "insert( Forfeit.tier( $it.member().id() ) );"),
            Map.entry("extends by nothing", "insert( Extend.of( \"points\" ) );"),
            Map.entry("extends by less", "insert( Extend.of( \"points\" ).byDays( -1 ) );"));

    private static final Map<String, String> DISCOUNTS = Map.of(
            "takes off less than a cent", "insert( Discount.amount( \"0.00001\" ) );",
            "takes off less than nothing", "insert( Discount.amount( -1 ) );",
            "takes off less than nothing at most", "insert( Discount.percent( 10 ).upTo( \"-1\" ) );",
            "takes off more than all", "insert( Discount.percent( 101 ) );",
            "takes points for nothing", "insert( PayWith.each( 0, \"points\" ) );",
            "takes points in steps of nothing", "insert( PayWith.each( 1, \"points\" ).inStepsOf( 0 ) );",
            "lends less than nothing", "insert( Overdraft.of( -1, \"points\" ) );");

    private static final Map<String, String> CONDITIONS = Map.of(
            "takes text for a tier", "member.tier.isAtLeast( member.id )",
            "climbs no ladder", "member.tier( member.id ).is( \"Gold\" )",
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
            if (place.contains("paid") || place.contains("activity") || place.contains("lapses")) {
                EARNINGS.forEach((what, then) -> all.add(misdeed(what + " on " + place, when, "", then)));
            }
            if (place.equals("an item") || place.equals("the receipt") || place.contains("asked")) {
                DISCOUNTS.forEach((what, then) -> {
                    // Without a purchase there is no currency whose cents could be split.
                    if (!place.contains("asked") || !what.contains("a cent")) {
                        all.add(misdeed(what + " on " + place, when, "", then));
                    }
                });
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
                patterns.contains("Activity")
                        ? When.ACTIVITY
                        : patterns.contains("Redemption")
                                ? When.REDEMPTION
                                : patterns.contains("Expired") ? When.LAPSE : When.PURCHASE,
                String.join("\n", company) + "\nrule \"" + name + "\"\nwhen\n    " + patterns + "\nthen\n    " + then
                        + "\nend\n");
    }
}
