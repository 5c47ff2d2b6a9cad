package org.regulars.examples.foodmart.data;

/**
 * A shop, or the headquarters, which has the id 0 and sells nothing.
 *
 * @param id the store id
 * @param name such as {@code Store 7}
 * @param type such as {@code Supermarket}
 * @param city the town it stands in
 * @param state the state or province
 * @param country {@code USA}, {@code Canada} or {@code Mexico}
 */
public record Store(int id, String name, String type, String city, String state, String country) {}
