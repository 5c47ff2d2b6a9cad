package org.regulars.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/**
 * A kind is used as money: so much off the bill for each unit.
 *
 * <p>As much is used as the member wants and holds, as the bounds allow and as there is left to pay; in whole steps. It is
 * taken off last, after every discount, and spread over the lines like one, so that it earns nothing. Delivery, and what a
 * free unit costs above its bound, are not paid with it.
 *
 * @param worth what one unit is worth, in the purchase's currency
 * @param kind of what: {@code points}
 * @param atLeast how much must be used, or null
 * @param step in steps of how much, or null for the kind's smallest unit
 * @param atMost how much may be used, or null
 * @param wanted how much the member wants to use, or null for as much as possible
 * @param what the name or category of what can be paid with it, or null for what the rule matched: a line, or the basket
 * @param whole whether all that is left to pay of what it is for must be paid with it, or nothing
 * @param upToPercent how many per cent of what is left to pay can be paid with it, or null for all
 */
public record PayWith(
        BigDecimal worth,
        String kind,
        @Nullable BigDecimal atLeast,
        @Nullable BigDecimal step,
        @Nullable BigDecimal atMost,
        @Nullable BigDecimal wanted,
        @Nullable String what,
        boolean whole,
        @Nullable BigDecimal upToPercent)
        implements Decision {

    /** Refuses what is worth nothing. */
    public PayWith {
        worth = Values.plain(worth);
        if (worth.signum() <= 0) {
            throw new IllegalArgumentException("One of '" + kind + "' is worth more than nothing, not " + worth);
        }
        if (whole && upToPercent != null) {
            throw new IllegalArgumentException("'" + kind + "' pay in full, or up to " + upToPercent.toPlainString()
                    + " percent, not both. Maybe without inFull()?");
        }
        if (step != null && step.signum() <= 0) {
            throw new IllegalArgumentException("A step is more than nothing, not " + step.toPlainString());
        }
    }

    /** Each is worth so much, with decimals as text: {@code PayWith.each( "0.01", "points" )}. */
    public static PayWith each(String worth, String kind) {
        return new PayWith(Values.number(worth), kind, null, null, null, null, null, false, null);
    }

    /** Each is worth so much, a whole number. */
    public static PayWith each(long worth, String kind) {
        return each(String.valueOf(worth), kind);
    }

    /** This, if at least so much is used. */
    public PayWith atLeast(long least) {
        return new PayWith(worth, kind, BigDecimal.valueOf(least), step, atMost, wanted, what, whole, upToPercent);
    }

    /** This, in steps of so much. */
    public PayWith inStepsOf(long size) {
        return new PayWith(worth, kind, atLeast, BigDecimal.valueOf(size), atMost, wanted, what, whole, upToPercent);
    }

    /** This, of at most so much. */
    public PayWith atMost(long most) {
        return new PayWith(worth, kind, atLeast, step, BigDecimal.valueOf(most), wanted, what, whole, upToPercent);
    }

    /** This, of no more than the member asks for: {@code wanted( $wish.amount() )}. */
    @SuppressWarnings("ConstantValue") // a rule passes null for a number that the application did not fill
    public PayWith wanted(BigDecimal amount) {
        if (amount == null) {
            throw new IllegalArgumentException(
                    "there is no amount of " + kind
                            + " that the member wants to use. Maybe the application did not fill an attribute the rule asks for?");
        }
        return new PayWith(worth, kind, atLeast, step, atMost, amount, what, whole, upToPercent);
    }

    /** This, but only for what is of this name or category. */
    public PayWith on(String what) {
        return new PayWith(worth, kind, atLeast, step, atMost, wanted, what, whole, upToPercent);
    }

    /** This, if it pays for all that is left to pay; if the member does not hold so much, none of it is used. */
    public PayWith inFull() {
        return new PayWith(worth, kind, atLeast, step, atMost, wanted, what, true, upToPercent);
    }

    /** This, for at most so many per cent of what is left to pay. */
    public PayWith upToPercent(long percent) {
        return new PayWith(worth, kind, atLeast, step, atMost, wanted, what, whole, BigDecimal.valueOf(percent));
    }
}
