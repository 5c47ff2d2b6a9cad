package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.regulars.Refused;
import org.regulars.decisions.FreeItem;
import org.regulars.decisions.Reward;
import org.regulars.internal.program.Definitions;

/**
 * What the rules decide once it is known what is paid, or what was done.
 *
 * @param earning what is earned
 * @param rewards what is given besides
 * @param refused what is not
 */
record Answer(Earning earning, List<Proposal> rewards, List<Refused> refused) {

    /**
     * Chooses the best of each group and works out what is earned.
     *
     * @param lines what is paid for; none for an activity
     * @param groupsBefore the groups that have been decided at the till
     */
    static Answer of(Definitions definitions, List<BillLine> lines, Set<String> groupsBefore, List<Proposal> decided) {
        for (Proposal proposal : decided) {
            if (proposal.group() != null && groupsBefore.contains(proposal.group())) {
                throw new Refusal(
                        proposal.offer(),
                        "stands in the group '" + proposal.group() + "' with offers at the till, which are settled"
                                + " before anything is earned. Maybe two groups?");
            }
        }
        BestOf best =
                new BestOf(decided, definitions, (offer, ungrouped) -> worth(definitions, lines, offer, ungrouped));
        Earning earning = new Earning(
                definitions,
                lines,
                best.chosen().stream()
                        .filter(each -> !(each.decision() instanceof Reward))
                        .toList());
        List<Refused> refused = new ArrayList<>(best.refused());
        refused.addAll(earning.refused());
        List<Proposal> rewards = best.chosen().stream()
                .filter(each -> each.decision() instanceof Reward)
                .toList();
        return new Answer(earning, rewards, refused);
    }

    /** What an offer adds to what is earned without it, before the sum is rounded, and what it gives. */
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
        Earning without = new Earning(definitions, lines, ungrouped);
        Earning with = new Earning(
                definitions,
                lines,
                Stream.concat(ungrouped.stream(), offer.stream()).toList());
        for (String kind : kinds) {
            worth = worth.plus(Worth.of(with.unrounded(kind).subtract(without.unrounded(kind)), kind));
        }
        return worth;
    }
}
