package org.regulars.internal.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.regulars.internal.values.Values;

/**
 * The midnights of a program's zone, at which nearly everything ends. Each is worked out once, with what is written of it: every
 * event asks for several, and all events of a day mostly for the same. Any number of threads may ask.
 */
public final class Midnights {

    /** Ten years; dates can come from anywhere, so not every one that is asked for is kept. */
    private static final int MOST_KEPT = 4_000;

    private final ZoneId zone;
    private final Map<LocalDate, Midnight> after = new ConcurrentHashMap<>();

    /**
     * A midnight.
     *
     * @param time the point in time
     * @param text the same, as values are kept
     * @param day the date that ends with it, as text
     */
    public record Midnight(Instant time, String text, String day) {}

    Midnights(ZoneId zone) {
        this.zone = zone;
    }

    /** Midnight at the end of a day. */
    public Midnight after(LocalDate day) {
        Midnight known = after.get(day);
        if (known != null) {
            return known;
        }
        Instant time = day.plusDays(1).atStartOfDay(zone).toInstant();
        Midnight midnight = new Midnight(time, Values.text(time), day.toString());
        if (after.size() < MOST_KEPT) {
            after.put(day, midnight);
        }
        return midnight;
    }
}
