package org.regulars.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/** What else the application knows. A name it did not fill is null: only {@code !=} and {@code == null} match. */
interface Attributed extends CalendarWords {

    /** All attributes, by name. */
    Map<String, String> attributes();

    /** An attribute as text: {@code text( "channel" ) == "app"}. */
    default @Nullable String text(String name) {
        return attributes().get(name);
    }

    /** An attribute as number: {@code number( "nights" ) >= 3}. Fails if it is not one. */
    default @Nullable BigDecimal number(String name) {
        String text = attributes().get(name);
        if (text == null) {
            return null;
        }
        try {
            return Values.plain(Values.number(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The attribute '" + name + "' is '" + text
                    + "', not a number. Maybe text( \"" + name + "\" ) was meant?");
        }
    }

    /** An attribute as date: {@code date( "valid until" ) >= "2026-06-01"}. Fails if it is not one. */
    default @Nullable String date(String name) {
        String text = attributes().get(name);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("The attribute '" + name + "' is '" + text
                    + "', not a date like 2026-06-01. Maybe text( \"" + name + "\" ) was meant?");
        }
    }
}
