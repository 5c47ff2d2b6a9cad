package org.regulars;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.regulars.internal.values.Values;

/**
 * Staff put a balance right.
 *
 * <p>What is given is an award like any other: pending and expiring as its kind says. What is taken goes by the kind's
 * {@linkplain org.regulars.program.Kind.TakeBack deficit policy}, so that points which are spent already can be taken
 * too. Rules on {@code Balance} answer it; it is no activity of the member's.
 *
 * @param id the application's id, unique for a member
 * @param at when, as ISO-8601 text in UTC
 * @param amount how much; negative to take it away; not zero, and no finer than the kind's decimals
 * @param kind of what: {@code points}
 * @param reason why, in the words of who did it; it stands in the explanation
 * @param attributes anything else the application wants to keep with it
 */
public record Correction(
        String id, String at, BigDecimal amount, String kind, String reason, Map<String, String> attributes)
        implements Event {

    /** Keeps its own copy of the attributes. */
    public Correction {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        at = Values.instant(at);
        amount = Values.plain(amount);
        attributes = Values.texts(attributes);
    }

    /** So much more, or less: {@code Correction.of( "desk-9", now, -50, "points", "counted twice" )}. */
    public static Correction of(String id, Instant at, long amount, String kind, String reason) {
        return of(id, at, BigDecimal.valueOf(amount), kind, reason);
    }

    /** So much more, or less, with decimals. */
    public static Correction of(String id, Instant at, BigDecimal amount, String kind, String reason) {
        return new Correction(id, at.toString(), amount, kind, reason, Map.of());
    }
}
