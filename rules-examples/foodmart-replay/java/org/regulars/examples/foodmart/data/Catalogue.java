package org.regulars.examples.foodmart.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Everything the sales refer to by id: products, stores, customers and days. */
final class Catalogue {

    private final Table<Product> products;
    private final Table<Store> stores;
    private final Table<Customer> customers;
    private final Table<LocalDate> days;
    private final Table<ScriptRow> productClasses;
    private final List<ScriptRow> productRows = new ArrayList<>();

    Catalogue(String script) {
        products = new Table<>(script, "product");
        stores = new Table<>(script, "store");
        customers = new Table<>(script, "customer");
        days = new Table<>(script, "day");
        productClasses = new Table<>(script, "product class");
    }

    void add(ScriptRow row) {
        switch (row.table()) {
            // The script has the products before their classes, so they must wait.
            case "product" -> productRows.add(row);
            case "product_class" -> productClasses.add(row.integer("product_class_id"), row.line(), row);
            case "store" -> stores.add(row.integer("store_id"), row.line(), store(row));
            case "customer" -> customers.add(row.integer("customer_id"), row.line(), customer(row));
            case "time_by_day" -> days.add(row.integer("time_id"), row.line(), row.date("the_date"));
            default -> throw new IllegalArgumentException("No use for a row of the table " + row.table());
        }
    }

    /** Joins the products to their classes. To be called once, after the last row was added. */
    void complete() {
        for (ScriptRow row : productRows) {
            ScriptRow productClass = productClasses.get(row.integer("product_class_id"), row.line());
            products.add(row.integer("product_id"), row.line(), product(row, productClass));
        }
    }

    Table<Product> products() {
        return products;
    }

    Table<Store> stores() {
        return stores;
    }

    Table<Customer> customers() {
        return customers;
    }

    Table<LocalDate> days() {
        return days;
    }

    private static Product product(ScriptRow row, ScriptRow productClass) {
        return new Product(
                row.integer("product_id"),
                row.text("product_name"),
                row.text("brand_name"),
                productClass.text("product_family"),
                productClass.text("product_department"),
                productClass.text("product_category"),
                productClass.text("product_subcategory"));
    }

    private static Store store(ScriptRow row) {
        return new Store(
                row.integer("store_id"),
                row.text("store_name"),
                row.text("store_type"),
                row.text("store_city"),
                row.text("store_state"),
                row.text("store_country"));
    }

    private static Customer customer(ScriptRow row) {
        return new Customer(
                row.integer("customer_id"),
                row.text("fname"),
                row.text("lname"),
                row.date("birthdate"),
                row.text("country"),
                row.date("date_accnt_opened"));
    }
}
