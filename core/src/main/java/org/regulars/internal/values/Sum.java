package org.regulars.internal.values;

import java.math.BigDecimal;

/**
 * An exact sum in the making. Amounts are added digit for digit in a long while they fit, which nearly all do, and so without an
 * object for every step. Used by one thread.
 */
public final class Sum {

    private static final int MOST_DIGITS = Values.MOST_DIGITS_OF_LONG;

    private BigDecimal rest = BigDecimal.ZERO;
    private long digits;
    private int scale;

    /** Adds an amount. */
    public void add(BigDecimal amount) {
        if (!addDigits(amount)) {
            rest = rest.add(amount);
        }
    }

    /** Begins anew. */
    public void clear() {
        rest = BigDecimal.ZERO;
        digits = 0;
        scale = 0;
    }

    /** What has been added up by now. */
    public BigDecimal value() {
        BigDecimal small = BigDecimal.valueOf(digits, scale);
        return rest.signum() == 0 ? small : rest.add(small);
    }

    private boolean addDigits(BigDecimal amount) {
        int decimals = amount.scale();
        // Half the digits at the most, and as many decimals, so that no step comes near the end of a long.
        if (decimals < 0 || decimals > MOST_DIGITS / 2 || amount.precision() > MOST_DIGITS / 2) {
            return false;
        }
        long more = Values.unscaled(amount);
        if (decimals > scale) {
            if (Math.abs(digits) >= Values.tenTo(MOST_DIGITS - decimals + scale)) {
                return false;
            }
            digits *= Values.tenTo(decimals - scale);
            scale = decimals;
        } else {
            more *= Values.tenTo(scale - decimals);
        }
        digits += more;
        if (Math.abs(digits) >= Values.tenTo(MOST_DIGITS)) {
            rest = rest.add(BigDecimal.valueOf(digits, scale));
            digits = 0;
        }
        return true;
    }
}
