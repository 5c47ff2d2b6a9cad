package org.regulars.internal.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.program.Midnights;
import org.regulars.internal.program.Midnights.Midnight;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;
import org.regulars.program.Kind;

/** From when to when what a member earns can be spent, on the program's calendar. Used by one decision. */
final class Lifetimes {

    private final Definitions definitions;
    private final ZoneId zone;
    private final Midnights midnights;
    private final LocalDate joined;

    /** The time whose date was asked for last, and that date: mostly it is the event's, several times. */
    private Instant dated;

    private LocalDate date;

    Lifetimes(Definitions definitions, String joined) {
        this.definitions = definitions;
        this.zone = definitions.zone();
        this.midnights = definitions.midnights();
        this.dated = Values.moment(joined);
        this.date = LocalDate.ofInstant(dated, zone);
        this.joined = date;
    }

    /** What the program says of a kind. */
    Kind kind(String name) {
        return definitions.kind(name);
    }

    /** From when an amount earned at a time can be spent: the same time of day, some days on. */
    Instant activeFrom(Kind kind, Instant earned) {
        int days = kind.pendingDays();
        return days == 0 ? earned : earned.atZone(zone).plusDays(days).toInstant();
    }

    /**
     * From when an amount earned at a time is gone, or null for never.
     *
     * @param own how long it lives itself, or null for as long as its kind says
     */
    @Nullable
    Midnight expiresAt(Kind kind, Instant earned, @Nullable Expiry own) {
        Expiry expiry = own == null ? kind.expiry() : own;
        return expiry == null ? null : midnights.after(lastDay(expiry, earned));
    }

    /** The last day of what begins at a time. */
    LocalDate lastDay(Expiry expiry, Instant from) {
        return expiry.lastDay(dateOf(from), joined);
    }

    /**
     * The last day of a tier.
     *
     * @param qualified when the member was found to have earned it. On the calendar that is the last moment before, so that
     *     what was earned in a year holds as long as had it been found within that year
     * @param at when it is given; if it had ended by then, it counts from then
     */
    LocalDate lastDay(Expiry lasts, Instant qualified, Instant at) {
        LocalDate last = lastDay(lasts, qualified);
        return dayAfter(last).isAfter(at) ? last : lastDay(lasts, at);
    }

    /** The date of a time. */
    LocalDate dateOf(Instant time) {
        if (!time.equals(dated)) {
            dated = time;
            date = LocalDate.ofInstant(time, zone);
        }
        return date;
    }

    /** Midnight at the end of a day. */
    Instant dayAfter(LocalDate last) {
        return midnights.after(last).time();
    }

    /** A date as text. */
    String text(LocalDate date) {
        return midnights.after(date).day();
    }

    /** The day the member joined. */
    LocalDate joined() {
        return joined;
    }

    /** Whether every purchase and activity starts the life of any kind anew. */
    boolean anyRestartsWithActivity() {
        return definitions.anyLivesOnWithActivity();
    }

    /** Whether every purchase and activity starts the life of a kind anew. */
    boolean restartsWithActivity(Kind kind) {
        return kind.expiry() != null && kind.expiry().counted() == Expiry.Counted.FROM_ACTIVITY;
    }
}
