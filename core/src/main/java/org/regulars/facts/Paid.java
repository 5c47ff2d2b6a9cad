package org.regulars.facts;

import java.math.BigDecimal;
import java.util.List;

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

    /** Whether a line of this name or category is paid for: {@code has( "coffee" )}. */
    public boolean has(String what) {
        return items.stream().anyMatch(item -> item.isA(what));
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
