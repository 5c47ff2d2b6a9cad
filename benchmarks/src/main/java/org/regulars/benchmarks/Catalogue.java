package org.regulars.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What can be bought. */
final class Catalogue {

    static final int AISLES = 100;
    static final int SKUS = 2_000;

    /** Something on the shelves. */
    record Product(String name, String category, boolean ownBrand, BigDecimal price) {}

    /** A line for each category: its name, then the three things in it and what each costs. */
    private static final String SHELVES = """
            produce: apples 2.49, potatoes 3.29, tomatoes 1.95
            meat: minced beef 7.95, chicken 6.40, lamb 14.80
            fish: salmon 12.40, cod 9.75, herring 4.60
            dairy: milk 1.19, butter 2.79, own yoghurt 0.89
            cheese: gouda 5.45, brie 3.85, own cheddar 4.20
            bakery: roll 0.45, rye bread 3.95, croissant 1.30
            coffee: espresso 2.20, cappuccino 3.10, latte 3.40
            wine: red wine 9.90, white wine 8.50, sparkling wine 13.75
            drinks: orange juice 2.50, beer 1.35, own cola 0.95
            baby: nappies 11.90, baby food 1.15, wipes 2.35
            snacks: crisps 2.29, nuts 3.60, own pretzels 1.05
            sweets: chocolate 1.79, liquorice 1.45, ice cream 4.95
            frozen: pizza 3.75, peas 1.89, own spinach 1.25
            tinned: tuna 1.65, beans 0.99, own tomatoes 0.79
            household: washing powder 11.75, sponges 1.99, own bin bags 2.15
            beauty: shampoo 3.95, toothpaste 2.45, sun cream 9.99
            pets: cat food 5.80, dog food 12.95, hay 3.35
            flowers: tulips 6.95, roses 12.50, basil 1.75
            gift card: gift card of 10 10.00, gift card of 25 25.00, gift card of 50 50.00
            tobacco: cigarettes 8.20, cigars 14.10, tobacco 11.30
            """;

    private Catalogue() {}

    /** Sixty things in twenty categories. No two of a category cost the same, so it is clear which is the cheapest. */
    static List<Product> shelves() {
        List<Product> products = new ArrayList<>();
        for (String shelf : SHELVES.lines().toList()) {
            int colon = shelf.indexOf(':');
            Arrays.stream(shelf.substring(colon + 1).split(",", -1))
                    .map(product -> product(shelf.substring(0, colon), product.strip()))
                    .forEach(products::add);
        }
        return List.copyOf(products);
    }

    /** Two thousand things in a hundred categories, called by their numbers. */
    static List<Product> skus() {
        List<Product> products = new ArrayList<>();
        for (int sku = 0; sku < SKUS; sku++) {
            BigDecimal price = BigDecimal.valueOf(99 + 37L * sku % 1900, 2);
            products.add(new Product(sku(sku), aisle(sku % AISLES), false, price));
        }
        return List.copyOf(products);
    }

    static String sku(int number) {
        return String.format("sku-%04d", number);
    }

    static String aisle(int number) {
        return String.format("aisle-%02d", number);
    }

    private static Product product(String category, String nameAndPrice) {
        int space = nameAndPrice.lastIndexOf(' ');
        String name = nameAndPrice.substring(0, space);
        return new Product(name, category, name.startsWith("own "), new BigDecimal(nameAndPrice.substring(space + 1)));
    }
}
