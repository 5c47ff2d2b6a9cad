package org.regulars.examples.foodmart.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything one customer bought in one store on one day. The data set has no till receipts and no time of day, so
 * this is the nearest it comes to a visit.
 *
 * @param customer who bought
 * @param date the day
 * @param store where
 * @param lines what was bought, never empty, in the order of the script; a product may stand in two lines
 */
public record Basket(Customer customer, LocalDate date, Store store, List<BasketLine> lines) {

    /** Keeps its own copy of the lines. */
    public Basket {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A basket needs at least one line");
        }
    }

    /** What the customer paid for the whole basket. */
    public BigDecimal total() {
        return lines.stream().map(BasketLine::storeSales).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
