package org.regulars.internal.deciding;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Offer;
import org.regulars.decisions.Bonus;
import org.regulars.decisions.Cost;
import org.regulars.decisions.Decision;
import org.regulars.decisions.Discount;
import org.regulars.decisions.Earn;
import org.regulars.decisions.FreeItem;
import org.regulars.decisions.FreeShipping;
import org.regulars.decisions.Limit;
import org.regulars.decisions.Multiply;
import org.regulars.decisions.Overdraft;
import org.regulars.decisions.PayWith;
import org.regulars.decisions.Reward;
import org.regulars.internal.rules.Firing;
import org.regulars.internal.values.ByRank;

/** A decision a rule has put forward. */
final class Proposal {

    /**
     * The one order in which proposals are taken, whatever order the rules fired in: first what costs
     * nothing, then what is paid from what was held beforehand, last what this purchase may pay itself; the
     * dearer reward first, then by the rules' names, then the cheapest line, then by what is decided; what is then still equal is
     * interchangeable.
     */
    static final Comparator<Proposal> ORDER = Proposal::compare;

    private static final int BITS_OF_PAYMENT = 2;

    private static final int BITS_OF_SORT = 2;

    /** More than any receipt has lines; what is left of a rank is more than any set has rules. */
    private static final int BITS_OF_LINE = 24;

    private final Offer offer;
    private final List<Integer> lines;
    private final int[] places;

    private final long rank;
    private final long listed;
    private final Decision decision;
    private final @Nullable Cost cost;
    private @Nullable String written;

    /**
     * What a rule decided.
     *
     * @param insertion what it inserted, and on which lines; on none for the whole purchase
     * @param places where these lines stand among all of the receipt, in order
     * @param decision what it inserted
     */
    Proposal(Firing.Insertion insertion, int[] places, Decision decision) {
        this.offer = insertion.offer();
        this.lines = insertion.lines();
        this.places = places;
        this.decision = decision;
        this.cost = isGiven() && decision instanceof Reward reward ? reward.cost() : null;
        int name = insertion.placeByName();
        // What costs nothing goes by the rule's name and the cheapest line; of the rest what is dearer comes before
        // that.
        this.rank = cost == null
                ? (long) name << BITS_OF_LINE | (places.length == 0 ? 0 : places[0] + 1)
                : (long) payment() << (ByRank.BITS - BITS_OF_PAYMENT);
        long sort = decision instanceof Earn ? 0 : decision instanceof Multiply ? 1 : 2;
        long line = lines.isEmpty() ? 0 : Math.min(lines.get(0), (1 << BITS_OF_LINE) - 1);
        this.listed = (sort << (ByRank.BITS - BITS_OF_LINE - BITS_OF_SORT) | name) << BITS_OF_LINE | line;
    }

    /** Puts proposals in their one order. */
    static void sort(List<Proposal> proposals) {
        ByRank.sort(proposals, proposal -> proposal.rank, ORDER);
    }

    /** By what an earning, a factor or a bonus is listed when it is granted: sort by sort, rule by rule, line by line. */
    long listed() {
        return listed;
    }

    Offer offer() {
        return offer;
    }

    List<Integer> lines() {
        return lines;
    }

    Decision decision() {
        return decision;
    }

    @SuppressWarnings("ReferenceEquality") // only spares comparing a name with itself
    private static int compare(Proposal one, Proposal other) {
        int compared = Long.compare(one.rank, other.rank);
        if (compared == 0 && one.cost != null && other.cost != null) {
            compared = other.cost.amount().compareTo(one.cost.amount());
        }
        if (compared == 0 && one.offer != other.offer) {
            compared = one.offer.name().compareTo(other.offer.name());
        }
        if (compared == 0) {
            compared = comparePlaces(one.places, other.places);
        }
        return compared == 0 ? compareDecisions(one, other) : compared;
    }

    private static int comparePlaces(int[] one, int[] other) {
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            if (one[i] != other[i]) {
                return Integer.compare(one[i], other[i]);
            }
        }
        return Integer.compare(one.length, other.length);
    }

    private static int compareDecisions(Proposal one, Proposal other) {
        int compared = Sorts.of(one.decision).compareTo(Sorts.of(other.decision));
        if (compared == 0) {
            compared = Sorts.what(one.decision).compareTo(Sorts.what(other.decision));
        }
        if (compared == 0 && !one.decision.equals(other.decision)) {
            compared = one.written().compareTo(other.written());
        }
        return compared;
    }

    /** Writing a decision out is dear, and of a thousand that differ in nothing else each is compared ten times. */
    private String written() {
        if (written == null) {
            written = decision.toString();
        }
        return written;
    }

    private int payment() {
        return cost == null ? 0 : cost.withThisPurchase() ? 2 : 1;
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
        return !(decision instanceof Earn
                || decision instanceof Multiply
                || decision instanceof Bonus
                || decision instanceof Limit
                || decision instanceof PayWith
                || decision instanceof Overdraft);
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
        return cost;
    }
}
