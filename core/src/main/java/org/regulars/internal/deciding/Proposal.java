package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Offer;
import org.regulars.decisions.Bonus;
import org.regulars.decisions.Cost;
import org.regulars.decisions.Decision;
import org.regulars.decisions.Discount;
import org.regulars.decisions.Earn;
import org.regulars.decisions.Extend;
import org.regulars.decisions.Forfeit;
import org.regulars.decisions.FreeItem;
import org.regulars.decisions.FreeShipping;
import org.regulars.decisions.Multiply;
import org.regulars.decisions.PayWith;
import org.regulars.decisions.Reward;

/**
 * A decision a rule has put forward.
 *
 * @param offer the rule
 * @param lines the lines it matched, in order; empty for the whole purchase
 * @param places where these lines stand among all of the receipt in an order by what is on them, from 1
 * @param decision what it decides
 */
record Proposal(Offer offer, List<Integer> lines, List<Integer> places, Decision decision) {

    /**
     * The one order in which proposals are taken, whatever order the rules fired in: first what costs
     * nothing, then what is paid from what was held beforehand, last what this purchase may pay itself; the
     * dearer reward first, then by the rules' names, then the cheapest line, then by what is decided; what is then still equal is
     * interchangeable.
     */
    private static final Comparator<Proposal> ORDER = Comparator.comparing(Proposal::payment)
            .thenComparing(Comparator.comparing(Proposal::price).reversed())
            .thenComparing(proposal -> proposal.offer().name())
            .thenComparing(Proposal::places, Proposal::comparePlaces)
            .thenComparing(proposal -> Sorts.of(proposal.decision()))
            .thenComparing(proposal -> Sorts.what(proposal.decision()));

    /** That order, for one sorting: it keeps what it had to write out. */
    static Comparator<Proposal> order() {
        // Writing a decision out is dear, and of a thousand that differ in nothing else each is compared ten times.
        IdentityHashMap<Decision, String> written = new IdentityHashMap<>();
        return ORDER.thenComparing((one, other) -> one.decision().equals(other.decision())
                ? 0
                : written.computeIfAbsent(one.decision(), Decision::toString)
                        .compareTo(written.computeIfAbsent(other.decision(), Decision::toString)));
    }

    private int payment() {
        Cost cost = cost();
        return cost == null ? 0 : cost.withThisPurchase() ? 2 : 1;
    }

    private static int comparePlaces(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int compared = Integer.compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /** The group of which only the best offer counts, or null. */
    @Nullable
    String group() {
        if (decision instanceof Earn earn) {
            return earn.group();
        }
        if (decision instanceof Multiply multiply) {
            return multiply.group();
        }
        if (decision instanceof Bonus bonus) {
            return bonus.group();
        }
        if (decision instanceof Discount discount) {
            return discount.group();
        }
        return decision instanceof FreeItem free ? free.group() : null;
    }

    /** Whether it is given apart from what is earned: a reward, a longer life, a loss. */
    boolean isGiven() {
        return decision instanceof Reward || decision instanceof Extend || decision instanceof Forfeit;
    }

    /** Whether it takes something off a receipt, so that there must be one. */
    boolean needsPurchase() {
        return decision instanceof Discount
                || decision instanceof FreeShipping
                || decision instanceof PayWith
                || (decision instanceof FreeItem free && free.after() > 0);
    }

    /** What it costs the member, or null for nothing. */
    @Nullable
    Cost cost() {
        return decision instanceof Reward reward ? reward.cost() : null;
    }

    private BigDecimal price() {
        Cost cost = cost();
        return cost == null ? BigDecimal.ZERO : cost.amount();
    }
}
