package org.regulars.examples.restaurant;

import static org.regulars.examples.receipts.Visit.visit;

import java.math.BigDecimal;
import java.time.Instant;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;

/** Vera has lunch and dinner in December, becomes a regular, and comes back with a dessert to her name. */
public final class RestaurantRegulars {

    private static final Instant ADVENT = Instant.parse("2026-12-03T18:00:00Z");
    private static final Instant NICHOLAS = Instant.parse("2026-12-07T18:00:00Z");
    private static final Instant LUNCH = Instant.parse("2026-12-14T11:20:00Z");
    private static final Instant DINNER = Instant.parse("2026-12-18T18:45:00Z");
    private static final Instant BRUNCH = Instant.parse("2026-12-20T10:05:00Z");
    private static final Instant FEBRUARY = Instant.parse("2027-02-03T18:30:00Z");

    private RestaurantRegulars() {}

    /** Prints the receipts. */
    public static void main(String[] arguments) {
        System.out.print(receipts());
    }

    /** The receipts of a few visits, each under a heading. */
    public static String receipts() {
        try (RuleSet rules = RuleSet.fromClasspath("restaurant-regulars/restaurant-regulars.drl")) {
            LoyaltyEngine restaurant = LoyaltyEngine.with(rules);
            Member vera = Member.of("Vera", ADVENT)
                    .holding(1, "visits")
                    .holding(1, "weeks in a row")
                    .holding(200, "points");

            Outcome advent = restaurant.decide(
                    vera, Purchase.of("table-5", ADVENT, "EUR").with(1, "carp", "main", "21.00"));
            Outcome nicholas = restaurant.decide(
                    advent.memberAfter(),
                    Purchase.of("table-6", NICHOLAS, "EUR").with(1, "risotto", "main", "17.00"));
            Outcome lunch = restaurant.decide(
                    nicholas.memberAfter(),
                    Purchase.of("table-4", LUNCH, "EUR")
                            .with(2, "schnitzel", "main", "14.80")
                            .with(1, "espresso", "coffee", "2.90")
                            .with(1, "melange", "coffee", "3.90"));
            Outcome dinner = restaurant.decide(
                    lunch.memberAfter(),
                    Purchase.of("table-7", DINNER, "EUR")
                            .with(2, "goulash", "main", "16.50")
                            .with(1, "apple strudel", "dessert", "6.20")
                            .with(1, "red wine", "wine", "24.00")
                            .with("gift card", new BigDecimal("30.00")));
            Outcome brunch = restaurant.decide(
                    dinner.memberAfter(),
                    Purchase.of("table-2", BRUNCH, "EUR")
                            .with(1, "eggs", "breakfast", "11.40")
                            .redeeming(100, "points"));
            Outcome february = restaurant.decide(
                    brunch.memberAfter(),
                    Purchase.of("table-9", FEBRUARY, "EUR").with(1, "soup", "starter", "7.50"));

            return visit("Early in December: a visit", advent)
                    + visit("A week later: another", nicholas)
                    + visit("Monday: lunch for two, and the fourth week in a row", lunch)
                    + visit("Friday: the fifth visit, a dessert that waited, and a regular", dinner)
                    + visit("Sunday: a regular's points, and a hundred of them to pay with", brunch)
                    + visit("February: nothing lasts for ever", february);
        }
    }
}
