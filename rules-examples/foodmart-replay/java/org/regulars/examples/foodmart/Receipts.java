package org.regulars.examples.foodmart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.regulars.Line;
import org.regulars.Member;
import org.regulars.Purchase;
import org.regulars.examples.foodmart.data.Basket;
import org.regulars.examples.foodmart.data.BasketLine;
import org.regulars.examples.foodmart.data.Customer;

/** Tells the engine of customers and baskets in its own words. */
final class Receipts {

    /** FoodMart sells in three countries at one price, so its amounts are in one currency. */
    static final String CURRENCY = "USD";

    private Receipts() {}

    /** Someone who joined on the day they opened their account. */
    static Member member(Customer customer) {
        return Member.of(
                String.valueOf(customer.id()),
                customer.accountOpened().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** A basket as a receipt of that day at noon; who was in two shops that day has two. */
    static Purchase purchase(Basket basket) {
        Purchase purchase =
                Purchase.of(basket.date() + " store " + basket.store().id(), noon(basket.date()), CURRENCY);
        for (BasketLine line : basket.lines()) {
            purchase = purchase.with(Line.totalling(
                    line.units(), line.product().name(), line.product().department(), line.storeSales()));
        }
        return purchase;
    }

    private static Instant noon(LocalDate date) {
        return date.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
