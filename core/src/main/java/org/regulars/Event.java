package org.regulars;

import java.time.Instant;
import java.util.Map;
import org.regulars.internal.values.Values;

/**
 * Something a member did, which the rules may answer; what is undone or put right; or only time that passed.
 *
 * <p>Time comes only from here: the engine has no clock. An event is a plain value of texts and
 * numbers, so that any JSON mapper writes and reads it.
 */
public sealed interface Event permits Purchase, Redemption, Activity, Correction, Return, TimePassed {

    /**
     * The application's own id of the event, unique for a member. The same event decided twice
     * counts once (see {@link Member#recent()}).
     */
    String id();

    /** When it happened, as ISO-8601 text in UTC, for instance {@code 2026-11-23T07:15:00Z}. */
    String at();

    /** What else the application knows of the event; numbers and dates as text. */
    Map<String, String> attributes();

    /** When it happened, as a point in time. */
    default Instant instant() {
        return Values.moment(at());
    }
}
