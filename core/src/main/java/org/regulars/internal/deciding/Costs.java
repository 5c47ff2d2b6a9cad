package org.regulars.internal.deciding;

import java.math.BigDecimal;
import org.regulars.Refused;
import org.regulars.decisions.Cost;
import org.regulars.decisions.Discount;
import org.regulars.internal.values.Counted;
import org.regulars.internal.values.Values;

/** What rewards cost. */
final class Costs {

    private Costs() {}

    static Cost times(Cost cost, long times) {
        return new Cost(
                cost.amount().multiply(BigDecimal.valueOf(times)),
                cost.kind(),
                cost.withThisPurchase(),
                cost.forGood());
    }

    /** Says how much of a cost is missing. */
    static Refused missing(Proposal proposal, Cost cost, BigDecimal atHand) {
        return missing(proposal, cost, atHand, "%s at hand");
    }

    /** Says how much would be missing if this purchase paid for it, when it earns the less for what is free. */
    static Refused missingAfterAll(Proposal proposal, Cost cost, BigDecimal atHand) {
        return missing(
                proposal,
                cost,
                atHand,
                proposal.decision() instanceof Discount
                        ? "with the discount there would be %s"
                        : "with it free there would be %s");
    }

    /** Says how much would be missing to pay for other rewards, for which this purchase would earn the less. */
    static Refused missingForOthers(Proposal proposal, String kind, BigDecimal missing) {
        String amount = Values.plain(missing).toPlainString();
        return new Refused(
                proposal.offer(),
                Sorts.of(proposal.decision()),
                Sorts.what(proposal.decision()),
                Refused.Reason.COST_MISSING,
                missing,
                kind,
                "with it, the purchase would earn too few " + kind + " to pay for what it gives besides: " + amount
                        + " missing");
    }

    private static Refused missing(Proposal proposal, Cost cost, BigDecimal atHand, String there) {
        BigDecimal missing = cost.amount().subtract(atHand);
        return new Refused(
                proposal.offer(),
                Sorts.of(proposal.decision()),
                Sorts.what(proposal.decision()),
                Refused.Reason.COST_MISSING,
                missing,
                cost.kind(),
                "costs " + Counted.of(cost.amount(), cost.kind()) + ", "
                        + there.formatted(
                                Values.plain(atHand.max(BigDecimal.ZERO)).toPlainString()) + ": "
                        + missing.toPlainString() + " missing");
    }
}
