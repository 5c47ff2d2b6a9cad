package org.regulars.internal.deciding;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regulars.Activity;
import org.regulars.Correction;
import org.regulars.Due;
import org.regulars.Event;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Progress;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.Return;
import org.regulars.Reversal;
import org.regulars.TimePassed;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.values.WhenAsked;

/** Puts outcomes together. */
final class OutcomeOf {

    private OutcomeOf() {}

    /**
     * The outcome of an event.
     *
     * @param ahead finds how far the next rewards are after it
     */
    static Outcome decided(
            CompiledRules rules,
            Event event,
            List<String> facts,
            List<Due> due,
            Came came,
            Member before,
            Member after,
            Function<Outcome, List<Progress>> ahead) {
        List<Progress> progress = new WhenAsked<>(
                List.of(rules.fingerprint(), before, event, facts),
                () -> ahead.apply(outcome(rules, event, facts, false, due, came, null, before, after, List.of())));
        return outcome(rules, event, facts, false, due, came, null, before, after, progress);
    }

    /** The outcome of a return. */
    static Outcome reversed(
            CompiledRules rules,
            Event event,
            List<String> facts,
            List<Due> due,
            Came came,
            @Nullable Reversal reversal,
            Member before,
            Member after) {
        return outcome(rules, event, facts, false, due, came, reversal, before, after, List.of());
    }

    /** The outcome of an event that was decided before: nothing, and the member as they were. */
    static Outcome repeated(CompiledRules rules, Member member, Event event) {
        Came nothing = Came.only(List.of(), List.of());
        return outcome(rules, event, List.of(), true, List.of(), nothing, null, member, member, List.of());
    }

    private static Outcome outcome(
            CompiledRules rules,
            Event event,
            List<String> facts,
            boolean repeated,
            List<Due> due,
            Came came,
            @Nullable Reversal reversal,
            Member before,
            Member after,
            List<Progress> progress) {
        return new Outcome(
                rules.fingerprint(),
                rules.definitions().zone().getId(),
                event instanceof Purchase purchase ? purchase : null,
                event instanceof Redemption redemption ? redemption : null,
                event instanceof Activity activity ? activity : null,
                event instanceof Correction correction ? correction : null,
                event instanceof Return brought ? brought : null,
                event instanceof TimePassed passed ? passed : null,
                facts,
                repeated,
                due,
                came.granted(),
                came.refused(),
                came.tallies(),
                came.limits(),
                came.lines(),
                came.postings(),
                came.tierChanges(),
                reversal,
                before,
                after,
                progress);
    }
}
