package org.regulars.examples.flyer;

import java.time.Instant;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Kari flies to London, back as Silver, and later as Gold, and gets a receipt for each day of travel. */
public final class FrequentFlyer {

    private static final Instant OUT = Instant.parse("2026-10-05T06:10:00Z");
    private static final Instant BACK = Instant.parse("2026-10-08T16:45:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T23:30:00Z");

    private FrequentFlyer() {}

    /** Prints the receipts. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** The receipts of a few days of travel, each under a heading. */
    public static String receipts() {
        try (RuleSet rules = RuleSet.fromClasspath("frequent-flyer/frequent-flyer.drl")) {
            LoyaltyEngine airline = LoyaltyEngine.with(rules);
            Member kari =
                    Member.of("Kari", OUT).holding(24000, "qualifying miles").holding(8500, "miles");

            Outcome out = airline.decide(
                    kari,
                    Purchase.of("OSL-LHR", OUT, "EUR")
                            .with(flight("Oslo to London", "flex", "720", "412.37"))
                            .with(1, "airport taxes", "taxes", "48.10"));
            Outcome back = airline.decide(
                    out.memberAfter(),
                    Purchase.of("LHR-OSL", BACK, "EUR")
                            .with(flight("London to Oslo", "light", "720", "99.00"))
                            .with(1, "suitcase", "extras", "35.00")
                            .with("wish", "business seat"));
            Outcome gold = airline.decide(
                    Member.of("Liv", OUT).holding(61200, "qualifying miles").inTier("Gold"),
                    Purchase.of("OSL-EWR", NEW_YEAR, "EUR")
                            .with(flight("Oslo to New York", "business", "3680", "2149.90"))
                            .with("wish", "business seat"));

            return visit("Out: a Flex ticket makes Kari Silver", out)
                    + visit("Back: Silver earns more, and 10000 miles are a seat in Business", back)
                    + visit(
                            "Half past midnight on New Year's Day in Oslo: Gold, the lounge, and the winter miles",
                            gold);
        }
    }

    private static Line flight(String name, String fare, String miles, String price) {
        return Line.of(1, name, "flight", price).with("fare", fare).with("distance", miles);
    }

    private static String visit(String heading, Outcome outcome) {
        return "=== " + heading + "\n\n" + outcome.explain() + "\n";
    }
}
