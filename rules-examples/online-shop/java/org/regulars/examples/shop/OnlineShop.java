package org.regulars.examples.shop;

import static org.regulars.examples.receipts.Visit.visit;

import java.time.Instant;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Noor orders with a coupon, with two, and runs out of coffee; each order has its receipt. */
public final class OnlineShop {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T20:12:00Z");
    private static final Instant SUNDAY = Instant.parse("2026-11-29T09:30:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-30T18:20:00Z");

    private OnlineShop() {}

    /** Prints the receipts. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** The receipts of a few orders, each under a heading. */
    public static String receipts() {
        try (RuleSet rules = RuleSet.fromClasspath("online-shop/online-shop.drl")) {
            LoyaltyEngine shop = LoyaltyEngine.with(rules);
            Outcome first = shop.decide(
                    Member.of("Noor", FRIDAY),
                    Purchase.of("web-1", FRIDAY, "EUR")
                            .with("channel", "web")
                            .with(1, "wool jumper", "clothes", "79.00")
                            .with(Line.of(2, "socks", "clothes", "7.50").with("label", "sale"))
                            .shipping("4.90")
                            .redeeming("WELCOME10"));
            Outcome second = shop.decide(
                    first.memberAfter(),
                    Purchase.of("app-2", SUNDAY, "EUR")
                            .with("channel", "app")
                            .with(1, "cookbook", "books", "28.00")
                            .with(1, "whisk", "kitchen", "9.00")
                            .with(1, "sieve", "kitchen", "11.50")
                            .with(1, "coffee beans, 1 kg", "coffee", "14.90")
                            .with("wrapping", "gift")
                            .shipping("4.90")
                            .redeeming("BOOKS3")
                            .redeeming("WELCOME10"));
            Outcome december = shop.advance(second.memberAfter(), DECEMBER);
            Outcome coffee = shop.decide(
                    december.memberAfter(),
                    Purchase.of("app-3", DECEMBER, "EUR")
                            .with("channel", "app")
                            .with(1, "coffee beans, 1 kg", "coffee", "14.90")
                            .shipping("4.90")
                            .redeeming("POST"));

            return visit("A first order: the coupon saves more than the 5 off, and counts", first)
                    + visit("Two days later: 5 off and the coupon for books add up, and the welcome is over", second)
                    + visit("Four weeks later the coffee must be gone", december)
                    + visit("Coffee again, and both coupons count", coffee);
        }
    }
}
