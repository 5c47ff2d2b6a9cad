package org.regulars.examples.shop;

import java.time.Instant;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Noor orders for the first time and again, and an old customer orders a coat; each order has its receipt. */
public final class OnlineShop {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T20:12:00Z");
    private static final Instant SUNDAY = Instant.parse("2026-11-29T09:30:00Z");

    private OnlineShop() {}

    /** Prints the receipts. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** The receipts of a few orders, each under a heading. */
    public static String receipts() {
        try (RuleSet rules = RuleSet.fromClasspath("online-shop/online-shop.drl")) {
            LoyaltyEngine shop = LoyaltyEngine.with(rules);
            Member noor = Member.of("Noor", FRIDAY);
            Member ole = Member.of("Ole", FRIDAY).holding(4, "orders");

            Outcome first = shop.decide(
                    noor,
                    Purchase.of("web-1", FRIDAY, "EUR")
                            .with(1, "wool jumper", "clothes", "79.00")
                            .with(2, "socks", "clothes", "7.50")
                            .shipping("4.90")
                            .with("coupon", "WELCOME10"));
            Outcome second = shop.decide(
                    first.memberAfter(),
                    Purchase.of("web-2", SUNDAY, "EUR")
                            .with(1, "mug", "home", "12.00")
                            .shipping("4.90")
                            .with("coupon", "WELCOME10"));
            Outcome fifth = shop.decide(
                    ole,
                    Purchase.of("web-3", SUNDAY, "EUR")
                            .with(1, "winter coat", "clothes", "139.00")
                            .shipping("4.90"));

            return visit("A first order: the coupon saves more than the 5 off, and counts", first)
                    + visit("A second, small order: the coupon is for the first one", second)
                    + visit("A fifth order: 15 off, a tote bag, and early access to the sale", fifth);
        }
    }

    private static String visit(String heading, Outcome outcome) {
        return "=== " + heading + "\n\n" + outcome.explain() + "\n";
    }
}
