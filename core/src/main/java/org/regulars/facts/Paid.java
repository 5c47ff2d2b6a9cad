package org.regulars.facts;

import java.math.BigDecimal;
import java.util.List;
import org.regulars.internal.values.Values;

/**
 * The receipt, as far as it is paid for: without free units, after discounts, without delivery. If
 * nothing is paid it is not among the facts.
 *
 * @param amount what is paid for all lines together
 * @param quantity how many units are paid for, of everything
 * @param saved what free units and discounts took off
 * @param items the lines that are paid for
 * @param purchase the receipt as it was before any offer
 * @param member whose it is
 */
public record Paid(
        BigDecimal amount,
        BigDecimal quantity,
        BigDecimal saved,
        List<PaidItem> items,
        Purchase purchase,
        Member member)
        implements CalendarWords {

    /**
     * What is paid, less what these attributes of the purchase say was paid in another way: {@code amountWithout( "gift
     * card", "store credit" )}. An attribute that the application did not fill counts as nothing; never below zero.
     */
    public BigDecimal amountWithout(String... attributes) {
        BigDecimal left = amount;
        for (String attribute : attributes) {
            BigDecimal other = purchase.number(attribute);
            left = other == null ? left : left.subtract(other);
        }
        return Values.plain(left.max(BigDecimal.ZERO));
    }

    /** Whether a line of this name or category is paid for: {@code has( "coffee" )}. */
    public boolean has(String what) {
        for (PaidItem item : items) {
            if (item.isA(what)) {
                return true;
            }
        }
        return false;
    }

    /** How many units of this name or category are paid for: {@code quantityOf( "coffee" ) >= 2}. */
    public BigDecimal quantityOf(String what) {
        return Totals.of(items, what, PaidItem::isA, PaidItem::quantity);
    }

    /** What is paid for the lines of this name or category: {@code amountOf( "fresh" ) >= 20}. */
    public BigDecimal amountOf(String what) {
        return Totals.of(items, what, PaidItem::isA, PaidItem::amount);
    }
}
