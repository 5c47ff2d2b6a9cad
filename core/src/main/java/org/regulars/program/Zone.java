package org.regulars.program;

import java.time.ZoneId;

/**
 * The time zone in which the program's dates, days and hours are meant; UTC if none is given.
 *
 * @param id its IANA name: {@code Europe/Oslo}
 */
public record Zone(String id) {

    /** Refuses a zone nobody knows. */
    public Zone {
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            throw new IllegalArgumentException(
                    "There is no time zone '" + id + "'. Maybe a city of yours, as in 'Europe/Oslo'?");
        }
    }

    /** A zone by its IANA name: {@code Zone.of( "Europe/Oslo" )}. */
    public static Zone of(String id) {
        return new Zone(id);
    }
}
