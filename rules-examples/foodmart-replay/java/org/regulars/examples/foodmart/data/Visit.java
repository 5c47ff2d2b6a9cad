package org.regulars.examples.foodmart.data;

import java.time.LocalDate;
import java.util.Comparator;

/** What makes a basket: sales that share all three belong together. Visits are ordered as baskets are. */
record Visit(LocalDate date, Customer customer, Store store) implements Comparable<Visit> {

    private static final Comparator<Visit> ORDER = Comparator.comparing(Visit::date)
            .thenComparing(visit -> visit.customer().id())
            .thenComparing(visit -> visit.store().id());

    @Override
    public int compareTo(Visit other) {
        return ORDER.compare(this, other);
    }
}
