package org.regulars.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/**
 * What is earned of a kind is multiplied.
 *
 * <p>A rule that names a {@code PaidItem} multiplies what that line earned; one that names {@code Paid}
 * multiplies everything the purchase earned. Several factors multiply each other. A {@link Bonus} is
 * never multiplied.
 *
 * @param factor by how much: 2 doubles; not below zero
 * @param kind what is multiplied: {@code points}
 * @param group the group of which only the best offer counts, or null
 */
public record Multiply(
        BigDecimal factor, String kind, @Nullable String group) implements Decision {

    /** Refuses a factor below zero. */
    public Multiply {
        factor = Values.plain(factor);
        if (factor.signum() < 0) {
            throw new IllegalArgumentException("A factor is not below zero, as " + factor + " is");
        }
    }

    /** By a whole number: {@code Multiply.by( 2, "points" )}. */
    public static Multiply by(long factor, String kind) {
        return new Multiply(BigDecimal.valueOf(factor), kind, null);
    }

    /** By a decimal number as text: {@code Multiply.by( "1.25", "miles" )}. */
    public static Multiply by(String factor, String kind) {
        return new Multiply(Values.number(factor), kind, null);
    }

    /** This, in a group of offers of which only the one best for the member counts. */
    public Multiply bestOf(String group) {
        return new Multiply(factor, kind, group);
    }
}
