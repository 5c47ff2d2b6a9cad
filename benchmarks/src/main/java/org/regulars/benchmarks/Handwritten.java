package org.regulars.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.regulars.benchmarks.Workload.Goods;
import org.regulars.benchmarks.Workload.Holder;
import org.regulars.benchmarks.Workload.Shopping;

/**
 * The card as a programmer would write it once and for all: no rules anybody else could read or change.
 * The floor of what a decision takes, and the judge of the other peers.
 */
final class Handwritten {

    private static final Set<String> FRESH = Set.of("Produce", "Meat", "Seafood", "Dairy", "Eggs", "Deli");
    private static final Set<String> DRINKS = Set.of("Beverages", "Alcoholic Beverages");
    private static final Set<String> EARNS_NOTHING = Set.of("Gift Cards", "Tobacco");
    private static final String BAKERY = "Baked Goods";
    private static final long STAMPS_FOR_ONE = 10;
    private static final BigDecimal BIG_SHOP = new BigDecimal(50);
    private static final BigDecimal BIG_SHOP_POINTS = new BigDecimal(20);
    private static final BigDecimal TWO = new BigDecimal(2);
    private static final BigDecimal GOLD_FACTOR = new BigDecimal("1.25");

    private Handwritten() {}

    static Answer decide(Shopping shopping) {
        Holder holder = shopping.holder();
        int freeLine = holder.bakeryStamps() >= STAMPS_FOR_ONE ? cheapestBread(shopping.goods()) : 0;

        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal collected = BigDecimal.ZERO;
        BigDecimal points = BigDecimal.ZERO;
        BigDecimal drinks = BigDecimal.ZERO;
        long stamps = 0;
        for (Goods goods : shopping.goods()) {
            long units = goods.line() == freeLine ? goods.units() - 1 : goods.units();
            BigDecimal amount = goods.price().multiply(BigDecimal.valueOf(units));
            if (!EARNS_NOTHING.contains(goods.category())) {
                paid = paid.add(amount);
                collected = collected.add(amount);
                points = points.add(FRESH.contains(goods.category()) ? amount.multiply(TWO) : amount);
            }
            if (DRINKS.contains(goods.category())) {
                drinks = drinks.add(amount);
            }
            if (goods.category().equals(BAKERY)) {
                stamps += units;
            }
        }

        long bonus = 0;
        if (shopping.weekend()) {
            BigDecimal tripled = drinks.multiply(TWO);
            BigDecimal worth = holder.tier().equals(Workload.GOLD) ? tripled.multiply(GOLD_FACTOR) : tripled;
            if (paid.compareTo(BIG_SHOP) >= 0 && worth.compareTo(BIG_SHOP_POINTS) <= 0) {
                bonus = BIG_SHOP_POINTS.longValue();
            } else {
                points = points.add(tripled);
            }
        }
        if (holder.tier().equals(Workload.GOLD)) {
            points = points.multiply(GOLD_FACTOR);
        }

        long wholeCollected = whole(collected);
        return new Answer(
                whole(points) + bonus,
                wholeCollected,
                stamps,
                freeLine == 0 ? 0 : STAMPS_FOR_ONE,
                freeLine,
                upgrade(holder.tier(), holder.collected() + wholeCollected));
    }

    private static int cheapestBread(List<Goods> all) {
        int line = 0;
        BigDecimal cheapest = BigDecimal.ZERO;
        for (Goods goods : all) {
            if (goods.category().equals(BAKERY) && (line == 0 || goods.price().compareTo(cheapest) < 0)) {
                line = goods.line();
                cheapest = goods.price();
            }
        }
        return line;
    }

    private static String upgrade(String tier, long collected) {
        if (collected >= 750) {
            return tier.equals(Workload.GOLD) ? "" : Workload.GOLD;
        }
        return collected >= 250 && tier.equals(Workload.BRONZE) ? Workload.SILVER : "";
    }

    private static long whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.DOWN).longValueExact();
    }
}
