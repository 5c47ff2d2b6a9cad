package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.regulars.EventRefusedException;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.laws.Histories.History;
import org.regulars.laws.Planned.End;

/** Holds a law against every event of a history, and says which few rules are enough to break it. */
final class Laws {

    /** What must hold of one event. */
    interface Law {
        void check(Terms terms, Step step, Outcome outcome);
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
        play(terms.engine(), history, (step, outcome) -> law.check(terms, step, outcome));
    }

    /** Puts one event after the other to an engine, and hands on what comes of each. */
    static void play(LoyaltyEngine engine, History history, BiConsumer<Step, Outcome> each) {
        Map<String, Outcome> outcomes = new HashMap<>();
        Member member = history.member();
        for (Planned planned : history.planned()) {
            Step step = new Step(member, planned.event(), outcomes.get(planned.undoes()));
            Outcome outcome = planned.end() == End.DECIDED ? step.by(engine) : refusedOr(planned, step, engine);
            if (outcome != null && !isRepeated(outcome)) {
                EVENTS.incrementAndGet();
                outcomes.put(planned.event().id(), outcome);
                each.accept(step, outcome);
                member = outcome.memberAfter();
            }
        }
    }

    private static @Nullable Outcome refusedOr(Planned planned, Step step, LoyaltyEngine engine) {
        Member before = step.member();
        String text = before.toString();
        try {
            Outcome outcome = step.by(engine);
            assertThat(planned.end()).as("%s has come back", planned.event()).isEqualTo(End.EITHER);
            return outcome;
        } catch (EventRefusedException e) {
            assertThat(e.event()).isEqualTo(planned.event().id());
            assertThat(before).hasToString(text);
            return null;
        }
    }

    private static boolean isRepeated(Outcome outcome) {
        if (outcome.repeated()) {
            assertThat(outcome.postings()).isEmpty();
            assertThat(outcome.memberAfter()).isEqualTo(outcome.memberBefore());
        }
        return outcome.repeated();
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
