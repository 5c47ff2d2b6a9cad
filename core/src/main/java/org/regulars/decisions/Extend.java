package org.regulars.decisions;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.regulars.program.Expiry;

/**
 * What a member holds of a kind lives longer.
 *
 * <p>It never lives shorter: of several that a member is given, each amount keeps the latest end. An amount
 * that never expires stays so.
 *
 * @param kind of what: {@code points}
 * @param by how much longer than it would, or null
 * @param from how long from the day of the event on, or null
 * @param through through which date, as ISO-8601 text, or null
 * @param reinstatedDays what lapsed no more than so many days ago comes back first; 0 for nothing
 */
public record Extend(
        String kind,
        @Nullable Period by,
        @Nullable Period from,
        @Nullable String through,
        int reinstatedDays) implements Decision {

    /** Refuses what would not be longer. */
    public Extend {
        if ((by != null && (by.isNegative() || by.isZero())) || (from != null && from.isNegative())) {
            throw new IllegalArgumentException("What is extended lives longer than before, not by " + by + from);
        }
        if (isTooLong(by) || isTooLong(from)) {
            throw new IllegalArgumentException(
                    "What lives for " + (by == null ? from : by) + " more lives for ever. Maybe fewer years?");
        }
        if (reinstatedDays < 0) {
            throw new IllegalArgumentException("What lapsed " + reinstatedDays + " days ago has not lapsed yet");
        }
        through = through == null ? null : LocalDate.parse(through).toString();
    }

    private static boolean isTooLong(@Nullable Period period) {
        return period != null && Expiry.isTooLong(period);
    }

    /** The life of a kind; say how long: {@code Extend.of( "points" ).byMonths( 3 )}. */
    public static Extend of(String kind) {
        return new Extend(kind, null, null, null, 0);
    }

    /** So many days longer than it would. */
    public Extend byDays(int days) {
        return new Extend(kind, Period.ofDays(days), null, null, reinstatedDays);
    }

    /** So many months longer than it would. */
    public Extend byMonths(int months) {
        return new Extend(kind, Period.ofMonths(months), null, null, reinstatedDays);
    }

    /** So many years longer than it would. */
    public Extend byYears(int years) {
        return new Extend(kind, Period.ofYears(years), null, null, reinstatedDays);
    }

    /** For so many days from the event on. */
    public Extend forDays(int days) {
        return new Extend(kind, null, Period.ofDays(days), null, reinstatedDays);
    }

    /** For so many months from the event on. */
    public Extend forMonths(int months) {
        return new Extend(kind, null, Period.ofMonths(months), null, reinstatedDays);
    }

    /** For so many years from the event on. */
    public Extend forYears(int years) {
        return new Extend(kind, null, Period.ofYears(years), null, reinstatedDays);
    }

    /** Through this date: {@code through( "2026-12-31" )}. */
    public Extend through(String date) {
        return new Extend(kind, null, null, date, reinstatedDays);
    }

    /**
     * This, and what lapsed no more than so many days ago comes back first. It lives as long as the rest says, at
     * least through the day of the event. Only the latest amounts that lapsed are remembered, see {@link
     * org.regulars.Member#lapsed()}.
     */
    public Extend reinstating(int days) {
        return new Extend(kind, by, from, through, days);
    }
}
