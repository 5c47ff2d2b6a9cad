package org.regulars;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/**
 * Goods are brought back, or what was done is undone.
 *
 * <p>Given to {@link LoyaltyEngine#reverse} with the outcome of what it undoes.
 *
 * @param id the application's id of the return, unique for a member
 * @param at when, as ISO-8601 text in UTC; not before what it undoes
 * @param parts what is brought back; empty for everything that is still kept
 * @param attributes anything else the application wants to keep with it
 */
public record Return(String id, String at, List<Part> parts, Map<String, String> attributes) implements Event {

    /**
     * What is brought back of one line.
     *
     * @param line the line's number on the receipt
     * @param quantity how much of it, or null for all that is still kept of it, or none of it where money is given
     * @param money so much of its price is paid back while the goods are kept, in the purchase's currency, or null
     */
    public record Part(
            int line,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal money) {

        /** Keeps the amounts in their plain form. */
        public Part {
            quantity = quantity == null ? null : Values.plain(quantity);
            money = money == null ? null : Values.plain(money);
        }
    }

    /** Keeps its own copies. */
    @SuppressWarnings("ConstantValue") // a JSON mapper passes null for what is missing
    public Return {
        Objects.requireNonNull(id, "id");
        at = Values.instant(at);
        parts = parts == null ? List.of() : List.copyOf(parts);
        attributes = Values.texts(attributes);
    }

    /** Some of the receipt: {@code Return.of( "return-7", now, line( 2 ) )}. */
    public static Return of(String id, Instant at, Part first, Part... others) {
        return new Return(
                id,
                at.toString(),
                Stream.concat(Stream.of(first), Arrays.stream(others)).toList(),
                Map.of());
    }

    /** All that is still kept of a receipt; or a redemption or activity, called off. */
    public static Return everything(String id, Instant at) {
        return new Return(id, at.toString(), List.of(), Map.of());
    }

    /** A line, as far as it is still kept. */
    public static Part line(int number) {
        return new Part(number, null, null);
    }

    /** So many units of a line. */
    public static Part line(int number, long quantity) {
        return new Part(number, BigDecimal.valueOf(quantity), null);
    }

    /** So much of a line that is weighed or measured, with decimals as text. */
    public static Part line(int number, String quantity) {
        return new Part(number, Values.number(quantity), null);
    }

    /** So much of a line's price, paid back while the goods are kept. */
    public static Part money(int line, String amount) {
        return new Part(line, null, Values.number(amount));
    }
}
