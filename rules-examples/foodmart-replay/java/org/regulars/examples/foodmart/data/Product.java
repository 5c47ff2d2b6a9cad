package org.regulars.examples.foodmart.data;

/**
 * A product together with its place in the product hierarchy, which narrows from family through department and
 * category to subcategory.
 *
 * @param id the product id, from 1
 * @param name the full name, which begins with the brand
 * @param brand the brand alone
 * @param family {@code Food}, {@code Drink} or {@code Non-Consumable}
 * @param department such as {@code Produce}
 * @param category such as {@code Vegetables}
 * @param subcategory such as {@code Fresh Vegetables}
 */
public record Product(
        int id, String name, String brand, String family, String department, String category, String subcategory) {}
