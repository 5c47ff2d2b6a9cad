package org.regulars.examples.foodmart.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers sales into baskets. */
final class BasketBuilder {

    private final Catalogue catalogue;

    BasketBuilder(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The baskets in the order of their visits; within a basket the sales keep the order they came in. */
    List<Basket> baskets(List<Sale> sales) {
        SortedMap<Visit, List<BasketLine>> linesByVisit = new TreeMap<>();
        for (Sale sale : sales) {
            linesByVisit
                    .computeIfAbsent(visit(sale), visit -> new ArrayList<>())
                    .add(line(sale));
        }
        List<Basket> baskets = new ArrayList<>();
        linesByVisit.forEach(
                (visit, lines) -> baskets.add(new Basket(visit.customer(), visit.date(), visit.store(), lines)));
        return List.copyOf(baskets);
    }

    private Visit visit(Sale sale) {
        return new Visit(
                catalogue.days().get(sale.timeId(), sale.scriptLine()),
                catalogue.customers().get(sale.customerId(), sale.scriptLine()),
                catalogue.stores().get(sale.storeId(), sale.scriptLine()));
    }

    private BasketLine line(Sale sale) {
        Product product = catalogue.products().get(sale.productId(), sale.scriptLine());
        return new BasketLine(product, sale.units(), sale.storeSales(), sale.storeCost());
    }
}
