package org.regulars.examples.stars;

import static org.regulars.examples.receipts.Visit.visit;

import java.math.BigDecimal;
import java.time.Instant;
import org.regulars.Activity;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Mia, who is Gold, orders ahead, loads her card and takes a press home; Leo comes back after a long time. */
public final class CoffeeStars {

    private static final Instant FIRST_MONDAY = Instant.parse("2026-03-02T07:40:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T17:05:00Z");
    private static final Instant SATURDAY = Instant.parse("2026-03-07T10:30:00Z");
    private static final Instant OCTOBER = Instant.parse("2026-10-12T08:15:00Z");

    private CoffeeStars() {}

    /** Prints the receipts. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** The receipts of a few visits, each under a heading. */
    public static String receipts() {
        try (RuleSet rules = RuleSet.fromClasspath("coffee-stars/coffee-stars.drl")) {
            LoyaltyEngine cafe = LoyaltyEngine.with(rules);
            Member mia = Member.of("Mia", FIRST_MONDAY).holding(380, "stars").inTier("Gold");
            Member leo = Member.of("Leo", FIRST_MONDAY);

            Outcome ahead = cafe.decide(
                    mia,
                    Purchase.of("7001", FIRST_MONDAY, "EUR")
                            .with(1, "latte", "coffee", "4.80")
                            .with(1, "oat bowl", "breakfast", "6.50")
                            .with("channel", "order ahead"));
            Outcome loaded = cafe.decide(
                    ahead.memberAfter(),
                    Activity.of("7002", TUESDAY, "loaded the card").with("amount", new BigDecimal("60.00")));
            Outcome press = cafe.decide(
                    loaded.memberAfter(),
                    Purchase.of("7003", SATURDAY, "EUR")
                            .with(1, "espresso", "coffee", "2.50")
                            .with(1, "coffee press", "merchandise", "24.90")
                            .redeeming("merchandise"));
            Outcome first = cafe.decide(leo, Purchase.of("7101", TUESDAY, "EUR").with(2, "latte", "coffee", "4.80"));
            Outcome late = cafe.decide(
                    first.memberAfter(),
                    Purchase.of("7102", OCTOBER, "EUR")
                            .with(1, "latte", "coffee", "4.80")
                            .redeeming("coffee"));

            return visit("The first Monday: Gold, double stars, and 5 for ordering ahead", ahead)
                    + visit("Tuesday: 60 loaded onto the card are two times 25", loaded)
                    + visit("Saturday: 400 stars pay for 20.00 of a coffee press", press)
                    + visit("Leo's first visit", first)
                    + visit("Seven months later: Leo's stars have lapsed, and a coffee costs more than he has", late);
        }
    }
}
