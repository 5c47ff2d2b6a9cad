package org.regulars.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/**
 * The member comes to this tier, if theirs is not as high already. Of several on one ladder the highest
 * wins. The new tier counts from the next event on.
 *
 * @param tier its name on one of the program's ladders: {@code Gold}
 * @param cost what it costs the member, or null for nothing
 */
public record Upgrade(String tier, @Nullable Cost cost) implements Reward {

    /** To a tier by its name: {@code Upgrade.to( "Gold" )}. */
    public static Upgrade to(String tier) {
        return new Upgrade(tier, null);
    }

    /** This, for so much of a kind, which the member must hold beforehand: {@code costing( 7, "stamps" )}. */
    public Upgrade costing(long amount, String kind) {
        return costing(BigDecimal.valueOf(amount), kind);
    }

    /** This, for so much of a kind, with decimals as text: {@code costing( "2.50", "cashback" )}. */
    public Upgrade costing(String amount, String kind) {
        return costing(Values.number(amount), kind);
    }

    private Upgrade costing(BigDecimal amount, String kind) {
        Cost.refuseSecond(cost, kind);
        return new Upgrade(tier, new Cost(amount, kind, false));
    }
}
