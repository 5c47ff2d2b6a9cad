package org.regulars.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;

/**
 * Something that is not money: early access, an invitation, a seat in the lounge.
 *
 * @param name what the application knows it by: {@code early access}
 * @param cost what it costs the member, or null for nothing
 * @param lasts through when it holds, or null for no end
 */
public record Benefit(
        String name, @Nullable Cost cost, @Nullable Expiry lasts) implements Reward {

    /** A benefit by its name: {@code Benefit.of( "lounge" )}. */
    public static Benefit of(String name) {
        return new Benefit(name, null, null);
    }

    /** This, for so much of a kind, which the member must hold beforehand: {@code costing( 7, "stamps" )}. */
    public Benefit costing(long amount, String kind) {
        return costing(BigDecimal.valueOf(amount), kind);
    }

    /** This, for so much of a kind, with decimals as text: {@code costing( "2.50", "cashback" )}. */
    public Benefit costing(String amount, String kind) {
        return costing(Values.number(amount), kind);
    }

    /** This, through this date: {@code through( "2026-12-31" )}. */
    public Benefit through(String date) {
        return new Benefit(name, cost, Expiry.on(date));
    }

    /** This, for so many days. */
    public Benefit forDays(int days) {
        return new Benefit(name, cost, Expiry.afterDays(days));
    }

    /** This, for so many months. */
    public Benefit forMonths(int months) {
        return new Benefit(name, cost, Expiry.afterMonths(months));
    }

    /** This, for so much of a kind, from an amount a fact holds: {@code costing( $wish.amount(), "points" )}. */
    public Benefit costing(BigDecimal amount, String kind) {
        Cost.refuseSecond(cost, kind);
        return new Benefit(name, Cost.of(amount, kind), lasts);
    }
}
