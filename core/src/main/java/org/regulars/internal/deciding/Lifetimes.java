package org.regulars.internal.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;
import org.regulars.program.Kind;

/** From when to when what a member earns can be spent, on the program's calendar. */
final class Lifetimes {

    private final Definitions definitions;
    private final ZoneId zone;
    private final LocalDate joined;

    Lifetimes(Definitions definitions, String joined) {
        this.definitions = definitions;
        this.zone = definitions.zone();
        this.joined = Values.moment(joined).atZone(zone).toLocalDate();
    }

    /** From when an amount earned at a time can be spent: the same time of day, some days on. */
    Instant activeFrom(String kind, Instant earned) {
        int days = definitions.kind(kind).pendingDays();
        return days == 0 ? earned : earned.atZone(zone).plusDays(days).toInstant();
    }

    /** From when an amount earned at a time is gone, or null for never. */
    @Nullable
    Instant expiresAt(String kind, Instant earned) {
        Expiry expiry = definitions.kind(kind).expiry();
        return expiry == null
                ? null
                : dayAfter(expiry.lastDay(earned.atZone(zone).toLocalDate(), joined));
    }

    /** Whether every purchase and activity starts the life of a kind anew. */
    boolean restartsWithActivity(String kind) {
        Kind defined = definitions.kind(kind);
        return defined.expiry() != null && defined.expiry().counted() == Expiry.Counted.FROM_ACTIVITY;
    }

    private Instant dayAfter(LocalDate last) {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
