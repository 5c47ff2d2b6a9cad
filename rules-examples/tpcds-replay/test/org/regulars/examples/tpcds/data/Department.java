package org.regulars.examples.tpcds.data;

import java.util.Map;

/**
 * What the generated store's goods stand for. It sells books and shoes; for the card's offers to have something
 * to do, some of its categories stand for departments of a supermarket.
 */
final class Department {

    private static final Map<String, String> STANDS_FOR = Map.of(
            "Women", "Produce",
            "Men", "Meat",
            "Children", "Dairy",
            "Shoes", "Baked Goods",
            "Music", "Beverages",
            "Jewelry", "Gift Cards");

    private Department() {}

    /** The department of a category: itself, if it stands for nothing else. */
    static String of(String category) {
        return STANDS_FOR.getOrDefault(category, category);
    }
}
