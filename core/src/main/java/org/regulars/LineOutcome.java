package org.regulars;

import java.math.BigDecimal;
import java.util.Map;
import org.regulars.internal.values.AmountsByKind;
import org.regulars.internal.values.Values;

/**
 * What became of one line of a receipt. Over all lines each column adds up to the purchase's.
 *
 * @param line its number on the receipt
 * @param amount what it cost before any offer
 * @param freeUnits how many of its units were free
 * @param freeAmount what those units would have cost, as far as they were free
 * @param discount what discounts took off the units that were not free
 * @param paid what is paid for the units that are not free; this alone earns and counts
 * @param toPay what is left to pay for the line: the same, and what a free unit costs above its bound
 * @param earned how much of each kind it earned, after rounding; what the whole purchase earned is
 *     spread over what was paid for
 */
public record LineOutcome(
        int line,
        BigDecimal amount,
        long freeUnits,
        BigDecimal freeAmount,
        BigDecimal discount,
        BigDecimal paid,
        BigDecimal toPay,
        Map<String, BigDecimal> earned) {

    /** Keeps its own copies. */
    public LineOutcome {
        amount = Values.plain(amount);
        freeAmount = Values.plain(freeAmount);
        discount = Values.plain(discount);
        paid = Values.plain(paid);
        toPay = Values.plain(toPay);
        earned = AmountsByKind.of(earned);
    }
}
