package org.regulars.examples.warehouse;

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

/** Ruth pays the fee, buys for her household, and gets the reward a year later. */
public final class WarehouseMembership {

    private static final Instant JOINED = Instant.parse("2025-01-15T15:00:00Z");
    private static final Instant MARCH = Instant.parse("2025-03-08T16:30:00Z");
    private static final Instant NOVEMBER = Instant.parse("2025-11-22T17:10:00Z");
    private static final Instant ANNIVERSARY = Instant.parse("2026-01-15T05:00:00Z");
    private static final Instant SPENT = Instant.parse("2026-01-17T18:00:00Z");

    private WarehouseMembership() {}

    /** Prints the receipts. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** The receipts of a year of membership, each under a heading. */
    public static String receipts() {
        try (RuleSet rules = RuleSet.fromClasspath("warehouse-membership/warehouse-membership.drl")) {
            LoyaltyEngine warehouse = LoyaltyEngine.with(rules);

            Outcome fee = warehouse.decide(Member.of("Ruth", JOINED), Activity.of("fee-1", JOINED, "fee paid"));
            Outcome card = warehouse.decide(fee.memberAfter(), Activity.of("fee-2", JOINED, "Executive fee paid"));
            Outcome march = warehouse.decide(
                    card.memberAfter(),
                    Purchase.of("9-0311", MARCH, "USD")
                            .with("cardholder", "primary")
                            .with(1, "garden bench", "garden", "249.00")
                            .with(Line.of(2, "coffee beans", "food", "21.90").with("tag", "member price"))
                            .with(Line.totalling(new BigDecimal("41.5"), "petrol", "fuel", new BigDecimal("62.21"))));
            Outcome november = warehouse.decide(
                    march.memberAfter(),
                    Purchase.of("9-1877", NOVEMBER, "USD")
                            .with("cardholder", "household")
                            .with(1, "washing machine", "household", "2987.37")
                            .with(1, "sales tax", "tax", "238.99"));
            Outcome reward = warehouse.advance(november.memberAfter(), ANNIVERSARY);
            Outcome again = warehouse.decide(
                    reward.memberAfter(), Activity.of("fee-3", ANNIVERSARY.plusSeconds(36000), "fee paid"));
            Outcome cardAgain = warehouse.decide(
                    again.memberAfter(), Activity.of("fee-4", ANNIVERSARY.plusSeconds(36000), "Executive fee paid"));
            Outcome spent = warehouse.decide(
                    cardAgain.memberAfter(),
                    Purchase.of("9-0042", SPENT, "USD")
                            .with("cardholder", "primary")
                            .with(1, "blanket", "household", "39.90")
                            .with(1, "sales tax", "tax", "3.19")
                            .redeeming("my reward"));

            return visit("In March: member prices, and 2 percent of what counts", march)
                    + visit("In November the Executive card has paid for itself", november)
                    + visit("The anniversary: the reward is given", reward)
                    + visit("The reward pays for a blanket, and not for the tax", spent);
        }
    }
}
