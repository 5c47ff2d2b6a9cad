package org.regulars.facts;

import java.time.ZonedDateTime;
import java.util.Map;

/**
 * Something the member did that is not a purchase.
 *
 * @param id the application's id
 * @param name what happened: {@code joined}
 * @param moment when, in the program's zone
 * @param member who did it, as they were before
 * @param attributes anything else the application knows of it
 */
public record Activity(String id, String name, ZonedDateTime moment, Member member, Map<String, String> attributes)
        implements Timed, Attributed {}
