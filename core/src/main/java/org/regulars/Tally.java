package org.regulars;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.regulars.internal.values.Values;

/**
 * How much of one kind an event earned, and how that came about: the exact sum of what the rules
 * earned and multiplied, rounded as the kind says, plus what was given flat, less what limits cut off.
 *
 * @param kind what was earned
 * @param exact the sum of every {@code Earn} times its factors, as far as limits on awards let it through, before it is
 *     rounded
 * @param rounded that sum, rounded
 * @param bonus the sum of every {@code Bonus}, as far as limits on awards let it through, each rounded
 * @param cut how much of both limits on everything earned of the kind cut off
 * @param total what the member got: rounded plus bonus less cut
 * @param decimals to how many decimals it was rounded
 * @param rounding how it was rounded
 * @param eachEarn whether each {@code Earn} was rounded too, before it was multiplied and added
 */
public record Tally(
        String kind,
        BigDecimal exact,
        BigDecimal rounded,
        BigDecimal bonus,
        BigDecimal cut,
        BigDecimal total,
        int decimals,
        RoundingMode rounding,
        boolean eachEarn) {

    /** Keeps the amounts in their plain form; older stored tallies were not cut. */
    @SuppressWarnings("ConstantValue") // a JSON mapper passes null for what is missing
    public Tally {
        exact = Values.plain(exact);
        rounded = Values.plain(rounded);
        bonus = Values.plain(bonus);
        cut = cut == null ? BigDecimal.ZERO : Values.plain(cut);
        total = Values.plain(total);
    }
}
