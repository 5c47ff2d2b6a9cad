package org.regulars.internal.deciding;

import java.util.ArrayList;
import java.util.List;
import org.regulars.decisions.Decision;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.reading.Phase;
import org.regulars.internal.rules.Firing;

/** Takes what rules inserted as proposals, in their one order, once each has been found to make sense. */
final class Proposals {

    private final Checks checks;
    private final LineOrder order;

    /**
     * Takes nothing yet.
     *
     * @param order the lines of the receipt; none for an activity
     */
    Proposals(Definitions definitions, int moneyDecimals, LineOrder order) {
        this.checks = new Checks(definitions, moneyDecimals);
        this.order = order;
    }

    /** Throws a {@link Refusal} that names the rule, if one inserted something that makes no sense. */
    List<Proposal> of(List<Firing.Insertion> insertions, Phase now) {
        if (insertions.isEmpty()) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>(insertions.size());
        for (int i = 0; i < insertions.size(); i++) {
            Firing.Insertion insertion = insertions.get(i);
            Meter.tick();
            proposals.add(new Proposal(insertion, order.places(insertion.lines()), decision(insertion, now)));
        }
        Proposal.sort(proposals);
        return proposals;
    }

    private Decision decision(Firing.Insertion insertion, Phase now) {
        Object inserted = insertion.inserted();
        if (!(inserted instanceof Decision decision)) {
            throw refusal(
                    insertion,
                    "inserts " + inserted.getClass().getSimpleName()
                            + ", and rules insert only decisions. Maybe Earn, Discount or FreeItem?");
        }
        if (insertion.phase().compareTo(now) > 0) {
            throw refusal(
                    insertion,
                    "fires before it is time, because it only says what is not there. Maybe name the"
                            + " fact that must be there too: Paid(), or Balance()?");
        }
        if (!now.allows(decision.getClass())) {
            throw refusal(
                    insertion,
                    "inserts " + decision.getClass().getSimpleName() + ", which cannot be decided " + now.words()
                            + ". Maybe it should name other facts?");
        }
        checks.check(insertion, decision, now);
        return decision;
    }

    private static Refusal refusal(Firing.Insertion insertion, String message) {
        return new Refusal(insertion.offer(), message);
    }
}
