package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import org.regulars.internal.values.Sum;
import org.regulars.internal.values.Values;

/**
 * Spreading an amount over parts in proportion to their weights, so that the parts add up to the amount
 * to the last unit: each part is rounded down, and what is left goes unit by unit to the largest
 * remainders (the Hamilton or largest-remainder method). Among equal remainders the first part wins.
 */
final class Allocation {

    /** The product of two with so many digits together fits a long. */
    private static final int SHORT_DIGITS = 18;

    /** Of so many the largest is found sooner by looking through them than by sorting. */
    private static final int FEW = 64;

    private Allocation() {}

    /**
     * Spreads an amount.
     *
     * @param amount what to spread, not below zero, with at most {@code decimals} decimals
     * @param weights not below zero; if all are zero nothing is spread
     * @return a part for each weight, none above its weight while the amount is no more than all weights
     */
    static BigDecimal[] spread(BigDecimal amount, BigDecimal[] weights, int decimals) {
        Sum sum = new Sum();
        int weightScale = 0;
        for (BigDecimal weight : weights) {
            sum.add(weight);
            weightScale = Math.max(weightScale, weight.scale());
        }
        BigDecimal all = sum.value();
        if (all.signum() == 0 || amount.signum() == 0) {
            BigDecimal[] nothing = new BigDecimal[weights.length];
            Arrays.fill(nothing, BigDecimal.ZERO);
            return nothing;
        }
        boolean isShort = weights.length <= FEW && digits(amount, decimals) + digits(all, weightScale) <= SHORT_DIGITS;
        return isShort
                ? spreadLongs(Values.unscaled(amount, decimals), decimals, weights, weightScale)
                : spreadLarge(amount, decimals, all, weights, weightScale);
    }

    /** How many digits an amount has when it is written with so many decimals; many for one that has more decimals. */
    private static int digits(BigDecimal amount, int decimals) {
        return amount.scale() > decimals ? SHORT_DIGITS : amount.precision() + decimals - amount.scale();
    }

    /** With longs, for what is as short as nearly all amounts are. */
    private static BigDecimal[] spreadLongs(long units, int decimals, BigDecimal[] weights, int weightScale) {
        long[] remainders = new long[weights.length];
        long allWeights = 0;
        for (int i = 0; i < remainders.length; i++) {
            remainders[i] = Values.unscaled(weights[i], weightScale);
            allWeights += remainders[i];
        }
        long[] shares = new long[weights.length];
        long left = units;
        for (int i = 0; i < shares.length; i++) {
            long product = units * remainders[i];
            shares[i] = product / allWeights;
            remainders[i] = product - shares[i] * allWeights;
            left -= shares[i];
        }
        for (; left > 0; left--) {
            int largest = 0;
            for (int i = 1; i < remainders.length; i++) {
                largest = remainders[i] > remainders[largest] ? i : largest;
            }
            shares[largest]++;
            remainders[largest] = -1;
        }
        BigDecimal[] parts = new BigDecimal[shares.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = shares[i] == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(shares[i], decimals);
        }
        return parts;
    }

    private static BigDecimal[] spreadLarge(
            BigDecimal amount, int decimals, BigDecimal all, BigDecimal[] weights, int weightScale) {
        BigInteger units = amount.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger allWeights =
                all.setScale(weightScale, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger left = units;
        BigInteger[][] shares = new BigInteger[weights.length][];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = units.multiply(weights[i]
                            .setScale(weightScale, RoundingMode.UNNECESSARY)
                            .unscaledValue())
                    .divideAndRemainder(allWeights);
            left = left.subtract(shares[i][0]);
        }
        BigInteger[][] largestFirst = shares.clone();
        Arrays.sort(
                largestFirst,
                Comparator.comparing((BigInteger[] share) -> share[1]).reversed());
        for (int i = 0; i < left.intValueExact(); i++) {
            largestFirst[i][0] = largestFirst[i][0].add(BigInteger.ONE);
        }
        BigDecimal[] parts = new BigDecimal[shares.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new BigDecimal(shares[i][0], decimals);
        }
        return parts;
    }
}
