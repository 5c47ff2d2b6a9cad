package org.regulars.facts;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One line of the receipt as it is brought to the till, before any offer.
 *
 * @param line its number on the receipt
 * @param name what it is: {@code latte}, an article number
 * @param category what sort of thing it is: {@code coffee}
 * @param quantity how much of it: units, kilograms, litres
 * @param amount what the whole line costs
 * @param purchase the receipt it is on
 * @param member whose it is
 * @param attributes anything else the application knows of the line
 */
public record Item(
        int line,
        String name,
        String category,
        BigDecimal quantity,
        BigDecimal amount,
        Purchase purchase,
        Member member,
        Map<String, String> attributes)
        implements Attributed {}
