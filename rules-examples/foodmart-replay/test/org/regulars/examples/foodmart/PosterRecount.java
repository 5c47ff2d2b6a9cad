package org.regulars.examples.foodmart;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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

    private static final Set<String> FRESH = Set.of("Produce", "Meat", "Seafood", "Dairy", "Eggs", "Deli");
    private static final Set<String> DRINKS = Set.of("Beverages", "Alcoholic Beverages");
    private static final Set<String> NOTHING = Set.of("Gift Cards", "Tobacco");

    /** What a member has in the end. */
    record Card(int member, long points, long collected, long stamps, long freeItems, long freeCents, String tier) {}

    /** One unit of something, and its price. */
    private record Unit(String department, long cents) {}

    private final SortedMap<Integer, Card> cards = new TreeMap<>();

    PosterRecount(FoodMart data) {
        for (Basket basket : data.baskets()) {
            int member = basket.customer().id();
            Card before = cards.getOrDefault(member, new Card(member, 0, 0, 0, 0, 0, "Bronze"));
            cards.put(member, buy(basket, before));
        }
    }

    /** The cards, by the numbers of their members. */
    Collection<Card> cards() {
        return cards.values();
    }

    private static Card buy(Basket basket, Card card) {
        List<Unit> paid = units(basket);
        long stamps = card.stamps();
        long freeItems = card.freeItems();
        long freeCents = card.freeCents();
        // Ten from the bakery, and the eleventh is free: the cheapest one of that day.
        if (stamps >= 10 && paid.stream().anyMatch(PosterRecount::isBread)) {
            Unit free = paid.stream()
                    .filter(PosterRecount::isBread)
                    .min(Comparator.comparingLong(Unit::cents))
                    .orElseThrow();
            paid.remove(free);
            stamps -= 10;
            freeItems += 1;
            freeCents += free.cents();
        }
        stamps += paid.stream().filter(PosterRecount::isBread).count();
        long points =
                card.points() + points(paid, isWeekend(basket), card.tier().equals("Gold"));
        long collected = card.collected() + collected(paid);
        // From 250 collected you are Silver, from 750 Gold.
        String tier = collected >= 750 ? "Gold" : collected >= 250 ? "Silver" : "Bronze";
        return new Card(card.member(), points, collected, stamps, freeItems, freeCents, tier);
    }

    /** At weekends drinks count triple, or a shop of 50 or more earns 20 points extra: the better one counts. */
    private static long points(List<Unit> paid, boolean weekend, boolean gold) {
        long points = wholePoints(paid, 1, gold);
        if (!weekend) {
            return points;
        }
        long withTripleDrinks = wholePoints(paid, 3, gold);
        long withExtra = cents(paid) >= 50_00 ? points + 20 : points;
        return Math.max(withTripleDrinks, withExtra);
    }

    /** One point for every whole unit of money. Fresh food counts double. Gold earns a quarter more. */
    private static long wholePoints(List<Unit> paid, long drinks, boolean gold) {
        long quarters = 0;
        for (Unit unit : paid) {
            long times = FRESH.contains(unit.department()) ? 2 : DRINKS.contains(unit.department()) ? drinks : 1;
            quarters += earning(unit) * times * (gold ? 5 : 4);
        }
        return quarters / 4 / 100;
    }

    private static long collected(List<Unit> paid) {
        return paid.stream().mapToLong(PosterRecount::earning).sum() / 100;
    }

    /** Gift cards and tobacco earn nothing. */
    private static long earning(Unit unit) {
        return NOTHING.contains(unit.department()) ? 0 : unit.cents();
    }

    private static boolean isBread(Unit unit) {
        return unit.department().equals("Baked Goods");
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
