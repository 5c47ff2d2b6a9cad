package org.regulars.internal.deciding;

import java.util.List;
import org.regulars.Event;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.TimePassed;
import org.regulars.internal.rules.CompiledRules;

/** The application's own facts that come with an event. */
final class OwnFacts {

    private final CompiledRules rules;

    OwnFacts(CompiledRules rules) {
        this.rules = rules;
    }

    /** Throws a {@link Refusal} for facts that the rules were not told of, and for more than an event may bring. */
    void check(Event event, List<Object> facts) {
        for (int i = 0; i < facts.size(); i++) {
            Class<?> type = facts.get(i).getClass();
            if (rules.declaredFacts().get(type.getSimpleName()) != type) {
                throw new Refusal("The rules know no fact of " + type.getName()
                        + ", which came with it. Maybe RuleSet.loader().facts( " + type.getSimpleName() + ".class )?");
            }
        }
        if (event instanceof TimePassed && !facts.isEmpty()) {
            throw new Refusal(
                    "Time alone brings no facts, and " + facts.get(0) + " came with it. Maybe an Activity was meant?");
        }
        long brought = facts.size();
        if (event instanceof Purchase purchase) {
            brought += purchase.lines().size() + purchase.wishes().size();
        }
        if (brought > rules.bounds().facts()) {
            throw new Refusal("It brings " + brought + " facts, lines and wishes counted, and "
                    + rules.bounds().facts() + " may come with one event. Maybe Bounds.withFacts( … )?");
        }
    }

    /** Throws a {@link Refusal} unless these are the facts the outcome was decided with: what was kept is decided again. */
    static void checkSame(Outcome outcome, List<Object> facts) {
        List<String> texts = texts(facts);
        if (!outcome.facts().equals(texts)) {
            throw new Refusal("It was decided with the facts " + outcome.facts() + ", and these are given: " + texts
                    + ". Maybe give reverse the same facts as decide?");
        }
    }

    /** The facts as texts, in the order of the texts. */
    static List<String> texts(List<Object> facts) {
        return facts.isEmpty()
                ? List.of()
                : facts.stream().map(String::valueOf).sorted().toList();
    }
}
