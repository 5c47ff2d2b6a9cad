package org.regulars;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.receipt.ProgressWords;
import org.regulars.internal.values.Values;

/**
 * How far the member is from something a rule gives: with exactly {@link #missing} more, it is given.
 *
 * @param offer the rule that gives it
 * @param missing how much is missing, above zero
 * @param unit of what
 * @param of the kind, or the currency, or the name or category of the goods; empty for any goods
 * @param spentOn the name or category that money must be spent on; empty for any, and for what is not money
 * @param amount how much there is already, towards {@link #needed}
 * @param needed how much it takes; where a discount takes its part of what is added, more is missing than lies between
 * @param through the last date on which all that is there still counts, as ISO-8601 text, or null for no end
 * @param reward what would be given
 */
public record Progress(
        Offer offer,
        BigDecimal missing,
        Unit unit,
        String of,
        String spentOn,
        BigDecimal amount,
        BigDecimal needed,
        @Nullable String through,
        Granted reward) {

    /** Of what something is missing. */
    public enum Unit {
        /** Of money, on this very purchase: with a line of so much more on it, the reward is given with it. */
        MONEY,
        /** Of units of some goods, on this very purchase. */
        GOODS,
        /** Of a kind, held once this event is over: with so much more, the reward is given at the next occasion. */
        KIND
    }

    /** Keeps the amounts in their plain form. */
    public Progress {
        missing = Values.plain(missing);
        amount = Values.plain(amount);
        needed = Values.plain(needed);
    }

    /**
     * It in words, as a cashier would say it: {@code 2 more stamps to 1 coffee free}, {@code EUR 4.20 more to free delivery}, {@code
     * 311 more tier points by 31 December 2026 to Gold}.
     */
    public String text() {
        return ProgressWords.of(this);
    }
}
