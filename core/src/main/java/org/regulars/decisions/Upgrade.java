package org.regulars.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;

/**
 * The member comes to this tier, if theirs is not as high already. Of several on one ladder the highest
 * wins. The new tier counts from the next event on.
 *
 * <p>It holds for as long as it says, or else as its ladder says. If the member has it already and it would hold for longer
 * now, it does.
 *
 * @param tier its name on one of the program's ladders: {@code Gold}
 * @param cost what it costs the member, or null for nothing
 * @param lasts through when it holds, or null for as long as its ladder says
 */
public record Upgrade(
        String tier, @Nullable Cost cost, @Nullable Expiry lasts) implements Reward {

    /** To a tier by its name: {@code Upgrade.to( "Gold" )}. */
    public static Upgrade to(String tier) {
        return new Upgrade(tier, null, null);
    }

    /** This, for so much of a kind, which the member must hold beforehand: {@code costing( 7, "stamps" )}. */
    public Upgrade costing(long amount, String kind) {
        return costing(BigDecimal.valueOf(amount), kind);
    }

    /** This, for so much of a kind, with decimals as text: {@code costing( "2.50", "cashback" )}. */
    public Upgrade costing(String amount, String kind) {
        return costing(Values.number(amount), kind);
    }

    /** This, through this date: {@code through( "2026-12-31" )}. */
    public Upgrade through(String date) {
        return new Upgrade(tier, cost, Expiry.on(date));
    }

    /** This, for so many days, the last one whole. */
    public Upgrade forDays(int days) {
        return new Upgrade(tier, cost, Expiry.afterDays(days));
    }

    /** This, for so many months: given on 25 January for one month, through 25 February. */
    public Upgrade forMonths(int months) {
        return new Upgrade(tier, cost, Expiry.afterMonths(months));
    }

    /** This, for so many years. */
    public Upgrade forYears(int years) {
        return new Upgrade(tier, cost, Expiry.afterMonths(12 * years));
    }

    /** This, for so much of a kind, from an amount a fact holds: {@code costing( $wish.amount(), "points" )}. */
    public Upgrade costing(BigDecimal amount, String kind) {
        Cost.refuseSecond(cost, kind);
        return new Upgrade(tier, Cost.of(amount, kind), lasts);
    }
}
