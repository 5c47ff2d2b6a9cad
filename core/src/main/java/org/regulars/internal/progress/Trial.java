package org.regulars.internal.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.regulars.Event;
import org.regulars.EventRefusedException;
import org.regulars.Granted;
import org.regulars.Member;
import org.regulars.Offer;
import org.regulars.Outcome;

/** Decides what has not happened. */
final class Trial {

    private final BiFunction<Member, Event, Outcome> decide;
    private final Map<Event, Outcome> ofTheMember = new HashMap<>();

    Trial(BiFunction<Member, Event, Outcome> decide) {
        this.decide = decide;
    }

    /** What would come of an event; null if it would be refused, so that nothing can be said of it. */
    @Nullable
    Outcome outcome(Member member, Event event) {
        try {
            return decide.apply(member, event);
        } catch (EventRefusedException e) {
            return null;
        }
    }

    /** The same for a member of whom it is asked often. */
    @Nullable
    Outcome usual(Member member, Event event) {
        if (!ofTheMember.containsKey(event)) {
            Outcome outcome = outcome(member, event);
            if (outcome == null) {
                return null;
            }
            ofTheMember.put(event, outcome);
        }
        return ofTheMember.get(event);
    }

    /** What a rule gave, or null for nothing; what it only took, or counted, is nothing. */
    static @Nullable Granted given(@Nullable Outcome outcome, Offer offer) {
        if (outcome == null) {
            return null;
        }
        List<Granted> given = new ArrayList<>(outcome.granted());
        outcome.due().forEach(due -> given.addAll(due.granted()));
        return given.stream()
                .filter(each -> each.offer().equals(offer)
                        && each.sort() != Granted.Sort.FORFEIT
                        && each.sort() != Granted.Sort.OVERDRAFT)
                .findFirst()
                .orElse(null);
    }
}
