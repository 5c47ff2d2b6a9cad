package org.regulars.examples.supermarket;

import static org.regulars.examples.receipts.Visit.visit;

import java.time.Instant;
import org.regulars.Activity;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Maja shops with the card; Nils takes coupons, and his points become vouchers. Both get their receipts. */
public final class SupermarketCard {

    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T16:05:00Z");
    private static final Instant SATURDAY = Instant.parse("2026-03-07T10:30:00Z");
    private static final Instant MONDAY = Instant.parse("2026-03-09T17:20:00Z");
    private static final Instant MAY = Instant.parse("2026-05-15T09:10:00Z");

    private SupermarketCard() {}

    /** Prints the receipts. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** The receipts of a few visits, each under a heading. */
    public static String receipts() {
        return card() + couponsAndVouchers();
    }

    private static String card() {
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

    private static String couponsAndVouchers() {
        try (RuleSet rules = RuleSet.fromClasspath(
                "supermarket-card/supermarket-card.drl", "supermarket-card/coupons-and-vouchers.drl")) {
            LoyaltyEngine shop = LoyaltyEngine.with(rules);
            Member nils = Member.of("Nils", WEDNESDAY).holding(230, "points");

            Outcome taken = shop.decide(
                    nils, Activity.of("app-1", SATURDAY, "took a coupon").with("for", "coffee"));
            Outcome coffee = shop.decide(
                    taken.memberAfter(),
                    Purchase.of("6001", MONDAY, "EUR")
                            .with(2, "coffee", "Coffee", "4.80")
                            .with(Line.of(1, "bananas", "Produce", "2.00").with("sticker", "red"))
                            .with(Line.of(4, "pear", "Produce", "0.70").with("offer", "fruit of the week")));
            Outcome vouchers = shop.advance(coffee.memberAfter(), MAY);
            Outcome paid = shop.decide(
                    vouchers.memberAfter(),
                    Purchase.of("6002", MAY, "EUR")
                            .with(1, "cheese", "Dairy", "7.30")
                            .with(1, "gift card", "Gift Cards", "10.00")
                            .redeeming("vouchers"));

            return visit("A coupon from the app", taken)
                    + visit("Coupon, red sticker and the fruit of the week", coffee)
                    + visit("15 May: points become vouchers, and what is left over stays", vouchers)
                    + visit("The vouchers pay, but for no gift card", paid);
        }
    }
}
