package org.regulars.laws;

import org.jspecify.annotations.Nullable;
import org.regulars.Event;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Return;

/**
 * One event of a history as it is put to an engine.
 *
 * @param undone what had come of what a return takes back, or null if it is no return
 */
record Step(Member member, Event event, @Nullable Outcome undone) {

    /** What comes of it. */
    Outcome by(LoyaltyEngine engine) {
        return undone == null ? engine.decide(member, event) : engine.reverse(member, undone, (Return) event);
    }

    /** The same by rules that know nothing of the others: what is taken back was decided by them too. */
    Step elsewhere(LoyaltyEngine engine) {
        return undone == null ? this : new Step(member, event, engine.decide(undone.memberBefore(), undone.event()));
    }
}
