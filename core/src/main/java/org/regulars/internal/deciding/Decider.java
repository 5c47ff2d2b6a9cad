package org.regulars.internal.deciding;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.regulars.Activity;
import org.regulars.Correction;
import org.regulars.Due;
import org.regulars.Event;
import org.regulars.EventRefusedException;
import org.regulars.Member;
import org.regulars.Offer;
import org.regulars.Outcome;
import org.regulars.Progress;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.Return;
import org.regulars.TimePassed;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.progress.Ahead;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.rules.RuleFailure;
import org.regulars.internal.values.RecentEvents;

/** Decides events, each by itself. Keeps nothing between them. */
public final class Decider {

    private final CompiledRules rules;
    private final Admission admission;
    private final OwnFacts ownFacts;
    private final Ahead ahead;

    /** A decider by these rules. */
    public Decider(CompiledRules rules) {
        this.rules = rules;
        this.admission = new Admission(rules.definitions());
        this.ownFacts = new OwnFacts(rules);
        this.ahead = new Ahead(rules);
    }

    /** Decides one event; see {@link org.regulars.LoyaltyEngine#decide}. */
    public Outcome decide(Member member, Event event, List<Object> facts) {
        rules.refuseIfClosed();
        return decideAnyway(member, event, facts);
    }

    /** Even by rules that are closed meanwhile: an outcome may be asked for its progress later. */
    private Outcome decideAnyway(Member member, Event event, List<Object> facts) {
        return refusing(member, event, () -> {
            if (event instanceof Return) {
                throw new Refusal("A return needs the outcome of what it undoes. Maybe engine.reverse( … )?");
            }
            admission.check(member, event);
            ownFacts.check(event, facts);
            if (event instanceof TimePassed) {
                return passed(member, event);
            }
            String digest = Digest.of(event);
            if (isRepeated(member, event, digest)) {
                return OutcomeOf.repeated(rules, member, event);
            }
            return decided(member, event, digest, facts);
        });
    }

    /** Takes something back; see {@link org.regulars.LoyaltyEngine#reverse}. */
    public Outcome reverse(Member member, Outcome outcome, Return brought, List<Object> facts) {
        rules.refuseIfClosed();
        return refusing(member, brought, () -> {
            admission.check(member, brought);
            OwnFacts.checkSame(outcome, facts);
            String digest = Digest.of(brought, outcome.event().id());
            if (isRepeated(member, brought, digest)) {
                throw new Refusal(
                        "It was taken back before, and nothing comes back twice. Maybe another return, with an id of"
                                + " its own?");
            }
            Reversing.Again again = (then, event) -> decided(then, event, "", facts);
            return new Reversing(rules, again, member, outcome, brought).reversed(digest);
        });
    }

    private Outcome passed(Member member, Event event) {
        Account account = new Account(rules.definitions(), member);
        List<Due> due = new Calendar(rules, account).until(event.instant(), event.at());
        Came nothing = Came.only(List.of(), List.of());
        return OutcomeOf.decided(rules, event, List.of(), due, nothing, member, account.after(), progress(List.of()));
    }

    private Outcome decided(Member member, Event event, String digest, List<Object> facts) {
        Account account = new Account(rules.definitions(), member);
        Instant at = event.instant();
        List<Due> due = new Calendar(rules, account).until(at, event.at());
        try (OneEvent one = OneEvent.begin(rules, account, event.id(), at, facts)) {
            Came came = came(one, account, event, at);
            account.remember(event.id(), digest);
            return OutcomeOf.decided(
                    rules, event, OwnFacts.texts(facts), due, came, member, account.after(), progress(facts));
        }
    }

    /** What is ahead after an outcome, found when it is asked for. */
    private Function<Outcome, List<Progress>> progress(List<Object> facts) {
        return outcome -> ahead.of(outcome, (member, event) -> decideAnyway(member, event, facts));
    }

    private static Came came(OneEvent one, Account account, Event event, Instant at) {
        if (event instanceof Correction correction) {
            return one.corrected(correction);
        }
        account.active(at);
        if (event instanceof Purchase purchase) {
            return one.purchase(purchase);
        }
        return event instanceof Redemption redemption
                ? one.redeemed(redemption)
                : one.answered(List.of(one.facts().activity((Activity) event)));
    }

    private static boolean isRepeated(Member member, Event event, String digest) {
        Member.Decided decided = RecentEvents.of(member.recent()).find(event.id());
        if (decided != null && !decided.digest().equals(digest)) {
            throw new Refusal("This id was decided before, with other content. Maybe it should have an id of its own?");
        }
        return decided != null;
    }

    private Outcome refusing(Member member, Event event, Supplier<Outcome> decision) {
        try {
            return Meter.within(rules.bounds(), decision);
        } catch (Refusal e) {
            throw refused(member, event, e.offer(), e.getMessage(), null);
        } catch (RuleFailure e) {
            throw refused(member, event, e.offer(), e.getMessage(), e.getCause());
        }
    }

    private static EventRefusedException refused(
            Member member, Event event, @Nullable Offer offer, @Nullable String message, @Nullable Throwable cause) {
        String sort = event instanceof TimePassed ? "Time" : event.getClass().getSimpleName();
        String which = sort + " '" + event.id() + "' of member '" + member.id() + "' is refused: ";
        return new EventRefusedException(
                event.id(), offer, which + (offer == null ? "" : "rule " + offer + " ") + message, cause);
    }
}
