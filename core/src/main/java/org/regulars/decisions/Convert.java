package org.regulars.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;

/**
 * So much of one kind becomes so much of another: points become miles, points become vouchers.
 *
 * <p>{@code Convert.of( 50, "points" ).into( "0.50", "vouchers" ).repeatedly().atLeast( 150 )} makes 2.50 of 265 points
 * and leaves 15; of 149 it makes nothing. Either both happen or neither.
 *
 * @param cost how much of which kind is given up, once
 * @param amount how much comes of it, once; zero until {@link #into} says it
 * @param kind of what it comes
 * @param repeated whether as often as the member holds it
 * @param atLeast how much must be given up in all, or null
 * @param atMost how much may be given up in all, or null
 * @param life how long what comes of it lives, or null for as long as its kind says
 */
public record Convert(
        Cost cost,
        BigDecimal amount,
        String kind,
        boolean repeated,
        @Nullable BigDecimal atLeast,
        @Nullable BigDecimal atMost,
        @Nullable Expiry life)
        implements Reward {

    /** Keeps the amounts in their plain form. */
    public Convert {
        amount = Values.plain(amount);
        atLeast = atLeast == null ? null : Values.plain(atLeast);
        atMost = atMost == null ? null : Values.plain(atMost);
    }

    /** So much is given up: {@code Convert.of( 50, "points" )}. */
    public static Convert of(long amount, String kind) {
        return of(BigDecimal.valueOf(amount), kind);
    }

    /** So much is given up, with decimals as text. */
    public static Convert of(String amount, String kind) {
        return of(Values.number(amount), kind);
    }

    /** So much is given up, from an amount a fact holds. */
    public static Convert of(BigDecimal amount, String kind) {
        return new Convert(Cost.of(amount, kind), BigDecimal.ZERO, "", false, null, null, null);
    }

    /** So much comes of it: {@code into( 1, "voucher" )}. */
    public Convert into(long amount, String kind) {
        return into(BigDecimal.valueOf(amount), kind);
    }

    /** So much comes of it, with decimals as text: {@code into( "0.50", "vouchers" )}. */
    public Convert into(String amount, String kind) {
        return into(Values.number(amount), kind);
    }

    /** So much comes of it, from an amount a fact holds. */
    public Convert into(BigDecimal amount, String kind) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("What " + cost.amount().toPlainString() + " " + cost.kind()
                    + " become is more than nothing, not " + amount.toPlainString() + ". Maybe Forfeit?");
        }
        return new Convert(cost, amount, kind, repeated, atLeast, atMost, life);
    }

    /** This, as often as the member holds what it takes. */
    public Convert repeatedly() {
        return new Convert(cost, amount, kind, true, atLeast, atMost, life);
    }

    /** This, if at least so much is given up in all. */
    public Convert atLeast(long least) {
        return new Convert(cost, amount, kind, repeated, BigDecimal.valueOf(least), atMost, life);
    }

    /** This, of at most so much given up in all. */
    public Convert atMost(long most) {
        return atMost(BigDecimal.valueOf(most));
    }

    /** This, of at most so much given up in all, from an amount a fact holds. */
    public Convert atMost(BigDecimal most) {
        return new Convert(cost, amount, kind, repeated, atLeast, most, life);
    }

    /** This, and what comes of it can be used through this date: {@code expiringOn( "2026-06-30" )}. */
    public Convert expiringOn(String date) {
        return living(Expiry.on(date));
    }

    /** This, and what comes of it can be used for so many days. */
    public Convert expiringAfterDays(int days) {
        return living(Expiry.afterDays(days));
    }

    /** This, and what comes of it can be used for so many months. */
    public Convert expiringAfterMonths(int months) {
        return living(Expiry.afterMonths(months));
    }

    private Convert living(Expiry own) {
        return new Convert(cost, amount, kind, repeated, atLeast, atMost, own);
    }
}
