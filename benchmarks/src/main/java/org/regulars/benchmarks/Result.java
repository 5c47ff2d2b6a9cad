package org.regulars.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.regulars.benchmarks.Shop.Goods;
import org.regulars.benchmarks.Shop.Shopping;

/**
 * Where the rules of the other engines put what they decide, for one purchase. All arithmetic is here, in
 * plain Java and the same for each, so that what differs is how the engines find out what to do.
 */
public final class Result {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Shopping shopping;
    private final long[] units;
    private final BigDecimal[] paid;
    private final BigDecimal[] earned;
    private final long[] factors;
    private BigDecimal factor = BigDecimal.ONE;
    private BigDecimal delivery;
    private long bonus;
    private long stamps;
    private long stampsSpent;
    private long statusPoints;
    private int freeLine;
    private String upgrade = "";

    /** Nothing is decided yet. */
    public Result(Shopping shopping) {
        this.shopping = shopping;
        int lines = shopping.goods().size();
        this.units = new long[lines];
        this.paid = new BigDecimal[lines];
        this.earned = new BigDecimal[lines];
        this.factors = new long[lines];
        Arrays.fill(earned, BigDecimal.ZERO);
        Arrays.fill(factors, 1);
        for (int i = 0; i < lines; i++) {
            units[i] = shopping.goods().get(i).units();
            paid[i] = shopping.goods().get(i).amount();
        }
        this.delivery = shopping.delivery();
    }

    /** So many per cent off a line, rounded half up to the cent. */
    public void off(Goods goods, long percent) {
        BigDecimal off = goods.amount().multiply(BigDecimal.valueOf(percent)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        paid[place(goods)] = paid[place(goods)].subtract(off);
    }

    /** The cheapest unit of a category is free, for so many stamps. */
    public void free(String category, long cost) {
        Goods cheapest = null;
        for (Goods goods : shopping.goods()) {
            if (goods.category().equals(category)
                    && (cheapest == null || goods.price().compareTo(cheapest.price()) < 0)) {
                cheapest = goods;
            }
        }
        if (cheapest != null) {
            freeLine = cheapest.line();
            stampsSpent = cost;
            units[place(cheapest)]--;
            paid[place(cheapest)] = paid[place(cheapest)].subtract(cheapest.price());
        }
    }

    /** What all lines cost, without delivery, as far as it has been decided. */
    public BigDecimal paid() {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal line : paid) {
            sum = sum.add(line);
        }
        return sum;
    }

    /** Nothing is paid for delivery. */
    public void deliver() {
        delivery = BigDecimal.ZERO;
    }

    /** The line earns a point for every unit of money. */
    public void earn(Goods goods) {
        earned[place(goods)] = earned[place(goods)].add(paid[place(goods)]);
    }

    /** The line earns so many points a unit. */
    public void earnEach(Goods goods, long points) {
        earned[place(goods)] = earned[place(goods)].add(BigDecimal.valueOf(points * units[place(goods)]));
    }

    /** The line's points are multiplied. */
    public void multiply(Goods goods, long by) {
        factors[place(goods)] *= by;
    }

    /** All points are multiplied. */
    public void multiply(BigDecimal by) {
        factor = factor.multiply(by);
    }

    /** So many points extra, which nothing multiplies. */
    public void bonus(long points) {
        bonus += points;
    }

    /** The line earns a stamp a unit. */
    public void stamp(Goods goods) {
        stamps += units[place(goods)];
    }

    /** A status point for every unit of money; says how many the member has then. */
    public long count(BigDecimal amount) {
        statusPoints = whole(amount);
        return counted();
    }

    /** How many status points the member has, as far as it has been decided. */
    public long counted() {
        return shopping.holder().statusPoints() + statusPoints;
    }

    /** The member comes to this tier. */
    public void upgrade(String tier) {
        upgrade = tier;
    }

    Answer answer() {
        BigDecimal points = BigDecimal.ZERO;
        for (int i = 0; i < earned.length; i++) {
            points = points.add(earned[i].multiply(BigDecimal.valueOf(factors[i])));
        }
        return new Answer(
                whole(points.multiply(factor)) + bonus,
                statusPoints,
                stamps,
                stampsSpent,
                freeLine,
                paid().add(delivery).movePointRight(2).longValueExact(),
                upgrade);
    }

    private static int place(Goods goods) {
        return goods.line() - 1;
    }

    private static long whole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.DOWN).longValueExact();
    }
}
