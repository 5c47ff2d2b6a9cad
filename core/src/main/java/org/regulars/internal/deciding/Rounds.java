package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regulars.Refused;
import org.regulars.decisions.Cost;
import org.regulars.decisions.Discount;
import org.regulars.decisions.FreeItem;
import org.regulars.internal.rules.Firing;

/**
 * Finds out how often rewards can be given that this very purchase may pay for.
 *
 * <p>A free unit earns nothing and a discount lowers what is paid, so what a purchase earns depends on what it gets. The purchase is first
 * worked out with none of these rewards. Then, one reward after the other, the most is looked for that is
 * covered by what is held and then earned, halving what is left to try each time.
 */
final class Rounds {

    /**
     * A receipt, and what is decided when it is paid.
     *
     * @param firing the rules, as they stand then
     * @param inserted what they inserted once it was paid
     */
    record Round(Till.Settled settled, Firing firing, Answer answer, List<Firing.Insertion> inserted) {}

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
        if (times.length == 0) {
            return standing;
        }
        Refused[] why = new Refused[times.length];
        for (int reward = 0; reward < times.length; reward++) {
            int least = 0;
            int most = mostTimes(reward, standing);
            if (most == 0) {
                why[reward] = outOfReach(reward, standing);
            }
            while (least < most) {
                int between = least + (most - least + 1) / 2;
                times[reward] = between;
                Round tried = round();
                String uncovered = notCovered(tried);
                if (uncovered == null) {
                    least = between;
                    standing = tried;
                } else {
                    most = between - 1;
                    why[reward] = notCovered(reward, uncovered, tried);
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

    /**
     * As often as there is something to take off, and points if no free unit cost any. Once is tried even if there are too few,
     * where giving it changes how many there are: only so is it known how many are missing.
     */
    private int mostTimes(int reward, Round standing) {
        String kind = cost(reward).kind();
        Bill bill = standing.settled().bill();
        if (!hasWhatItIsFor(reward, bill)) {
            return 0;
        }
        int most = reward(reward).decision() instanceof FreeItem free
                ? FreeUnits.mostTimes(free, cost(reward), bill, atHand(kind, standing))
                : Till.isShort(cost(reward), atHand(kind, standing)) ? 0 : 1;
        boolean changes = standing.answer().earning().total(kind).signum() > 0 || till.paysWith(kind);
        return changes ? Math.max(1, most) : most;
    }

    private boolean hasWhatItIsFor(int reward, Bill bill) {
        Proposal proposal = reward(reward);
        if (proposal.decision() instanceof FreeItem free) {
            return bill.unitsLeft(free.what()) >= FreeUnits.least(free);
        }
        return proposal.decision() instanceof Discount discount
                && bill.worth(discount, proposal.lines()).signum() > 0;
    }

    /** What is held, earned and not yet spent of a kind. */
    private BigDecimal atHand(String kind, Round paid) {
        BigDecimal atHand = ledger.spendable(kind).subtract(paid.settled().spent(kind));
        for (Earning.Credit credit : paid.answer().earning().credits()) {
            atHand = credit.kind().equals(kind)
                    ? atHand.add(ledger.spendableAtOnce(kind, credit.amount(), credit.life()))
                    : atHand;
        }
        return atHand;
    }

    /** The kind of which there are too few to pay for all that is given then, or null for none. */
    private @Nullable String notCovered(Round tried) {
        for (int reward = 0; reward < times.length; reward++) {
            if (atHand(cost(reward).kind(), tried).signum() < 0) {
                return cost(reward).kind();
            }
        }
        return null;
    }

    /** Why a reward is not given even once, though nothing it takes off has cost a point yet. */
    private Refused outOfReach(int reward, Round standing) {
        Bill bill = standing.settled().bill();
        if (hasWhatItIsFor(reward, bill)) {
            return Costs.missing(
                    reward(reward), cost(reward), atHand(cost(reward).kind(), standing));
        }
        return reward(reward).decision() instanceof FreeItem free
                ? FreeUnits.tooFew(reward(reward), free, bill.unitsLeft(free.what()))
                : Sorts.refused(reward(reward), Refused.Reason.NOTHING_TO_APPLY_TO, "nothing is left to take it off");
    }

    /** Why a reward is not given that this purchase could pay only if nothing were off for it. */
    private Refused notCovered(int reward, String kind, Round overdrawn) {
        Cost cost = cost(reward);
        BigDecimal missing = atHand(kind, overdrawn).negate();
        return kind.equals(cost.kind())
                ? Costs.missingAfterAll(reward(reward), cost, cost.amount().subtract(missing))
                : Costs.missingForOthers(reward(reward), kind, missing);
    }

    private Proposal reward(int reward) {
        return till.selfPaying().get(reward);
    }

    private Cost cost(int reward) {
        Cost cost = reward(reward).cost();
        if (cost == null) {
            throw new IllegalStateException("Only what costs something can be paid by a purchase: "
                    + reward(reward).decision());
        }
        return cost;
    }
}
