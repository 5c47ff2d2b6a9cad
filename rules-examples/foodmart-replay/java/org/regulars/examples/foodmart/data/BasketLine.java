package org.regulars.examples.foodmart.data;

import java.math.BigDecimal;

/**
 * One product bought in a basket.
 *
 * @param product what was bought
 * @param units how many, as the decimal of the data set
 * @param storeSales what the customer paid for the line, for all its units
 * @param storeCost what the line cost the store, for all its units
 */
public record BasketLine(Product product, BigDecimal units, BigDecimal storeSales, BigDecimal storeCost) {}
