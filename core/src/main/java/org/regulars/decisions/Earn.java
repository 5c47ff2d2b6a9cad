package org.regulars.decisions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.regulars.facts.PaidItem;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;

/**
 * So much of a kind is earned.
 *
 * <p>It belongs to the lines the rule matched: a rule that names a {@code PaidItem} earns for that
 * line, one that names {@code Paid} for the whole purchase. The amount is exact; rounding is the
 * kind's affair and happens after multiplying.
 *
 * @param amount what is earned, exact and not yet rounded: rate times basis, or rate times the whole steps in it
 * @param kind what is earned: {@code points}
 * @param rate how much for each one or each step
 * @param step of what size the whole steps are, or null where parts count too
 * @param basis what the rate was applied to, or null for the bare rate
 * @param group the group of which only the best offer counts, or null
 * @param life how long it lives, or null for as long as its kind says
 */
public record Earn(
        BigDecimal amount,
        String kind,
        BigDecimal rate,
        @Nullable BigDecimal step,
        @Nullable BigDecimal basis,
        @Nullable String group,
        @Nullable Expiry life)
        implements Decision {

    /** So much, whatever is bought: {@code Earn.of( 1, "visits" )}. */
    public static Earn of(long amount, String kind) {
        return of(BigDecimal.valueOf(amount), kind);
    }

    /** So much, with decimals as text: {@code Earn.of( "0.5", "points" )}. */
    public static Earn of(String amount, String kind) {
        return of(Values.number(amount), kind);
    }

    /** So much, from an amount a fact holds. */
    public static Earn of(BigDecimal amount, String kind) {
        BigDecimal plain = plain(amount, kind);
        return new Earn(plain, kind, plain, null, null, null, null);
    }

    /** So much for each unit paid for; a part of a unit earns its part. */
    public Earn forEach(PaidItem units) {
        return times(units.quantity());
    }

    /** So much times an amount: {@code Earn.of( 10, "miles" ).times( $ticket.amount() )}. */
    public Earn times(BigDecimal amount) {
        refuseSecondBasis();
        BigDecimal plain = plain(amount, kind);
        BigDecimal earned = rate.compareTo(BigDecimal.ONE) == 0 ? plain : Values.plain(rate.multiply(plain));
        return new Earn(earned, kind, rate, null, plain, group, life);
    }

    /** So much times a whole number, as a fact counts it: {@code Earn.of( 100, "points" ).times( $years )}. */
    public Earn times(long number) {
        return times(BigDecimal.valueOf(number));
    }

    /**
     * So much for every whole step there is in an amount; what is left over earns nothing: {@code
     * Earn.of( 10, "points" ).forEvery( "2.00", $paid.amount() )} earns 30 points on 7.00.
     */
    public Earn forEvery(String step, BigDecimal amount) {
        return forEvery(Values.number(step), amount);
    }

    /** So much for every whole step there is in an amount. */
    public Earn forEvery(long step, BigDecimal amount) {
        return forEvery(BigDecimal.valueOf(step), amount);
    }

    /** This, in a group of offers of which only the one best for the member counts. */
    public Earn bestOf(String group) {
        return new Earn(amount, kind, rate, step, basis, group, life);
    }

    /** This, to be used through this date, whatever its kind says: {@code expiringOn( "2026-06-30" )}. */
    public Earn expiringOn(String date) {
        return living(Expiry.on(date));
    }

    /** This, to be used for so many days, whatever its kind says. */
    public Earn expiringAfterDays(int days) {
        return living(Expiry.afterDays(days));
    }

    /** This, to be used for so many months, whatever its kind says. */
    public Earn expiringAfterMonths(int months) {
        return living(Expiry.afterMonths(months));
    }

    private Earn living(Expiry own) {
        return new Earn(amount, kind, rate, step, basis, group, own);
    }

    private Earn forEvery(BigDecimal step, BigDecimal amount) {
        refuseSecondBasis();
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("A step is more than nothing, not " + step.toPlainString());
        }
        BigDecimal plain = plain(amount, kind);
        BigDecimal steps = plain.divide(step, 0, RoundingMode.FLOOR);
        return new Earn(Values.plain(rate.multiply(steps)), kind, rate, Values.plain(step), plain, group, life);
    }

    private void refuseSecondBasis() {
        if (basis != null) {
            throw new IllegalArgumentException(
                    "What is earned is worked out from one amount, and this " + kind + " already is. Maybe two Earns?");
        }
    }

    @SuppressWarnings("ConstantValue") // a rule passes null for a number that the application did not fill
    private static BigDecimal plain(BigDecimal amount, String kind) {
        if (amount == null) {
            throw new IllegalArgumentException("there is no amount to earn " + kind
                    + " from. Maybe the application did not fill an attribute the rule asks for?");
        }
        return Values.plain(amount);
    }
}
