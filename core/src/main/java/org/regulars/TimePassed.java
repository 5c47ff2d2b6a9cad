package org.regulars;

import java.time.Instant;
import java.util.Map;
import org.regulars.internal.values.Values;

/**
 * Nothing but time: what falls due until then happens, and no more.
 *
 * @param id made from the time; it need not be unique
 * @param at until when, as ISO-8601 text in UTC
 * @param attributes none
 */
public record TimePassed(String id, String at, Map<String, String> attributes) implements Event {

    /** Keeps the time in its one form. */
    public TimePassed {
        at = Values.instant(at);
        attributes = Values.texts(attributes);
    }

    /** Time until then. */
    public static TimePassed until(Instant to) {
        return new TimePassed("until " + to, to.toString(), Map.of());
    }
}
