package org.regulars.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/**
 * Delivery costs the member nothing.
 *
 * @param cost what it costs the member instead, or null for nothing
 */
public record FreeShipping(@Nullable Cost cost) implements Reward {

    /** Delivery free of charge. */
    public static FreeShipping of() {
        return new FreeShipping(null);
    }

    /** This, for so much of a kind, which the member must hold beforehand: {@code costing( 7, "stamps" )}. */
    public FreeShipping costing(long amount, String kind) {
        return costing(BigDecimal.valueOf(amount), kind);
    }

    /** This, for so much of a kind, with decimals as text: {@code costing( "2.50", "cashback" )}. */
    public FreeShipping costing(String amount, String kind) {
        return costing(Values.number(amount), kind);
    }

    /** This, for so much of a kind, from an amount a fact holds: {@code costing( $wish.amount(), "points" )}. */
    public FreeShipping costing(BigDecimal amount, String kind) {
        Cost.refuseSecond(cost, kind);
        return new FreeShipping(Cost.of(amount, kind));
    }
}
