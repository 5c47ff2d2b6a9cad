package org.regulars.examples.membership;

import static org.regulars.examples.receipts.Visit.visit;

import java.math.BigDecimal;
import java.time.Instant;
import org.regulars.Activity;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Samir tries Plus, orders, does nothing, and has Plus; each has its receipt. */
public final class OnlineMembership {

    private static final Instant STARTED = Instant.parse("2026-10-20T17:05:00Z");
    private static final Instant ORDERED = Instant.parse("2026-10-24T20:41:00Z");
    private static final Instant OVER = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-30T20:03:00Z");

    private OnlineMembership() {}

    /** Prints the receipts. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** The receipts of a trial and what comes of it, each under a heading. */
    public static String receipts() {
        try (RuleSet rules = RuleSet.fromClasspath("online-membership/online-membership.drl")) {
            LoyaltyEngine shop = LoyaltyEngine.with(rules);

            Outcome trial = shop.decide(Member.of("Samir", STARTED), Activity.of("trial-1", STARTED, "trial started"));
            Outcome order = shop.decide(
                    trial.memberAfter(),
                    Purchase.of("web-711", ORDERED, "EUR")
                            .with(Line.of(2, "desk lamp", "home", "29.90").with("plus saving", new BigDecimal("4.90")))
                            .with(1, "light bulb", "home", "4.20")
                            .shipping("4.90"));
            Outcome over = shop.advance(order.memberAfter(), OVER);
            Outcome sale = shop.decide(over.memberAfter(), Activity.of("visit-9", EVENING, "at the sale"));

            return visit("A trial of 30 days", trial)
                    + visit("On trial: the Plus price, and delivery for nothing", order)
                    + visit("Thirty days later: a reminder, and Plus goes on", over)
                    + visit("In the evening before the sale", sale);
        }
    }
}
