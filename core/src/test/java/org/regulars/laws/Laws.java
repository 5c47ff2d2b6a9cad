package org.regulars.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.regulars.Event;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.laws.Histories.History;

/** Holds a law against every event of a history, and says which few rules are enough to break it. */
final class Laws {

    /** What must hold of one event. */
    interface Law {
        void check(Terms terms, Member member, Event event, Outcome outcome);
    }

    private static final AtomicLong EVENTS = new AtomicLong();

    private Laws() {}

    static void holds(Terms terms, History history, Law law) {
        try {
            check(terms, history, law);
        } catch (AssertionError | RuntimeException e) {
            Terms fewest = fewest(terms, fewer -> breaks(fewer, history, law));
            throw new AssertionError(
                    "Broken by " + terms + ", with no more than these rules:\n\n" + fewest.text()
                            + "\nand this history:\n    " + history + "\n\n" + why(fewest, history, law, e),
                    e);
        }
    }

    /** How many events have been put to a law so far. */
    static long events() {
        return EVENTS.get();
    }

    private static void check(Terms terms, History history, Law law) {
        LoyaltyEngine engine = terms.engine();
        Member member = history.member();
        for (Event event : history.events()) {
            Outcome outcome = engine.decide(member, event);
            EVENTS.incrementAndGet();
            law.check(terms, member, event, outcome);
            member = outcome.memberAfter();
        }
    }

    private static boolean breaks(Terms terms, History history, Law law) {
        try {
            check(terms, history, law);
            return false;
        } catch (AssertionError | RuntimeException e) {
            return true;
        }
    }

    private static String why(Terms terms, History history, Law law, Throwable otherwise) {
        try {
            check(terms, history, law);
            return String.valueOf(otherwise.getMessage());
        } catch (AssertionError | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Drops one rule after the other, as long as it still breaks. */
    private static Terms fewest(Terms terms, Predicate<Terms> breaks) {
        Terms fewest = terms;
        for (Promise promise : terms.promises()) {
            List<Promise> others = new ArrayList<>(fewest.promises());
            others.remove(promise);
            Terms fewer = fewest.with(others);
            if (breaks.test(fewer)) {
                fewest = fewer;
            }
        }
        return fewest;
    }
}
