package org.regulars.examples.foodmart;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.regulars.examples.foodmart.data.Basket;
import org.regulars.examples.foodmart.data.BasketLine;
import org.regulars.examples.foodmart.data.FoodMart;

/**
 * What the poster of the supermarket card promises, counted the slow and obvious way: unit by unit, in
 * whole cents, with neither the engine nor its rules.
 */
final class PosterRecount {

    /** A point in the smallest part of it that a cent can earn: a quarter of a hundredth. */
    private static final long POINT = 400;

    private static final Set<String> FRESH = Set.of("Produce", "Meat", "Seafood", "Dairy", "Eggs", "Deli");
    private static final Set<String> DRINKS = Set.of("Beverages", "Alcoholic Beverages");
    private static final Set<String> NOTHING = Set.of("Gift Cards", "Tobacco");

    /** What a member's card holds. */
    static final class Card {
        long points;
        long collected;
        long stamps;
        long freeItems;
        long freeCents;
        String tier = "Bronze";
    }

    /** One unit of something, and its price. */
    private record Unit(String department, long cents) {}

    private final SortedMap<Integer, Card> cards = new TreeMap<>();

    PosterRecount(FoodMart data) {
        for (Basket basket : data.baskets()) {
            buy(basket, cards.computeIfAbsent(basket.customer().id(), any -> new Card()));
        }
    }

    /** The cards by the numbers of their members. */
    SortedMap<Integer, Card> cards() {
        return cards;
    }

    private static void buy(Basket basket, Card card) {
        boolean gold = card.tier.equals("Gold");
        List<Unit> paid = units(basket);
        takeFree(paid, card);
        card.stamps += paid.stream()
                .filter(unit -> unit.department().equals("Baked Goods"))
                .count();
        card.points += points(paid, isWeekend(basket), gold);
        card.collected += collected(paid);
        // From 250 collected you are Silver, from 750 Gold.
        if (card.collected >= 750) {
            card.tier = "Gold";
        } else if (card.collected >= 250) {
            card.tier = "Silver";
        }
    }

    /** Ten from the bakery, and the eleventh is free: the cheapest one of that day. */
    private static void takeFree(List<Unit> units, Card card) {
        Unit cheapest = null;
        for (Unit unit : units) {
            if (unit.department().equals("Baked Goods") && (cheapest == null || unit.cents() < cheapest.cents())) {
                cheapest = unit;
            }
        }
        if (cheapest != null && card.stamps >= 10) {
            units.remove(cheapest);
            card.stamps -= 10;
            card.freeItems++;
            card.freeCents += cheapest.cents();
        }
    }

    /** At weekends drinks count triple, or a shop of 50 or more earns 20 points extra: the better one for you counts. */
    private static long points(List<Unit> paid, boolean weekend, boolean gold) {
        long points = wholePoints(paid, 1, gold);
        if (!weekend) {
            return points;
        }
        long withTripleDrinks = wholePoints(paid, 3, gold);
        long withExtra = cents(paid) >= 50_00 ? points + 20 : points;
        return Math.max(withTripleDrinks, withExtra);
    }

    /** One point for every whole unit of money you pay. Fresh food counts double. Gold earns a quarter more. */
    private static long wholePoints(List<Unit> paid, long drinks, boolean gold) {
        long parts = 0;
        for (Unit unit : paid) {
            long times = FRESH.contains(unit.department()) ? 2 : DRINKS.contains(unit.department()) ? drinks : 1;
            // Gift cards and tobacco earn nothing.
            long earning = NOTHING.contains(unit.department()) ? 0 : unit.cents();
            parts += earning * times * (gold ? 5 : 4);
        }
        return parts / POINT;
    }

    private static long collected(List<Unit> paid) {
        return wholePoints(
                paid.stream()
                        .map(unit -> FRESH.contains(unit.department()) ? new Unit("", unit.cents()) : unit)
                        .toList(),
                1,
                false);
    }

    private static long cents(List<Unit> units) {
        return units.stream().mapToLong(Unit::cents).sum();
    }

    private static List<Unit> units(Basket basket) {
        List<Unit> units = new ArrayList<>();
        for (BasketLine line : basket.lines()) {
            int count = line.units().intValueExact();
            // Fails if the price of a unit is not in whole cents.
            long cents = line.storeSales()
                    .movePointRight(2)
                    .divide(BigDecimal.valueOf(count))
                    .longValueExact();
            for (int i = 0; i < count; i++) {
                units.add(new Unit(line.product().department(), cents));
            }
        }
        return units;
    }

    private static boolean isWeekend(Basket basket) {
        DayOfWeek day = basket.date().getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
