package org.regulars.facts;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.regulars.Line;

/**
 * The receipt as it is brought to the till, before any offer.
 *
 * @param id the application's id
 * @param moment when, in the program's zone
 * @param currency the ISO 4217 code of all amounts
 * @param total what all lines cost together
 * @param quantity how many units are on it, of everything
 * @param shipping what delivery costs
 * @param lines the lines on it
 * @param member whose it is
 * @param attributes anything else the application knows: channel, store, tender
 */
public record Purchase(
        String id,
        ZonedDateTime moment,
        String currency,
        BigDecimal total,
        BigDecimal quantity,
        BigDecimal shipping,
        List<Line> lines,
        Member member,
        Map<String, String> attributes)
        implements Timed, Attributed {

    /** Whether a line of this name or category is on it: {@code has( "coffee" )}. */
    public boolean has(String what) {
        for (Line line : lines) {
            if (line.isA(what)) {
                return true;
            }
        }
        return false;
    }

    /** How many units of this name or category are on it: {@code quantityOf( "coffee" ) >= 2}. */
    public BigDecimal quantityOf(String what) {
        return Totals.of(lines, what, Line::isA, Line::quantity);
    }

    /** What the lines of this name or category cost together: {@code amountOf( "fresh" ) >= 20}. */
    public BigDecimal amountOf(String what) {
        return Totals.of(lines, what, Line::isA, Line::amount);
    }
}
