package org.regulars.internal.deciding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.regulars.Offer;
import org.regulars.Refused;
import org.regulars.internal.program.Definitions;

/**
 * Of the offers in a group only the one best for the member counts. An offer is a rule with everything
 * it decided: double points on three lines are one offer. Of equally good ones the first by name counts. Offers are
 * compared without limits.
 */
final class BestOf {

    /** An offer of a group, with everything it proposes. */
    private record Contender(Offer offer, List<Proposal> proposals, Worth worth) {}

    private final List<Proposal> chosen;
    private final List<Refused> refused;

    /**
     * Chooses.
     *
     * @param proposals in order
     * @param worth what all that an offer proposes is worth to the member, beside what stands in no group
     */
    BestOf(List<Proposal> proposals, Definitions definitions, BiFunction<List<Proposal>, List<Proposal>, Worth> worth) {
        if (!isAnyGrouped(proposals)) {
            chosen = proposals;
            refused = List.of();
            return;
        }
        chosen = new ArrayList<>();
        refused = new ArrayList<>();
        Map<String, Map<String, List<Proposal>>> groups = new TreeMap<>();
        for (Proposal proposal : proposals) {
            String group = proposal.group();
            if (group == null) {
                chosen.add(proposal);
            } else {
                groups.computeIfAbsent(group, any -> new TreeMap<>())
                        .computeIfAbsent(proposal.offer().name(), any -> new ArrayList<>())
                        .add(proposal);
            }
        }
        List<Proposal> ungrouped = List.copyOf(chosen);
        groups.forEach((group, offers) -> choose(
                group,
                offers.values().stream()
                        .map(all -> new Contender(all.get(0).offer(), all, worth.apply(all, ungrouped)))
                        .toList(),
                definitions));
        Proposal.sort(chosen);
    }

    private static boolean isAnyGrouped(List<Proposal> proposals) {
        for (int i = 0; i < proposals.size(); i++) {
            if (proposals.get(i).group() != null) {
                return true;
            }
        }
        return false;
    }

    List<Proposal> chosen() {
        return chosen;
    }

    List<Refused> refused() {
        return refused;
    }

    private void choose(String group, List<Contender> byName, Definitions definitions) {
        Contender best = byName.get(0);
        for (Contender each : byName.subList(1, byName.size())) {
            if (each.worth().isMoreThan(each.offer(), best.worth(), best.offer(), group, definitions)) {
                best = each;
            }
        }
        for (Contender each : byName) {
            if (each.offer().equals(best.offer())) {
                chosen.addAll(each.proposals());
            } else {
                refused.add(Sorts.refused(
                        each.proposals().get(0),
                        Refused.Reason.NOT_THE_BEST,
                        "of " + group + " only the best counts: \""
                                + best.offer().name() + "\" gives " + best.worth() + ", this " + each.worth()));
            }
        }
    }
}
