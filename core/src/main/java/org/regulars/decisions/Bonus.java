package org.regulars.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;

/**
 * A flat extra of a kind, which no {@link Multiply} touches.
 *
 * @param amount how much
 * @param kind of what: {@code points}
 * @param group the group of which only the best offer counts, or null
 * @param life how long it lives, or null for as long as its kind says
 */
public record Bonus(
        BigDecimal amount,
        String kind,
        @Nullable String group,
        @Nullable Expiry life) implements Decision {

    /** Keeps the amount in its plain form. */
    public Bonus {
        amount = Values.plain(amount);
    }

    /** So much extra: {@code Bonus.of( 500, "points" )}. */
    public static Bonus of(long amount, String kind) {
        return new Bonus(BigDecimal.valueOf(amount), kind, null, null);
    }

    /** So much extra, with decimals as text: {@code Bonus.of( "2.50", "cashback" )}. */
    public static Bonus of(String amount, String kind) {
        return new Bonus(Values.number(amount), kind, null, null);
    }

    /** So much extra, from an amount a fact holds. */
    public static Bonus of(BigDecimal amount, String kind) {
        return new Bonus(amount, kind, null, null);
    }

    /** This, in a group of offers of which only the one best for the member counts. */
    public Bonus bestOf(String group) {
        return new Bonus(amount, kind, group, life);
    }

    /** This, to be used through this date, whatever its kind says: {@code expiringOn( "2026-06-30" )}. */
    public Bonus expiringOn(String date) {
        return living(Expiry.on(date));
    }

    /** This, to be used for so many days, whatever its kind says. */
    public Bonus expiringAfterDays(int days) {
        return living(Expiry.afterDays(days));
    }

    /** This, to be used for so many months, whatever its kind says. */
    public Bonus expiringAfterMonths(int months) {
        return living(Expiry.afterMonths(months));
    }

    private Bonus living(Expiry own) {
        return new Bonus(amount, kind, group, own);
    }
}
