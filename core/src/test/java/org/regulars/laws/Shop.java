package org.regulars.laws;

import java.util.List;

/** The words of the shop in which all generated rule sets and receipts are at home. */
final class Shop {

    /** What can be bought; one name is also a category, and one category has goods that are weighed. */
    record Product(String name, String category, boolean weighed) {}

    static final List<Product> PRODUCTS = List.of(
            new Product("latte", "coffee", false),
            new Product("espresso", "coffee", false),
            new Product("muffin", "cake", false),
            new Product("coffee", "cake", false),
            new Product("apples", "fresh", true),
            new Product("cheese", "fresh", true),
            new Product("cigars", "tobacco", false));

    static final List<String> CATEGORIES = List.of("coffee", "cake", "fresh", "tobacco");
    static final List<String> NAMES =
            PRODUCTS.stream().map(Product::name).distinct().toList();
    static final List<String> KINDS = List.of("points", "stamps", "stars", "collected");
    static final List<String> TIERS = List.of("Green", "Gold", "Reserve");
    static final List<String> CARDS = List.of("Basic", "Plus");
    static final List<String> ACTIVITIES = List.of("joined", "reviewed", "referred");
    static final List<String> REWARDS = List.of("breakfast", "points", "lounge");
    static final List<String> ZONES = List.of("UTC", "Europe/Oslo", "Pacific/Auckland", "America/New_York");

    /** Moments near midnights, month ends, leap days and changes of the clock. */
    static final List<String> MOMENTS = List.of(
            "2026-03-07T12:00:00Z",
            "2026-03-27T22:30:00Z",
            "2026-03-28T23:30:00Z",
            "2026-03-29T01:30:00Z",
            "2026-05-17T09:59:59.999Z",
            "2026-12-31T23:59:59Z",
            "2027-01-01T04:59:00Z",
            "2027-02-28T11:00:00Z",
            "2028-02-29T08:15:00Z");

    /** Moments at which nothing happens but that things fall due: midnights of the zones, and long after. */
    static final List<String> LATER = List.of(
            "2026-03-08T11:00:00Z",
            "2026-03-31T22:00:00Z",
            "2026-04-10T12:00:00Z",
            "2026-06-30T12:00:00Z",
            "2026-12-31T23:00:00Z",
            "2027-03-28T00:59:59Z",
            "2028-03-01T00:00:00Z",
            "2031-02-01T05:00:00Z");

    private Shop() {}
}
