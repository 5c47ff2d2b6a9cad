package org.regulars.examples.foodmart;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.regulars.examples.foodmart.data.Basket;

/** What the shop sold, before anything was free. */
final class ShopAccount {

    private int baskets;
    private int lines;
    private BigDecimal sales = BigDecimal.ZERO;
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;

    void enter(Basket basket) {
        baskets++;
        lines += basket.lines().size();
        sales = sales.add(basket.total());
        first = basket.date().isBefore(first) ? basket.date() : first;
        last = basket.date().isAfter(last) ? basket.date() : last;
    }

    int baskets() {
        return baskets;
    }

    int lines() {
        return lines;
    }

    BigDecimal sales() {
        return sales;
    }

    /** The day of the first basket. */
    LocalDate first() {
        return first;
    }

    /** The day of the last basket. */
    LocalDate last() {
        return last;
    }
}
