package org.regulars.internal.guard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The arithmetic of rules. Every call of {@link BigDecimal} in a rule's bytecode is led here: some of them take minutes and
 * gigabytes for two short numbers, as {@code 1E+999999999 + 1} does, and cannot be interrupted.
 */
public final class BoundedNumbers {

    private BoundedNumbers() {}

    /** A number that came from elsewhere, if it is not too long. */
    public static BigDecimal within(BigDecimal number) {
        if (number != null) {
            long digits = Meter.bounds().digits();
            long behind = number.scale();
            if (behind > digits || number.precision() > digits || number.precision() - behind > digits) {
                throw new BoundExceeded(
                        "works with a number of more than " + digits
                                + " digits (the bound 'digits'). Maybe a number with an exponent, or multiplied again and again?");
            }
        }
        return number;
    }

    /** See {@link BigDecimal#add(BigDecimal)}. */
    public static BigDecimal add(BigDecimal one, BigDecimal other) {
        return within(within(one).add(within(other)));
    }

    /** See {@link BigDecimal#add(BigDecimal, MathContext)}. */
    public static BigDecimal add(BigDecimal one, BigDecimal other, MathContext to) {
        return within(within(one).add(within(other), to));
    }

    /** See {@link BigDecimal#subtract(BigDecimal)}. */
    public static BigDecimal subtract(BigDecimal one, BigDecimal other) {
        return within(within(one).subtract(within(other)));
    }

    /** See {@link BigDecimal#subtract(BigDecimal, MathContext)}. */
    public static BigDecimal subtract(BigDecimal one, BigDecimal other, MathContext to) {
        return within(within(one).subtract(within(other), to));
    }

    /** See {@link BigDecimal#multiply(BigDecimal)}. */
    public static BigDecimal multiply(BigDecimal one, BigDecimal other) {
        return within(within(one).multiply(within(other)));
    }

    /** See {@link BigDecimal#multiply(BigDecimal, MathContext)}. */
    public static BigDecimal multiply(BigDecimal one, BigDecimal other, MathContext to) {
        return within(within(one).multiply(within(other), to));
    }

    /** See {@link BigDecimal#divide(BigDecimal)}. */
    public static BigDecimal divide(BigDecimal one, BigDecimal other) {
        return within(within(one).divide(within(other)));
    }

    /** See {@link BigDecimal#divide(BigDecimal, MathContext)}. */
    public static BigDecimal divide(BigDecimal one, BigDecimal other, MathContext to) {
        return within(within(one).divide(within(other), to));
    }

    /** See {@link BigDecimal#divide(BigDecimal, RoundingMode)}. */
    public static BigDecimal divide(BigDecimal one, BigDecimal other, RoundingMode rounding) {
        return within(within(one).divide(within(other), rounding));
    }

    /** See {@link BigDecimal#remainder(BigDecimal)}. */
    public static BigDecimal remainder(BigDecimal one, BigDecimal other) {
        return within(within(one).remainder(within(other)));
    }

    /** See {@link BigDecimal#remainder(BigDecimal, MathContext)}. */
    public static BigDecimal remainder(BigDecimal one, BigDecimal other, MathContext to) {
        return within(within(one).remainder(within(other), to));
    }

    /** See {@link BigDecimal#setScale(int)}. */
    public static BigDecimal setScale(BigDecimal one, int scale) {
        return within(within(one).setScale(scale(scale)));
    }

    /** See {@link BigDecimal#setScale(int, RoundingMode)}. */
    public static BigDecimal setScale(BigDecimal one, int scale, RoundingMode rounding) {
        return within(within(one).setScale(scale(scale), rounding));
    }

    /** See {@link BigDecimal#max(BigDecimal)}. */
    public static BigDecimal max(BigDecimal one, BigDecimal other) {
        return within(one).max(within(other));
    }

    /** See {@link BigDecimal#min(BigDecimal)}. */
    public static BigDecimal min(BigDecimal one, BigDecimal other) {
        return within(one).min(within(other));
    }

    /** See {@link BigDecimal#negate()}. */
    public static BigDecimal negate(BigDecimal one) {
        return within(one).negate();
    }

    /** See {@link BigDecimal#abs()}. */
    public static BigDecimal abs(BigDecimal one) {
        return within(one).abs();
    }

    /** See {@link BigDecimal#compareTo(BigDecimal)}. */
    public static int compareTo(BigDecimal one, BigDecimal other) {
        return within(one).compareTo(within(other));
    }

    /** See {@link BigDecimal#intValue()}. */
    public static int intValue(BigDecimal one) {
        return within(one).intValue();
    }

    /** See {@link BigDecimal#longValue()}. */
    public static long longValue(BigDecimal one) {
        return within(one).longValue();
    }

    /** See {@link BigDecimal#toPlainString()}. */
    public static String toPlainString(BigDecimal one) {
        return within(one).toPlainString();
    }

    private static int scale(int scale) {
        if (Math.abs((long) scale) > Meter.bounds().digits()) {
            throw new BoundExceeded("sets a number to " + scale + " digits behind the point, and "
                    + Meter.bounds().digits() + " are the most (the bound 'digits'). Maybe 2?");
        }
        return scale;
    }
}
