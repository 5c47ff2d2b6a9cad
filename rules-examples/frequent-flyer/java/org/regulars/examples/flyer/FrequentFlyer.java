package org.regulars.examples.flyer;

import static org.regulars.examples.receipts.Visit.visit;

import java.time.Instant;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Kari flies to London and back as Silver, Liv to New York as Gold; each day of travel has its receipt. */
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
            Member kari = Member.of("Kari", OUT)
                    .holding(24000, "qualifying miles")
                    .holding(9, "flights")
                    .holding(23500, "miles");
            Member liv = Member.of("Liv", OUT)
                    .holding(61200, "qualifying miles")
                    .holding(25, "flights")
                    .inTier("Gold");

            Outcome out = airline.decide(
                    kari,
                    Purchase.of("OSL-LHR", OUT, "EUR")
                            .with(flight("Oslo to London", "flex", "720", "412.37"))
                            .with(1, "airport taxes", "taxes", "48.10"));
            Outcome back = airline.decide(
                    out.memberAfter(),
                    Purchase.of("LHR-OSL", BACK, "EUR")
                            .with(flight("London to Oslo", "light", "720", "99.00"))
                            .with(1, "airport taxes", "taxes", "48.10")
                            .with(1, "suitcase", "extras", "35.00")
                            .redeeming("free flight"));
            Outcome gold = airline.decide(
                    liv,
                    Purchase.of("OSL-EWR", NEW_YEAR, "EUR")
                            .with(flight("Oslo to New York", "flex", "3680", "849.90"))
                            .redeeming("upgrade"));

            return visit("Out: the tenth flight of the year makes Kari Silver", out)
                    + visit("Back: 25000 miles are the flight, and the suitcase earns as Silver", back)
                    + visit("Half past midnight on New Year's Day in Oslo: Gold has an upgrade already", gold);
        }
    }

    private static Line flight(String name, String fare, String miles, String price) {
        return Line.of(1, name, "flight", price).with("fare", fare).with("distance", miles);
    }
}
