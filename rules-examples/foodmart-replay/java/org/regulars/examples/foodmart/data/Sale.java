package org.regulars.examples.foodmart.data;

import java.math.BigDecimal;

/** A row of one of the three tables of sales, before its ids are looked up, and its line in the script for errors. */
record Sale(
        int scriptLine,
        int productId,
        int timeId,
        int customerId,
        int storeId,
        BigDecimal units,
        BigDecimal storeSales,
        BigDecimal storeCost) {

    static Sale of(ScriptRow row) {
        return new Sale(
                row.line(),
                row.integer("product_id"),
                row.integer("time_id"),
                row.integer("customer_id"),
                row.integer("store_id"),
                row.decimal("unit_sales"),
                row.decimal("store_sales"),
                row.decimal("store_cost"));
    }
}
