package org.regulars;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.regulars.internal.values.Values;

/**
 * A member asks for a reward without buying anything: at the desk, in the app.
 *
 * <p>With a purchase, say it there: {@link Purchase#redeeming(String)}. Rules answer both with the fact {@code
 * Redemption}.
 *
 * @param id the application's id, unique for a member
 * @param at when it was asked for, as ISO-8601 text in UTC
 * @param reward what is asked for, in the words the rules use: {@code breakfast}
 * @param amount how much of it: units, points, money, as the rules take it; above zero
 * @param attributes anything else rules may ask for; numbers and dates as text
 */
public record Redemption(String id, String at, String reward, BigDecimal amount, Map<String, String> attributes)
        implements Event {

    /** Keeps its own copy of the attributes. */
    public Redemption {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(reward, "reward");
        at = Values.instant(at);
        amount = Values.plain(amount);
        attributes = Values.texts(attributes);
    }

    /** One of something: {@code Redemption.of( "app-3", now, "breakfast" )}. */
    public static Redemption of(String id, Instant at, String reward) {
        return of(id, at, 1, reward);
    }

    /** So much of something: {@code Redemption.of( "app-3", now, 500, "points" )}. */
    public static Redemption of(String id, Instant at, long amount, String reward) {
        return of(id, at, BigDecimal.valueOf(amount), reward);
    }

    /** So much of something, with decimals. */
    public static Redemption of(String id, Instant at, BigDecimal amount, String reward) {
        return new Redemption(id, at.toString(), reward, amount, Map.of());
    }

    /** This redemption with an attribute. */
    public Redemption with(String attribute, String text) {
        return new Redemption(id, at, reward, amount, Values.and(attributes, attribute, text));
    }

    /** This redemption with a number as attribute. */
    public Redemption with(String attribute, BigDecimal number) {
        return with(attribute, number.toPlainString());
    }

    /** This redemption with a date as attribute. */
    public Redemption with(String attribute, LocalDate date) {
        return with(attribute, date.toString());
    }
}
