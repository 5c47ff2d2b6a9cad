package org.regulars.examples.supermarket;

import java.time.Instant;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Maja shops on a Wednesday and on a Saturday, and as Gold, and gets her receipts. */
public final class SupermarketCard {

    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T16:05:00Z");
    private static final Instant SATURDAY = Instant.parse("2026-03-07T10:30:00Z");
    private static final Instant MONDAY = Instant.parse("2026-03-09T17:20:00Z");

    private SupermarketCard() {}

    /** Prints the receipts. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** The receipts of a few visits, each under a heading. */
    public static String receipts() {
        try (RuleSet rules = RuleSet.fromClasspath("supermarket-card/supermarket-card.drl")) {
            LoyaltyEngine shop = LoyaltyEngine.with(rules);
            Member maja = Member.of("Maja", WEDNESDAY)
                    .holding(710, "collected")
                    .holding(9, "bakery stamps")
                    .inTier("Silver");

            Outcome wednesday = shop.decide(
                    maja,
                    Purchase.of("5001", WEDNESDAY, "EUR")
                            .with(1, "apples", "Produce", "3.45")
                            .with(1, "rye bread", "Baked Goods", "3.20")
                            .with(1, "gift card", "Gift Cards", "25.00"));
            Outcome saturday = shop.decide(
                    wednesday.memberAfter(),
                    Purchase.of("5002", SATURDAY, "EUR")
                            .with(6, "lemonade", "Beverages", "1.50")
                            .with(1, "salmon", "Seafood", "18.40")
                            .with(1, "detergent", "Household", "24.60"));
            Outcome gold = shop.decide(
                    saturday.memberAfter(),
                    Purchase.of("5003", MONDAY, "EUR")
                            .with(1, "rye bread", "Baked Goods", "3.20")
                            .with(2, "roll", "Baked Goods", "0.60")
                            .with(1, "cheese", "Dairy", "7.30"));

            return visit("Wednesday: fresh food counts double, a gift card earns nothing", wednesday)
                    + visit("Saturday: of the two weekend offers the better one counts", saturday)
                    + visit("Monday: ten stamps pay for a roll, and Gold earns a quarter more", gold);
        }
    }

    private static String visit(String heading, Outcome outcome) {
        return "=== " + heading + "\n\n" + outcome.explain() + "\n";
    }
}
