package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.regulars.Refused;
import org.regulars.decisions.Cost;
import org.regulars.decisions.FreeItem;

/**
 * Finds out how often rewards can be given that this very purchase may pay for.
 *
 * <p>A free unit earns nothing, so what a purchase earns depends on what it gets free. First it is
 * worked out what it would earn with none of them; that says how many there could be at most. From
 * there one after the other is refused until what is earned covers what they cost. Every round refuses
 * one, so there is an end.
 */
final class Rounds {

    /** The receipt after all offers, and what is decided once it is paid. */
    record Round(Till.Settled settled, OneEvent.Paid paid) {}

    private final Till till;
    private final Ledger ledger;
    private final Function<Till.Settled, OneEvent.Paid> pay;
    private final Runnable takeBack;
    private final int[] times;

    /**
     * Starts with no round played.
     *
     * @param pay what is decided when a receipt like this is paid
     * @param takeBack called before another receipt is tried
     */
    Rounds(Till till, Ledger ledger, Function<Till.Settled, OneEvent.Paid> pay, Runnable takeBack) {
        this.till = till;
        this.ledger = ledger;
        this.pay = pay;
        this.takeBack = takeBack;
        this.times = new int[till.selfPaying().size()];
    }

    /** The round that stands: everything in it is paid for. */
    Round last() {
        Round round = round();
        if (times.length == 0) {
            return round;
        }
        startWithMost(round);
        Refused[] why = new Refused[times.length];
        for (int i = 0; i < times.length; i++) {
            if (times[i] == 0) {
                why[i] = outOfReach(i, round);
            }
        }
        if (anyGiven()) {
            takeBack.run();
            round = round();
            for (int over = overdrawn(round); over >= 0; over = overdrawn(round)) {
                why[over] = notCovered(over, round);
                times[over]--;
                takeBack.run();
                round = round();
            }
        }
        for (int i = 0; i < times.length; i++) {
            if (times[i] == 0) {
                round.settled().refused().add(why[i]);
            }
        }
        return round;
    }

    private Round round() {
        Till.Settled settled = till.settle(times);
        return new Round(settled, pay.apply(settled));
    }

    /** As often as there would be units and points if no free unit cost any points. */
    private void startWithMost(Round withNone) {
        List<Cost> before = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            Proposal proposal = till.selfPaying().get(i);
            Cost cost = cost(proposal);
            BigDecimal atHand = atHand(cost.kind(), withNone);
            for (Cost earlier : before) {
                atHand = earlier.kind().equals(cost.kind()) ? atHand.subtract(earlier.amount()) : atHand;
            }
            FreeItem free = (FreeItem) proposal.decision();
            times[i] = Till.mostTimes(free, cost, withNone.settled().bill(), atHand);
            if (times[i] > 0) {
                before.add(Costs.times(cost, times[i]));
            }
        }
    }

    private boolean anyGiven() {
        for (int each : times) {
            if (each > 0) {
                return true;
            }
        }
        return false;
    }

    /** The last reward of a kind of which more is spent than there is, or -1. */
    private int overdrawn(Round round) {
        for (int i = times.length - 1; i >= 0; i--) {
            if (times[i] > 0
                    && atHand(cost(till.selfPaying().get(i)).kind(), round).signum() < 0) {
                return i;
            }
        }
        return -1;
    }

    /** What is held, earned and not yet spent of a kind in this round. */
    private BigDecimal atHand(String kind, Round round) {
        return ledger.held(kind)
                .add(ledger.spendableAtOnce(kind, round.paid().earning().total(kind)))
                .subtract(round.settled().spent(kind));
    }

    /** Why a reward is not given even once, though no free unit has cost a point yet. */
    private Refused outOfReach(int index, Round withNone) {
        Proposal proposal = till.selfPaying().get(index);
        FreeItem free = (FreeItem) proposal.decision();
        if (withNone.settled().bill().unitsLeft(free.what()) < free.quantity()) {
            return Sorts.refused(
                    proposal, Refused.Reason.NOTHING_TO_APPLY_TO, "no " + free.what() + " to give in this basket");
        }
        Cost cost = cost(proposal);
        return Costs.missing(proposal, cost, atHand(cost.kind(), withNone));
    }

    /** Why a reward is not given that this purchase could pay only if it were not free. */
    private Refused notCovered(int index, Round overdrawn) {
        Proposal proposal = till.selfPaying().get(index);
        Cost cost = cost(proposal);
        return Costs.missingAfterAll(
                proposal, cost, atHand(cost.kind(), overdrawn).add(cost.amount()));
    }

    private static Cost cost(Proposal proposal) {
        Cost cost = proposal.cost();
        if (cost == null) {
            throw new IllegalStateException("Only what costs something can be paid by a purchase: " + proposal);
        }
        return cost;
    }
}
