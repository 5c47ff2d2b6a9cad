package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.regulars.Refused;
import org.regulars.decisions.FreeItem;
import org.regulars.internal.program.Definitions;
import org.regulars.program.Kind;

/**
 * What the rules decide once it is known what is paid, or what was done.
 *
 * @param earning what is earned
 * @param rewards what is given besides
 * @param refused what is not
 * @param groups the groups decided by now
 */
record Answer(Earning earning, List<Proposal> rewards, List<Refused> refused, Set<String> groups) {

    /**
     * Chooses the best of each group and works out what is earned.
     *
     * @param bill what is paid for; an empty one for an activity
     * @param groupsBefore the groups that have been decided before
     * @param counters what has been counted towards limits before
     * @param at when the event happens
     */
    static Answer of(
            Definitions definitions,
            Bill bill,
            Set<String> groupsBefore,
            List<Proposal> decided,
            Counters counters,
            Instant at) {
        Set<String> groups = groups(decided, groupsBefore);
        BestOf best = best(definitions, decided);
        List<Proposal> rewards = List.of();
        for (int i = 0; i < best.chosen().size(); i++) {
            Proposal proposal = best.chosen().get(i);
            if (proposal.isGiven()) {
                rewards = rewards.isEmpty() ? new ArrayList<>() : rewards;
                rewards.add(proposal);
            }
        }
        Earning earning = new Earning(definitions, bill, best.chosen(), Limits.of(best.chosen(), counters, at));
        return new Answer(earning, rewards, both(best.refused(), earning.refused()), groups);
    }

    private static List<Refused> both(List<Refused> first, List<Refused> then) {
        if (first.isEmpty()) {
            return then;
        }
        List<Refused> both = new ArrayList<>(first);
        both.addAll(then);
        return both;
    }

    /** The best of each group, by what they earn and give. */
    static BestOf best(Definitions definitions, List<Proposal> decided) {
        return new BestOf(decided, definitions, (offer, ungrouped) -> worth(definitions, offer, ungrouped));
    }

    /** The groups there are by now; a group whose best has been chosen cannot get another offer. */
    static Set<String> groups(List<Proposal> decided, Set<String> before) {
        Set<String> groups = before;
        for (int i = 0; i < decided.size(); i++) {
            Proposal proposal = decided.get(i);
            String group = proposal.group();
            if (group != null) {
                groups = groups == before ? new TreeSet<>(before) : groups;
                if (before.contains(group)) {
                    throw new Refusal(
                            proposal.offer(),
                            "stands in the group '" + group + "' with offers that are settled before it is decided."
                                    + " Maybe two groups?");
                }
                groups.add(group);
            }
        }
        return groups;
    }

    /**
     * What an offer adds to what is earned without it, before the sum is rounded, and what it gives. Limits are left out:
     * which offer is the best does not change with how much the member has earned this month.
     */
    private static Worth worth(Definitions definitions, List<Proposal> offer, List<Proposal> ungrouped) {
        Worth worth = Worth.NOTHING;
        Set<String> kinds = new TreeSet<>();
        for (Proposal proposal : offer) {
            if (proposal.decision() instanceof FreeItem free) {
                worth = worth.plus(Worth.of(BigDecimal.valueOf(free.quantity()), "free " + free.what()));
            } else {
                kinds.add(Sorts.what(proposal.decision()));
            }
        }
        List<Proposal> both = new ArrayList<>(ungrouped);
        both.addAll(offer);
        for (String kind : kinds) {
            Kind defined = definitions.kind(kind);
            BigDecimal more = OfKind.only(kind, both)
                    .unrounded(defined)
                    .subtract(OfKind.only(kind, ungrouped).unrounded(defined));
            worth = worth.plus(Worth.of(more, kind));
        }
        return worth;
    }
}
