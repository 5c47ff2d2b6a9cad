package org.regulars.internal.deciding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Activity;
import org.regulars.Event;
import org.regulars.Granted;
import org.regulars.LineOutcome;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.Purchase;
import org.regulars.Refused;
import org.regulars.Tally;
import org.regulars.TimePassed;
import org.regulars.internal.rules.CompiledRules;

/** Puts outcomes together. */
final class OutcomeOf {

    private OutcomeOf() {}

    static Outcome decided(
            CompiledRules rules,
            Event event,
            List<Granted> granted,
            List<Refused> refused,
            List<Tally> tallies,
            List<LineOutcome> lines,
            List<Posting> postings,
            Member before,
            Member after) {
        return new Outcome(
                rules.fingerprint(),
                rules.definitions().zone().getId(),
                purchase(event),
                activity(event),
                event instanceof TimePassed passed ? passed : null,
                false,
                granted.stream()
                        .sorted((one, other) -> one.sort().compareTo(other.sort()))
                        .toList(),
                refused,
                tallies,
                lines,
                postings,
                before,
                after);
    }

    /** The outcome of an event that was decided before: nothing, and the member as they were. */
    static Outcome repeated(CompiledRules rules, Member member, Event event) {
        return new Outcome(
                rules.fingerprint(),
                rules.definitions().zone().getId(),
                purchase(event),
                activity(event),
                event instanceof TimePassed passed ? passed : null,
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                member,
                member);
    }

    private static @Nullable Purchase purchase(Event event) {
        return event instanceof Purchase purchase ? purchase : null;
    }

    private static @Nullable Activity activity(Event event) {
        return event instanceof Activity activity ? activity : null;
    }
}
