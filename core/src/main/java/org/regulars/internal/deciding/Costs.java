package org.regulars.internal.deciding;

import java.math.BigDecimal;
import org.regulars.Refused;
import org.regulars.decisions.Cost;

/** What rewards cost. */
final class Costs {

    private Costs() {}

    static Cost times(Cost cost, long times) {
        return new Cost(cost.amount().multiply(BigDecimal.valueOf(times)), cost.kind(), cost.withThisPurchase());
    }

    /** Says how much of a cost is missing. */
    static Refused missing(Proposal proposal, Cost cost, BigDecimal atHand) {
        BigDecimal missing = cost.amount().subtract(atHand);
        return new Refused(
                proposal.offer(),
                Sorts.of(proposal.decision()),
                Sorts.what(proposal.decision()),
                Refused.Reason.COST_MISSING,
                missing,
                cost.kind(),
                "costs " + cost.amount().toPlainString() + " " + cost.kind() + ", "
                        + atHand.max(BigDecimal.ZERO).toPlainString() + " at hand: "
                        + missing.toPlainString() + " missing");
    }
}
