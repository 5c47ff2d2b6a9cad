package org.regulars.facts;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One line of the receipt, as far as it is paid for: without its free units, after its discounts. A
 * line for which nothing is paid is not among the facts.
 *
 * @param line its number on the receipt
 * @param name what it is: {@code latte}, an article number
 * @param category what sort of thing it is: {@code coffee}
 * @param quantity how much of it is paid for
 * @param amount what is paid for it
 * @param purchase the receipt it is on, as it was before any offer
 * @param member whose it is
 * @param attributes anything else the application knows of the line
 */
public record PaidItem(
        int line,
        String name,
        String category,
        BigDecimal quantity,
        BigDecimal amount,
        Purchase purchase,
        Member member,
        Map<String, String> attributes)
        implements Attributed {

    boolean isA(String what) {
        return name.equals(what) || category.equals(what);
    }
}
