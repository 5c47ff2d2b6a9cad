package org.regulars.internal.deciding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.regulars.Refused;
import org.regulars.internal.program.Definitions;

/**
 * Of the offers in a group only the one best for the member counts. An offer is a rule with everything
 * it decided: double points on three lines are one offer. Of equally good ones the first by name counts.
 */
final class BestOf {

    private final List<Proposal> chosen = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /**
     * Chooses.
     *
     * @param proposals in order
     * @param worth what all that an offer proposes is worth to the member, beside what stands in no group
     */
    BestOf(List<Proposal> proposals, Definitions definitions, BiFunction<List<Proposal>, List<Proposal>, Worth> worth) {
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
        groups.forEach((group, offers) -> {
            Map<String, Worth> worths = new TreeMap<>();
            offers.forEach((name, all) -> worths.put(name, worth.apply(all, ungrouped)));
            choose(group, offers, worths, definitions);
        });
        chosen.sort(Proposal.ORDER);
    }

    List<Proposal> chosen() {
        return chosen;
    }

    List<Refused> refused() {
        return refused;
    }

    private void choose(
            String group, Map<String, List<Proposal>> offers, Map<String, Worth> worths, Definitions definitions) {
        Map.Entry<String, Worth> best = null;
        for (Map.Entry<String, Worth> each : worths.entrySet()) {
            if (best == null || isMore(each.getValue(), best.getValue(), group, offers, definitions)) {
                best = each;
            }
        }
        for (Map.Entry<String, Worth> each : worths.entrySet()) {
            List<Proposal> offer = offers.getOrDefault(each.getKey(), List.of());
            if (best == null || each.getKey().equals(best.getKey())) {
                chosen.addAll(offer);
            } else {
                refused.add(Sorts.refused(
                        offer.get(0),
                        Refused.Reason.NOT_THE_BEST,
                        "of " + group + " only the best counts: \"" + best.getKey() + "\" gives " + best.getValue()
                                + ", this " + each.getValue()));
            }
        }
    }

    private static boolean isMore(
            Worth one, Worth other, String group, Map<String, List<Proposal>> offers, Definitions definitions) {
        try {
            return one.isMoreThan(other, definitions);
        } catch (Worth.Incomparable e) {
            Proposal ofThatKind = offers.values().stream()
                    .flatMap(List::stream)
                    .filter(each -> Sorts.what(each.decision()).equals(e.kind())
                            || ("free " + Sorts.what(each.decision())).equals(e.kind()))
                    .findFirst()
                    .orElseThrow(() -> e);
            throw new Refusal(
                    ofThatKind.offer(),
                    "cannot be compared with the others of '" + group + "': nobody said what one of '" + e.kind()
                            + "' costs. Maybe insert( Kind.of( \"" + e.kind()
                            + "\" ).unitCost( \"0.01\" ) ) in a rule on Program()?");
        }
    }
}
