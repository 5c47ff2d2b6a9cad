package org.regulars.examples.coffee;

import static org.regulars.examples.receipts.Visit.visit;

import java.time.Instant;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Ana, Ben and Cleo drink coffee, each with one of the three cards, and get their receipts. */
public final class CoffeePunchCard {

    private static final Instant MONDAY = Instant.parse("2026-03-02T07:40:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T07:45:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T08:10:00Z");

    private CoffeePunchCard() {}

    /** Prints the receipts. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** The receipts of a few visits, each under a heading. */
    public static String receipts() {
        return punchCard() + nextTime() + halfPrice();
    }

    private static String punchCard() {
        try (RuleSet rules = RuleSet.fromClasspath("coffee-punch-card/coffee-punch-card.drl")) {
            LoyaltyEngine cafe = LoyaltyEngine.with(rules);
            Member ana = Member.of("Ana", MONDAY);

            Outcome colleagues =
                    cafe.decide(ana, Purchase.of("1001", MONDAY, "EUR").with(6, "filter coffee", "coffee", "3.00"));
            Outcome filled = cafe.decide(
                    colleagues.memberAfter(),
                    Purchase.of("1002", TUESDAY, "EUR")
                            .with(1, "latte", "coffee", "4.80")
                            .with(1, "espresso", "coffee", "2.50")
                            .with(1, "croissant", "pastry", "2.20"));
            Outcome giftCard = cafe.decide(
                    filled.memberAfter(),
                    Purchase.of("1003", WEDNESDAY, "EUR")
                            .with(1, "latte", "coffee", "4.80")
                            .with("tender", "gift card"));

            return visit("The punch card: six coffees for the office are six stamps", colleagues)
                    + visit("The punch card: the latte fills the card, and the card pays for the espresso", filled)
                    + visit("The punch card: a coffee paid with a gift card is no stamp", giftCard);
        }
    }

    private static String nextTime() {
        try (RuleSet rules = RuleSet.fromClasspath("coffee-punch-card/coffee-next-time.drl")) {
            LoyaltyEngine cafe = LoyaltyEngine.with(rules);
            Member ben = Member.of("Ben", MONDAY).holding(6, "stamps");

            Outcome seventh =
                    cafe.decide(ben, Purchase.of("2001", MONDAY, "EUR").with(1, "latte", "coffee", "4.80"));
            Outcome redeemed = cafe.decide(
                    seventh.memberAfter(),
                    Purchase.of("2002", TUESDAY, "EUR")
                            .with(1, "mocha", "coffee", "6.20")
                            .with(1, "croissant", "pastry", "2.20"));

            return visit("The card for next time: the seventh stamp, and a free coffee waits", seventh)
                    + visit("The card for next time: a free coffee is worth up to 5.00", redeemed);
        }
    }

    private static String halfPrice() {
        try (RuleSet rules = RuleSet.fromClasspath("coffee-punch-card/coffee-half-price.drl")) {
            LoyaltyEngine cafe = LoyaltyEngine.with(rules);
            Member cleo = Member.of("Cleo", MONDAY).holding(7, "stamps");

            Outcome half = cafe.decide(
                    cleo,
                    Purchase.of("3001", WEDNESDAY, "EUR")
                            .with(1, "latte", "coffee", "4.80")
                            .with(1, "espresso", "coffee", "2.50"));

            return visit("The card at half price: seven stamps take half off the espresso", half);
        }
    }
}
