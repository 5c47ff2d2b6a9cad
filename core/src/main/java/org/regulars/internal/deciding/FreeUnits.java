package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.regulars.Refused;
import org.regulars.decisions.Cost;
import org.regulars.decisions.FreeItem;

/** How many units of a basket a free item takes, those that are paid for first among them, and how many it makes free. */
final class FreeUnits {

    private FreeUnits() {}

    /** How many units it takes to give it once in full. */
    static long eachTime(FreeItem free) {
        return free.after() + free.quantity();
    }

    /** How many units there must be for any to be free; what is paid for with a cost is given in full or not at all. */
    static long least(FreeItem free) {
        return free.cost() == null ? free.after() + 1 : eachTime(free);
    }

    /** How many of so many units are free, where that costs nothing. */
    static long free(FreeItem free, long units) {
        long groups = free.after() > 0 && free.repeated() ? units / eachTime(free) : 0;
        long beyond = Math.min(free.quantity(), Math.max(0, units - groups * eachTime(free) - free.after()));
        return groups * free.quantity() + beyond;
    }

    /** How often it could be given at the very most, with so much at hand of what it costs. */
    static int mostTimes(FreeItem free, Cost cost, Bill bill, BigDecimal atHand) {
        long byUnits = bill.unitsLeft(free.what()) / eachTime(free);
        long byCost = atHand.max(BigDecimal.ZERO)
                .divide(cost.amount(), 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .longValueExact();
        return (int) Math.min(free.repeated() ? Integer.MAX_VALUE : 1, Math.min(byUnits, byCost));
    }

    /** Says that there are too few units, and how many more it takes. */
    static Refused tooFew(Proposal proposal, FreeItem free, long units) {
        String there = units == 0
                ? "no " + free.what() + " to give in this basket"
                : "only " + units + " " + free.what() + " in this basket";
        String why = units > 0 && free.after() == 0 ? ", and it gives " + free.quantity() : "";
        if (free.after() > 0) {
            why = ", and " + free.after() + " are paid for before any is free: " + (least(free) - units) + " more";
        }
        return Sorts.refused(proposal, Refused.Reason.NOTHING_TO_APPLY_TO, there + why);
    }
}
