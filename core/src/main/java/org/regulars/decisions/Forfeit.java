package org.regulars.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/**
 * The member loses something: points after a year of silence, a paid tier whose fee is given back.
 *
 * @param amount how much of the kind, or null for all of it
 * @param kind of what, what is pending too, or null for no kind
 * @param tier the tier that is lost; from it or a higher one the member falls as its ladder says; or null for none
 */
public record Forfeit(
        @Nullable BigDecimal amount,
        @Nullable String kind,
        @Nullable String tier) implements Decision {

    /** Refuses to take nothing or less. */
    public Forfeit {
        amount = amount == null ? null : Values.plain(amount);
        if (amount != null && amount.signum() <= 0) {
            throw new IllegalArgumentException("What is forfeited is more than nothing, not " + amount + " " + kind);
        }
    }

    /** So much of a kind, as far as there is so much: {@code Forfeit.of( 100, "points" )}. */
    public static Forfeit of(long amount, String kind) {
        return new Forfeit(BigDecimal.valueOf(amount), kind, null);
    }

    /** All of a kind: {@code Forfeit.all( "points" )}. */
    public static Forfeit all(String kind) {
        return new Forfeit(null, kind, null);
    }

    /** A tier: {@code Forfeit.tier( "Plus" )}. */
    public static Forfeit tier(String tier) {
        return new Forfeit(null, null, tier);
    }
}
