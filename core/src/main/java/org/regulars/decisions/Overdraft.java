package org.regulars.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/**
 * The member may spend more of a kind than they hold, in this event; what they owe the next credits make good.
 *
 * <p>Of several the largest counts. It covers what must be held beforehand.
 *
 * @param amount how much more, or null for a share
 * @param percent how many per cent of what they hold, or null for an amount
 * @param kind of what: {@code miles}
 * @param upTo how much more at most, or null for no bound
 */
public record Overdraft(
        @Nullable BigDecimal amount,
        @Nullable BigDecimal percent,
        String kind,
        @Nullable BigDecimal upTo) implements Decision {

    /** Refuses to lend less than nothing. */
    public Overdraft {
        amount = amount == null ? null : Values.plain(amount);
        percent = percent == null ? null : Values.plain(percent);
        upTo = upTo == null ? null : Values.plain(upTo);
        if ((amount != null && amount.signum() < 0) || (percent != null && percent.signum() < 0)) {
            throw new IllegalArgumentException("An overdraft of " + kind + " is not below zero");
        }
    }

    /** So much more than they hold: {@code Overdraft.of( 3000, "miles" )}. */
    public static Overdraft of(long amount, String kind) {
        return new Overdraft(BigDecimal.valueOf(amount), null, kind, null);
    }

    /** So many per cent more than they hold, in whole units: {@code Overdraft.percent( 20, "miles" )}. */
    public static Overdraft percent(long percent, String kind) {
        return new Overdraft(null, BigDecimal.valueOf(percent), kind, null);
    }

    /** This, but at most so much. */
    public Overdraft upTo(long most) {
        return new Overdraft(amount, percent, kind, BigDecimal.valueOf(most));
    }
}
