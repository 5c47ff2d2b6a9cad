package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.function.Function;
import org.regulars.Refused;
import org.regulars.decisions.Cost;
import org.regulars.decisions.FreeItem;
import org.regulars.internal.rules.Firing;

/**
 * Finds out how often rewards can be given that this very purchase may pay for.
 *
 * <p>A free unit earns nothing, so what a purchase earns depends on what it gets free. The purchase is first
 * worked out with none of these rewards. Then, one reward after the other, the most is looked for that is
 * covered by what is held and then earned, halving what is left to try each time.
 */
final class Rounds {

    /**
     * A receipt, and what is decided when it is paid.
     *
     * @param firing the rules, as they stand then
     */
    record Round(Till.Settled settled, Firing firing, Answer answer) {}

    private final Till till;
    private final Ledger ledger;
    private final Function<Till.Settled, Round> pay;
    private final int[] times;

    /**
     * Starts with no round played.
     *
     * @param pay what is decided when a receipt like this is paid
     */
    Rounds(Till till, Ledger ledger, Function<Till.Settled, Round> pay) {
        this.till = till;
        this.ledger = ledger;
        this.pay = pay;
        this.times = new int[till.selfPaying().size()];
    }

    /** The receipt that stands, everything on it paid for, and what is decided once it is paid. */
    Round last() {
        Round standing = round();
        Refused[] why = new Refused[times.length];
        for (int reward = 0; reward < times.length; reward++) {
            int least = 0;
            int most = mostTimes(reward, standing);
            why[reward] = outOfReach(reward, standing);
            while (least < most) {
                int between = least + (most - least + 1) / 2;
                times[reward] = between;
                Round tried = round();
                if (atHand(cost(reward).kind(), tried).signum() >= 0) {
                    least = between;
                    standing = tried;
                } else {
                    most = between - 1;
                    why[reward] = notCovered(reward, tried);
                }
            }
            times[reward] = least;
        }
        for (int reward = 0; reward < times.length; reward++) {
            if (times[reward] == 0) {
                standing.settled().refused().add(why[reward]);
            }
        }
        return standing;
    }

    private Round round() {
        return pay.apply(till.settle(times));
    }

    /** As often as there are units, and points if no free unit cost any. */
    private int mostTimes(int reward, Round standing) {
        Cost cost = cost(reward);
        return Till.mostTimes(free(reward), cost, standing.settled().bill(), atHand(cost.kind(), standing));
    }

    /** What is held, earned and not yet spent of a kind. */
    private BigDecimal atHand(String kind, Round paid) {
        return ledger.spendable(kind)
                .add(ledger.spendableAtOnce(kind, paid.answer().earning().total(kind)))
                .subtract(paid.settled().spent(kind));
    }

    /** Why a reward is not given even once, though no free unit of it has cost a point yet. */
    private Refused outOfReach(int reward, Round standing) {
        FreeItem free = free(reward);
        if (standing.settled().bill().unitsLeft(free.what()) < free.quantity()) {
            return Sorts.refused(
                    till.selfPaying().get(reward),
                    Refused.Reason.NOTHING_TO_APPLY_TO,
                    "no " + free.what() + " to give in this basket");
        }
        return Costs.missing(
                till.selfPaying().get(reward), cost(reward), atHand(cost(reward).kind(), standing));
    }

    /** Why a reward is not given that this purchase could pay only if it were not free. */
    private Refused notCovered(int reward, Round overdrawn) {
        Cost cost = cost(reward);
        return Costs.missingAfterAll(
                till.selfPaying().get(reward),
                cost,
                atHand(cost.kind(), overdrawn).add(cost.amount()));
    }

    private FreeItem free(int reward) {
        return (FreeItem) till.selfPaying().get(reward).decision();
    }

    private Cost cost(int reward) {
        Cost cost = free(reward).cost();
        if (cost == null) {
            throw new IllegalStateException("Only what costs something can be paid by a purchase: " + free(reward));
        }
        return cost;
    }
}
