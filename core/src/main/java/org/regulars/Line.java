package org.regulars;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.regulars.internal.values.Values;

/**
 * One line of a receipt.
 *
 * @param number its place on the receipt, from 1; 0 until it is added to a {@link Purchase}
 * @param name what it is: {@code latte}, an article number, a flight
 * @param category what sort of thing it is: {@code coffee}, {@code fresh}
 * @param quantity how much of it: units, kilograms, litres
 * @param amount what the whole line costs before any offer, in the purchase's currency
 * @param currency the ISO 4217 code if the line states one, else empty for the purchase's
 * @param attributes anything else rules may ask for; numbers and dates as text
 */
public record Line(
        int number,
        String name,
        String category,
        BigDecimal quantity,
        BigDecimal amount,
        String currency,
        Map<String, String> attributes) {

    /** Keeps its own copies; parts that older stored lines lack are taken as empty. */
    @SuppressWarnings("ConstantValue") // a JSON mapper passes null for what is missing
    public Line {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(category, "category");
        quantity = Values.plain(quantity);
        amount = Values.plain(amount);
        currency = currency == null ? "" : currency;
        attributes = Values.texts(attributes);
    }

    /** So many units at a price each: {@code Line.of( 2, "latte", "coffee", "4.80" )} costs 9.60. */
    public static Line of(long quantity, String name, String category, String price) {
        BigDecimal units = BigDecimal.valueOf(quantity);
        return new Line(0, name, category, units, units.multiply(Values.number(price)), "", Map.of());
    }

    /**
     * A line whose total is known, as for weighed goods: {@code Line.totalling( new BigDecimal( "0.482" ),
     * "apples", "fresh", new BigDecimal( "1.93" ) )}.
     */
    public static Line totalling(BigDecimal quantity, String name, String category, BigDecimal total) {
        return new Line(0, name, category, quantity, total, "", Map.of());
    }

    /** This line, of another quantity and amount. */
    public Line costing(BigDecimal ofQuantity, BigDecimal total) {
        return new Line(number, name, category, ofQuantity, total, currency, attributes);
    }

    /** This line at another place on the receipt. */
    public Line numbered(int place) {
        return new Line(place, name, category, quantity, amount, currency, attributes);
    }

    /** This line, stating its currency; a receipt in two currencies is refused. */
    public Line in(String isoCode) {
        return new Line(number, name, category, quantity, amount, isoCode, attributes);
    }

    /** This line with an attribute: {@code with( "fare", "flex" )}. */
    public Line with(String attribute, String text) {
        return new Line(number, name, category, quantity, amount, currency, Values.and(attributes, attribute, text));
    }

    /** This line with a number as attribute. */
    public Line with(String attribute, BigDecimal number) {
        return with(attribute, number.toPlainString());
    }

    /** This line with a date as attribute. */
    public Line with(String attribute, LocalDate date) {
        return with(attribute, date.toString());
    }

    /** Whether an offer that speaks of {@code what} means this line: its name or its category. */
    public boolean isA(String what) {
        return name.equals(what) || category.equals(what);
    }
}
