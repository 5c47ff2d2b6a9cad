package org.regulars.internal.deciding;

import org.jspecify.annotations.Nullable;
import org.regulars.Activity;
import org.regulars.Event;
import org.regulars.EventRefusedException;
import org.regulars.Member;
import org.regulars.Offer;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.TimePassed;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.rules.RuleFailure;

/** Decides events, each by itself. Keeps nothing between them. */
public final class Decider {

    private final CompiledRules rules;
    private final Admission admission;

    /** A decider by these rules. */
    public Decider(CompiledRules rules) {
        this.rules = rules;
        this.admission = new Admission(rules.definitions());
    }

    /** Decides one event; see {@link org.regulars.LoyaltyEngine#decide}. */
    public Outcome decide(Member member, Event event) {
        try {
            admission.check(member, event);
            if (event instanceof TimePassed passed) {
                return Calendar.advance(rules, member, passed);
            }
            String digest = Digest.of(event);
            for (Member.Decided decided : member.recent()) {
                if (decided.event().equals(event.id())) {
                    return repeated(member, event, decided.digest().equals(digest));
                }
            }
            try (OneEvent one = new OneEvent(rules, member, event, digest)) {
                return event instanceof Purchase purchase ? one.purchase(purchase) : one.activity((Activity) event);
            }
        } catch (Refusal e) {
            throw refused(member, event, e.offer(), e.getMessage(), null);
        } catch (RuleFailure e) {
            throw refused(member, event, e.offer(), e.getMessage(), e.getCause());
        }
    }

    private Outcome repeated(Member member, Event event, boolean sameContent) {
        if (!sameContent) {
            throw new Refusal("This id was decided before, with other content. Maybe it should have an id of its own?");
        }
        return OutcomeOf.repeated(rules, member, event);
    }

    private static EventRefusedException refused(
            Member member, Event event, @Nullable Offer offer, @Nullable String message, @Nullable Throwable cause) {
        String which = (event instanceof Purchase ? "Purchase '" : event instanceof Activity ? "Activity '" : "Time '")
                + event.id() + "' of member '" + member.id() + "' is refused: ";
        return new EventRefusedException(
                event.id(), offer, which + (offer == null ? "" : "rule " + offer + " ") + message, cause);
    }
}
