package org.regulars;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.regulars.internal.values.Values;

/**
 * Anything a member did that is not a purchase: joined, referred a friend, wrote a review, paid a fee.
 *
 * @param id the application's id, unique for a member
 * @param at when it happened, as ISO-8601 text in UTC
 * @param name what happened, in the words the rules use: {@code joined}
 * @param attributes anything else rules may ask for; numbers and dates as text
 */
public record Activity(String id, String at, String name, Map<String, String> attributes) implements Event {

    /** Keeps its own copy of the attributes. */
    public Activity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        at = Values.instant(at);
        attributes = Values.texts(attributes);
    }

    /** Something that happened: {@code Activity.of( "web-17", now, "joined" )}. */
    public static Activity of(String id, Instant at, String name) {
        return new Activity(id, at.toString(), name, Map.of());
    }

    /** This activity with an attribute. */
    public Activity with(String attribute, String text) {
        return new Activity(id, at, name, Values.and(attributes, attribute, text));
    }

    /** This activity with a number as attribute. */
    public Activity with(String attribute, BigDecimal number) {
        return with(attribute, number.toPlainString());
    }

    /** This activity with a date as attribute. */
    public Activity with(String attribute, LocalDate date) {
        return with(attribute, date.toString());
    }
}
