package org.regulars.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;

/**
 * Something free.
 *
 * <p>In a rule on {@code Purchase} or {@code Item} it is the cheapest matching units of this basket; in
 * a rule on anything later it is a claim, which the member holds until a purchase has a matching unit.
 * A {@link #gift} is handed over with this purchase and need not be in the basket. A free unit earns
 * nothing and counts towards nothing.
 *
 * @param quantity how many units
 * @param what the name or category of what is free: {@code coffee}
 * @param upTo the most one unit may be worth, or null for no bound; the member pays the rest
 * @param handedOver whether it is a gift that need not be in the basket
 * @param after how many units of the basket must be paid for first, 0 for none
 * @param repeated whether it is given as often as the basket holds units and the member can pay the cost
 * @param cost what it costs the member, or null for nothing
 * @param group the group of which only the best offer counts, or null
 * @param life how long a claim can be used, or null for as long as its kind says
 */
public record FreeItem(
        long quantity,
        String what,
        @Nullable BigDecimal upTo,
        boolean handedOver,
        long after,
        boolean repeated,
        @Nullable Cost cost,
        @Nullable String group,
        @Nullable Expiry life)
        implements Reward {

    /** Refuses a quantity below one, and repeating what costs nothing. */
    public FreeItem {
        if (quantity < 1) {
            throw new IllegalArgumentException("A free item is at least one, not " + quantity + " " + what);
        }
        if (upTo != null && upTo.signum() <= 0) {
            throw new IllegalArgumentException("What is free up to nothing is not free: " + upTo.toPlainString());
        }
        if (repeated && cost == null && after == 0) {
            throw new IllegalArgumentException(
                    "A free " + what
                            + " that costs nothing cannot be repeated. Maybe costing( 7, \"stamps\" ) or after( 2 ) comes first?");
        }
        if (after < 0 || (after > 0 && handedOver)) {
            throw new IllegalArgumentException("Only what is in the basket can come after others: " + what);
        }
    }

    /** So many units, the cheapest ones of this name or category: {@code FreeItem.of( 1, "coffee" )}. */
    public static FreeItem of(long quantity, String what) {
        return new FreeItem(quantity, what, null, false, 0, false, null, null, null);
    }

    /** So many units handed over with this purchase: {@code FreeItem.gift( 1, "tote bag" )}. */
    public static FreeItem gift(long quantity, String what) {
        return new FreeItem(quantity, what, null, true, 0, false, null, null, null);
    }

    /** This, but of each unit only so much money is free. */
    public FreeItem upTo(String most) {
        return new FreeItem(
                quantity, what, Values.plain(Values.number(most)), handedOver, after, repeated, cost, group, life);
    }

    /** The same with a whole number. */
    public FreeItem upTo(long most) {
        return upTo(String.valueOf(most));
    }

    /** This, for so much of a kind, which the member must hold beforehand: {@code costing( 7, "stamps" )}. */
    public FreeItem costing(long amount, String kind) {
        return costing(BigDecimal.valueOf(amount), kind);
    }

    /** This, for so much of a kind, with decimals as text: {@code costing( "2.50", "cashback" )}. */
    public FreeItem costing(String amount, String kind) {
        return costing(Values.number(amount), kind);
    }

    /** This, and what this very purchase earns may pay for it: a card filled and used on one receipt. */
    public FreeItem withThisPurchase() {
        if (cost == null) {
            throw new IllegalArgumentException("A free " + what
                    + " that costs nothing is not paid by this purchase. Maybe costing( 7, \"stamps\" ) comes first?");
        }
        return new FreeItem(quantity, what, upTo, handedOver, after, repeated, cost.alsoOfThisPurchase(), group, life);
    }

    /**
     * This, and it stays taken: a free unit that is brought back gives no points back. Without it a return undoes the reward
     * with everything else, as if the unit had not been bought.
     */
    public FreeItem spentForGood() {
        if (cost == null) {
            throw new IllegalArgumentException("A free " + what
                    + " that costs nothing has nothing to stay spent. Maybe costing( 7, \"stamps\" ) comes first?");
        }
        return new FreeItem(quantity, what, upTo, handedOver, after, repeated, cost.stayingSpent(), group, life);
    }

    /** This, as often as there are units for it and the member can pay for it. */
    public FreeItem repeatedly() {
        return new FreeItem(quantity, what, upTo, handedOver, after, true, cost, group, life);
    }

    /** This, in a group of offers of which only the one best for the member counts. */
    public FreeItem bestOf(String group) {
        return new FreeItem(quantity, what, upTo, handedOver, after, repeated, cost, group, life);
    }

    /**
     * This, once so many others of the basket are paid for: {@code FreeItem.of( 1, "pens" ).after( 2 ).repeatedly()} is three
     * for two. If the basket does not hold all, those it holds beyond are free.
     */
    public FreeItem after(long paid) {
        return new FreeItem(quantity, what, upTo, handedOver, paid, repeated, cost, group, life);
    }

    /** This, as a claim to be used through this date: {@code expiringOn( "2026-06-30" )}. */
    public FreeItem expiringOn(String date) {
        return living(Expiry.on(date));
    }

    /** This, as a claim to be used for so many days. */
    public FreeItem expiringAfterDays(int days) {
        return living(Expiry.afterDays(days));
    }

    /** This, as a claim to be used for so many months. */
    public FreeItem expiringAfterMonths(int months) {
        return living(Expiry.afterMonths(months));
    }

    private FreeItem living(Expiry own) {
        return new FreeItem(quantity, what, upTo, handedOver, after, repeated, cost, group, own);
    }

    /** This, for so much of a kind, from an amount a fact holds: {@code costing( $wish.amount(), "points" )}. */
    public FreeItem costing(BigDecimal amount, String kind) {
        Cost.refuseSecond(cost, kind);
        return new FreeItem(quantity, what, upTo, handedOver, after, repeated, Cost.of(amount, kind), group, life);
    }
}
