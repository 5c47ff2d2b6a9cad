package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.regulars.Refused;
import org.regulars.decisions.FreeItem;
import org.regulars.internal.program.Definitions;

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
     * @param lines what is paid for; none for an activity
     * @param groupsBefore the groups that have been decided before
     * @param counters what has been counted towards limits before
     * @param at when the event happens
     */
    static Answer of(
            Definitions definitions,
            List<BillLine> lines,
            Set<String> groupsBefore,
            List<Proposal> decided,
            Counters counters,
            Instant at) {
        Set<String> groups = groups(decided, groupsBefore);
        BestOf best =
                new BestOf(decided, definitions, (offer, ungrouped) -> worth(definitions, lines, offer, ungrouped));
        Earning earning = new Earning(
                definitions,
                lines,
                best.chosen().stream().filter(each -> !each.isGiven()).toList(),
                Limits.of(best.chosen(), counters, at));
        List<Refused> refused = new ArrayList<>(best.refused());
        refused.addAll(earning.refused());
        List<Proposal> rewards =
                best.chosen().stream().filter(Proposal::isGiven).toList();
        return new Answer(earning, rewards, refused, groups);
    }

    /** The groups there are by now; a group whose best has been chosen cannot get another offer. */
    static Set<String> groups(List<Proposal> decided, Set<String> before) {
        Set<String> groups = new TreeSet<>(before);
        for (Proposal proposal : decided) {
            String group = proposal.group();
            if (group != null) {
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
    private static Worth worth(
            Definitions definitions, List<BillLine> lines, List<Proposal> offer, List<Proposal> ungrouped) {
        Worth worth = Worth.NOTHING;
        Set<String> kinds = new TreeSet<>();
        for (Proposal proposal : offer) {
            if (proposal.decision() instanceof FreeItem free) {
                worth = worth.plus(Worth.of(BigDecimal.valueOf(free.quantity()), "free " + free.what()));
            } else {
                kinds.add(Sorts.what(proposal.decision()));
            }
        }
        Earning without = new Earning(definitions, lines, ungrouped, Limits.none());
        Earning with = new Earning(
                definitions,
                lines,
                Stream.concat(ungrouped.stream(), offer.stream()).toList(),
                Limits.none());
        for (String kind : kinds) {
            worth = worth.plus(Worth.of(with.unrounded(kind).subtract(without.unrounded(kind)), kind));
        }
        return worth;
    }
}
