package org.regulars.program;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Something members hold amounts of: points, stamps, stars, miles, cashback in cents.
 *
 * <p>A kind needs no definition; without one it is whole numbers, rounded down once a purchase. A
 * definition is a rule on {@code Program}:
 *
 * <pre>{@code
 * rule "Stars are counted in hundredths"
 * when
 *     Program()
 * then
 *     insert( Kind.of( "stars" ).decimals( 2 ).roundedHalfUp() );
 * end
 * }</pre>
 *
 * @param name what the rules call it: {@code stars}
 * @param decimals how many decimals an amount of it has, 0 to 12
 * @param rounding how what a purchase earned is brought to these decimals
 * @param eachEarnRounded whether every {@code Earn} is rounded by itself, before it is multiplied and added
 * @param unitCost what one unit costs the merchant, in the currency of the purchases, or null if not said;
 *     by it offers of different kinds are compared
 */
public record Kind(
        String name,
        int decimals,
        RoundingMode rounding,
        boolean eachEarnRounded,
        @Nullable BigDecimal unitCost) {

    /** Refuses what no one could count in. */
    public Kind {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A kind needs a name");
        }
        if (decimals < 0 || decimals > 12) {
            throw new IllegalArgumentException("Kind '" + name + "' has 0 to 12 decimals, not " + decimals);
        }
    }

    /** A kind in whole numbers, rounded down once a purchase. */
    public static Kind of(String name) {
        return new Kind(name, 0, RoundingMode.DOWN, false, null);
    }

    /** This kind with so many decimals. */
    public Kind decimals(int count) {
        return new Kind(name, count, rounding, eachEarnRounded, unitCost);
    }

    /** This kind rounded to the nearest, a half up. */
    public Kind roundedHalfUp() {
        return new Kind(name, decimals, RoundingMode.HALF_UP, eachEarnRounded, unitCost);
    }

    /** This kind rounded to the nearest, a half to the even neighbour. */
    public Kind roundedHalfEven() {
        return new Kind(name, decimals, RoundingMode.HALF_EVEN, eachEarnRounded, unitCost);
    }

    /** This kind rounded up. */
    public Kind roundedUp() {
        return new Kind(name, decimals, RoundingMode.UP, eachEarnRounded, unitCost);
    }

    /** This kind rounded for every {@code Earn}, before it is multiplied, and again at the end. */
    public Kind roundedEachEarn() {
        return new Kind(name, decimals, rounding, true, unitCost);
    }

    /** This kind, of which one unit costs the merchant so much: {@code unitCost( "0.01" )}. */
    public Kind unitCost(String amount) {
        return new Kind(name, decimals, rounding, eachEarnRounded, new BigDecimal(amount));
    }

    /** An amount of this kind, brought to its decimals. */
    public BigDecimal round(BigDecimal amount) {
        return amount.setScale(decimals, rounding);
    }
}
