package org.regulars;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.regulars.internal.values.Sum;
import org.regulars.internal.values.Values;

/**
 * A receipt: what a member brought to the till, in one currency.
 *
 * <p>Built up with {@code with…}; each call returns a new purchase. Nothing is judged here: {@link
 * LoyaltyEngine#decide} refuses a purchase that cannot be (a negative price, two currencies, a line
 * number used twice) with an error that names it.
 *
 * @param id the application's id, unique for a member
 * @param at when it was paid, as ISO-8601 text in UTC
 * @param currency the ISO 4217 code all its amounts are in
 * @param lines what was bought, numbered from 1
 * @param shipping what delivery costs before any offer; zero where there is none
 * @param wishes the rewards asked for with it
 * @param attributes anything else rules may ask for: channel, store, tender; numbers and dates as text
 */
public record Purchase(
        String id,
        String at,
        String currency,
        List<Line> lines,
        BigDecimal shipping,
        List<Wish> wishes,
        Map<String, String> attributes)
        implements Event {

    /**
     * A reward the member asks for with this purchase.
     *
     * @param reward what, in the words the rules use: {@code breakfast}
     * @param amount how much of it, above zero
     */
    public record Wish(String reward, BigDecimal amount) {

        /** Keeps the amount in its plain form. */
        public Wish {
            Objects.requireNonNull(reward, "reward");
            amount = Values.plain(amount);
        }
    }

    /** Keeps its own copies; parts that older stored purchases lack are taken as empty. */
    @SuppressWarnings("ConstantValue") // a JSON mapper passes null for what is missing
    public Purchase {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(currency, "currency");
        at = Values.instant(at);
        lines = lines == null ? List.of() : List.copyOf(lines);
        shipping = shipping == null ? BigDecimal.ZERO : Values.plain(shipping);
        wishes = wishes == null ? List.of() : List.copyOf(wishes);
        attributes = Values.texts(attributes);
    }

    /** An empty receipt. Add what was bought with {@link #with(Line)}. */
    public static Purchase of(String id, Instant at, String currency) {
        return new Purchase(id, at.toString(), currency, List.of(), BigDecimal.ZERO, List.of(), Map.of());
    }

    /** This purchase with one more line; a line without a number gets the next one. */
    public Purchase with(Line line) {
        List<Line> more = new ArrayList<>(lines);
        more.add(line.number() == 0 ? line.numbered(lines.size() + 1) : line);
        return new Purchase(id, at, currency, more, shipping, wishes, attributes);
    }

    /**
     * This purchase with so many of an item at a price each: {@code with( 2, "latte", "coffee", "4.80" )}.
     *
     * @see Line#of(long, String, String, String)
     */
    public Purchase with(long quantity, String name, String category, String price) {
        return with(Line.of(quantity, name, category, price));
    }

    /** This purchase with an attribute: {@code with( "channel", "app" )}. */
    public Purchase with(String attribute, String text) {
        return new Purchase(id, at, currency, lines, shipping, wishes, Values.and(attributes, attribute, text));
    }

    /** This purchase with a number as attribute. */
    public Purchase with(String attribute, BigDecimal number) {
        return with(attribute, number.toPlainString());
    }

    /** This purchase with a date as attribute. */
    public Purchase with(String attribute, LocalDate date) {
        return with(attribute, date.toString());
    }

    /** This purchase with a cost of delivery, in its currency, before any offer. */
    public Purchase shipping(String amount) {
        return new Purchase(id, at, currency, lines, Values.number(amount), wishes, attributes);
    }

    /** This purchase, on which a reward is asked for: {@code redeeming( "breakfast" )}. */
    public Purchase redeeming(String reward) {
        return redeeming(1, reward);
    }

    /** This purchase, on which so much of something is asked for: {@code redeeming( 500, "points" )}. */
    public Purchase redeeming(long amount, String reward) {
        return redeeming(BigDecimal.valueOf(amount), reward);
    }

    /** This purchase, on which so much of something is asked for, with decimals. */
    public Purchase redeeming(BigDecimal amount, String reward) {
        List<Wish> more = new ArrayList<>(wishes);
        more.add(new Wish(reward, amount));
        return new Purchase(id, at, currency, lines, shipping, more, attributes);
    }

    /** This purchase with other lines in place of its own. */
    public Purchase withLines(List<Line> others) {
        return new Purchase(id, at, currency, others, shipping, wishes, attributes);
    }

    /** What all lines cost before any offer, delivery not included. */
    public BigDecimal total() {
        Sum sum = new Sum();
        for (Line line : lines) {
            sum.add(line.amount());
        }
        return sum.value();
    }
}
