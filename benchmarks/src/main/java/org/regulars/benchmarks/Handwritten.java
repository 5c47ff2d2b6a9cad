package org.regulars.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.benchmarks.Shop.Goods;
import org.regulars.benchmarks.Shop.Held;
import org.regulars.benchmarks.Shop.Holder;
import org.regulars.benchmarks.Shop.Shopping;

/**
 * The corner shop as a programmer would write it once and for all: no rules anybody else could read or
 * change. The floor of what a decision takes, and the judge of the other peers. It keeps the lots too: what
 * has ended goes, what is earned is added where nothing tells it apart, and stamps are taken off.
 */
final class Handwritten implements Peer {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal TEN_PERCENT = BigDecimal.TEN;
    private static final BigDecimal FIFTEEN_PERCENT = new BigDecimal(15);
    private static final BigDecimal FREE_DELIVERY = new BigDecimal(40);
    private static final BigDecimal BIG_SHOP = new BigDecimal(75);
    private static final BigDecimal TWO = new BigDecimal(2);
    private static final BigDecimal THREE = new BigDecimal(3);
    private static final BigDecimal SILVER_FACTOR = new BigDecimal("1.1");
    private static final BigDecimal GOLD_FACTOR = new BigDecimal("1.25");
    private static final long STAMPS_FOR_ONE = 8;

    private final List<Shopping> purchases;

    Handwritten(List<Shopping> purchases) {
        this.purchases = purchases;
    }

    /** What was decided, and the member to save. */
    record Decided(Answer answer, Holder after) {}

    @Override
    public Decided decide(int place) {
        Shopping shopping = purchases.get(place);
        Answer answer = answer(shopping);
        return new Decided(answer, after(shopping, answer));
    }

    @Override
    public Answer answer(int place) {
        return decide(place).answer;
    }

    static Answer answer(Shopping shopping) {
        Holder holder = shopping.holder();
        boolean weekend = shopping.weekend();
        boolean wednesday = shopping.day() == DayOfWeek.WEDNESDAY;
        boolean early = shopping.hour() < 9;
        boolean coupon = shopping.coupon().equals(Shop.WINE15);
        int freeLine = holder.coffeeStamps() >= STAMPS_FOR_ONE ? cheapestCoffee(shopping.goods()) : 0;

        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal points = BigDecimal.ZERO;
        long bonus = 0;
        long stamps = 0;
        for (Goods goods : shopping.goods()) {
            long units = goods.line() == freeLine ? goods.units() - 1 : goods.units();
            BigDecimal amount = goods.price().multiply(BigDecimal.valueOf(units));
            boolean earns = true;
            BigDecimal factor = BigDecimal.ONE;
            switch (goods.category()) {
                case "produce" -> amount = wednesday ? less(amount, TEN_PERCENT) : amount;
                case "wine" -> {
                    amount = coupon ? less(amount, FIFTEEN_PERCENT) : amount;
                    bonus += units >= 6 ? 30 : 0;
                }
                case "meat", "fish" -> factor = TWO;
                case "baby" -> factor = THREE;
                case "bakery" -> factor = weekend ? TWO : factor;
                case "coffee" -> {
                    factor = early ? TWO : factor;
                    stamps += units;
                }
                case "gift card", "tobacco" -> earns = false;
                default -> {}
            }
            paid = paid.add(amount);
            BigDecimal earned = earns ? amount : BigDecimal.ZERO;
            earned = goods.ownBrand() ? earned.add(BigDecimal.valueOf(5 * units)) : earned;
            points = points.add(earned.multiply(factor));
        }

        boolean free = paid.compareTo(FREE_DELIVERY) >= 0 && shopping.channel().equals(Shop.WEB);
        bonus += paid.compareTo(BIG_SHOP) >= 0 ? 50 : 0;
        bonus += shopping.channel().equals(Shop.APP) && paid.signum() > 0 ? 5 : 0;
        points = shopping.birthday() ? points.multiply(TWO) : points;
        points = switch (holder.tier()) {
            case Shop.SILVER -> points.multiply(SILVER_FACTOR);
            case Shop.GOLD -> points.multiply(GOLD_FACTOR);
            default -> points;
        };

        long statusPoints = whole(paid);
        return new Answer(
                whole(points) + bonus,
                statusPoints,
                stamps,
                freeLine == 0 ? 0 : STAMPS_FOR_ONE,
                freeLine,
                (free ? paid : paid.add(shopping.delivery())).movePointRight(2).longValueExact(),
                upgrade(holder.tier(), holder.statusPoints() + statusPoints));
    }

    private static BigDecimal less(BigDecimal amount, BigDecimal percent) {
        return amount.subtract(amount.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP));
    }

    private static int cheapestCoffee(List<Goods> all) {
        int line = 0;
        BigDecimal cheapest = BigDecimal.ZERO;
        for (Goods goods : all) {
            if (goods.category().equals(Shop.COFFEE)
                    && (line == 0 || goods.price().compareTo(cheapest) < 0)) {
                line = goods.line();
                cheapest = goods.price();
            }
        }
        return line;
    }

    private static String upgrade(String tier, long statusPoints) {
        if (statusPoints >= 1000) {
            return tier.equals(Shop.GOLD) ? "" : Shop.GOLD;
        }
        return statusPoints >= 300 && tier.equals(Shop.GREEN) ? Shop.SILVER : "";
    }

    private static Holder after(Shopping shopping, Answer answer) {
        Holder before = shopping.holder();
        Instant now = shopping.at().toInstant(ZoneOffset.UTC);
        LocalDate today = shopping.at().toLocalDate();
        List<Held> lots = new ArrayList<>(before.lots().size() + 3);
        long toSpend = answer.stampsSpent();
        for (Held lot : before.lots()) {
            if (lot.ends() != null && !lot.ends().isAfter(now)) {
                continue;
            }
            long taken = lot.kind().equals(Shop.STAMPS) ? Math.min(toSpend, lot.amount()) : 0;
            toSpend -= taken;
            if (taken < lot.amount()) {
                lots.add(taken == 0 ? lot : with(lot, lot.amount() - taken));
            }
        }
        add(lots, Shop.POINTS, answer.points(), now, Purchases.endOfPoints(today));
        add(lots, Shop.STATUS, answer.statusPoints(), now, Purchases.endOfStatusPoints(today));
        add(lots, Shop.STAMPS, answer.stamps(), now, null);
        return new Holder(
                before.id(),
                answer.upgrade().isEmpty() ? before.tier() : answer.upgrade(),
                before.birthday(),
                before.statusPoints() + answer.statusPoints(),
                before.coffeeStamps() + answer.stamps() - answer.stampsSpent(),
                now,
                List.copyOf(lots),
                Math.min(50, before.remembered() + 1));
    }

    /** Adds to the lot that ends at the same time, if there is one. */
    private static void add(List<Held> lots, String kind, long amount, Instant now, @Nullable Instant ends) {
        if (amount == 0) {
            return;
        }
        for (int i = 0; i < lots.size(); i++) {
            Held lot = lots.get(i);
            if (lot.kind().equals(kind) && (ends == null ? lot.ends() == null : ends.equals(lot.ends()))) {
                lots.set(i, with(lot, lot.amount() + amount));
                return;
            }
        }
        lots.add(new Held(kind, amount, now, ends));
    }

    private static Held with(Held lot, long amount) {
        return new Held(lot.kind(), amount, lot.earned(), lot.ends());
    }

    private static long whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.DOWN).longValueExact();
    }
}
