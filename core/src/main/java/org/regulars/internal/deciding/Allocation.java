package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Spreading an amount over parts in proportion to their weights, so that the parts add up to the amount
 * to the last unit: each part is rounded down, and what is left goes unit by unit to the largest
 * remainders (the Hamilton or largest-remainder method). Among equal remainders the first part wins.
 */
final class Allocation {

    private Allocation() {}

    /**
     * Spreads an amount.
     *
     * @param amount what to spread, not below zero, with at most {@code decimals} decimals
     * @param weights not below zero; if all are zero nothing is spread
     * @return a part for each weight, none above its weight while the amount is no more than all weights
     */
    static List<BigDecimal> spread(BigDecimal amount, List<BigDecimal> weights, int decimals) {
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0 || amount.signum() == 0) {
            return weights.stream().map(weight -> BigDecimal.ZERO).toList();
        }
        int weightScale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        BigInteger units = amount.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger allWeights = all.setScale(weightScale).unscaledValue();
        BigInteger left = units;
        List<BigInteger> parts = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigInteger[] share =
                    units.multiply(weight.setScale(weightScale).unscaledValue()).divideAndRemainder(allWeights);
            parts.add(share[0]);
            remainders.add(share[1]);
            left = left.subtract(share[0]);
        }
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer part) -> remainders.get(part))
                        .reversed())
                .limit(left.intValueExact())
                .forEach(part -> parts.set(part, parts.get(part).add(BigInteger.ONE)));
        return parts.stream().map(part -> new BigDecimal(part, decimals)).toList();
    }
}
