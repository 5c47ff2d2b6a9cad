package org.regulars.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/**
 * A flat extra of a kind, which no {@link Multiply} touches.
 *
 * @param amount how much
 * @param kind of what: {@code points}
 * @param group the group of which only the best offer counts, or null
 */
public record Bonus(
        BigDecimal amount, String kind, @Nullable String group) implements Decision {

    /** Keeps the amount in its plain form. */
    public Bonus {
        amount = Values.plain(amount);
    }

    /** So much extra: {@code Bonus.of( 500, "points" )}. */
    public static Bonus of(long amount, String kind) {
        return new Bonus(BigDecimal.valueOf(amount), kind, null);
    }

    /** So much extra, with decimals as text: {@code Bonus.of( "2.50", "cashback" )}. */
    public static Bonus of(String amount, String kind) {
        return new Bonus(Values.number(amount), kind, null);
    }

    /** So much extra, from an amount a fact holds. */
    public static Bonus of(BigDecimal amount, String kind) {
        return new Bonus(amount, kind, null);
    }

    /** This, in a group of offers of which only the one best for the member counts. */
    public Bonus bestOf(String group) {
        return new Bonus(amount, kind, group);
    }
}
