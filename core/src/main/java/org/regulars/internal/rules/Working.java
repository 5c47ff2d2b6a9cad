package org.regulars.internal.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.MatchCreatedEvent;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;
import org.regulars.facts.Redemption;
import org.regulars.internal.guard.Meter;

/**
 * Rules at work in a Drools session, on the facts of one event.
 */
final class Working extends DefaultAgendaEventListener implements RuleRuntimeEventListener {

    /** How many firings beyond the limit tell which rules go on and on. */
    private static final int MORE = 100;

    /** How many of those are named. */
    private static final int NAMED = 5;

    private final RulesAtWork rules;
    private final Announcements announcements;
    private final KieSession session;
    private final List<Redemption> wishes = new ArrayList<>();
    private final Map<String, Integer> firings = new HashMap<>();
    private boolean counting;
    private @Nullable Match current;
    private @Nullable KnownRule firing;
    private List<Integer> lines = List.of();

    Working(RulesAtWork rules, Announcements announcements) {
        this.rules = rules;
        this.announcements = announcements;
        this.session = rules.sessions().open();
        session.addEventListener((org.kie.api.event.rule.AgendaEventListener) this);
        session.addEventListener((RuleRuntimeEventListener) this);
    }

    /** Puts a fact before the rules. */
    void insert(Object fact) {
        session.insert(fact);
        if (fact instanceof Redemption wish) {
            wishes.add(wish);
        }
    }

    /** Lets every rule fire that can; so many firings look like one that does not end. */
    void run(int most) {
        int fired = session.fireAllRules(most);
        if (fired >= most && announcements.misdeed() == null) {
            // A run that reaches the limit looks like one that is done; some firings more tell, and whose they are.
            counting = true;
            if (session.fireAllRules(MORE) > 0) {
                throw new RuleFailure((firing == null ? rules.first() : firing).offer(), endless(most), null);
            }
        }
    }

    /** The rule that fired last, or, if a condition threw before any rule could fire, the one Drools names. */
    KnownRule culprit(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            for (KnownRule rule : rules.all()) {
                if (message.contains('"' + rule.offer().name() + '"')) {
                    return rule;
                }
            }
        }
        return firing == null ? rules.first() : firing;
    }

    /** Ends it; after something went wrong, Drools would go on with what it had half done, so no one gets that session again. */
    void close(boolean wentWrong) {
        if (wentWrong) {
            session.dispose();
        } else {
            rules.sessions().takeBack(session);
        }
    }

    /** Says which rules went on firing, those that did most first. */
    private String endless(int most) {
        String which = firings.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMED)
                .map(each -> '"' + each.getKey() + '"')
                .collect(Collectors.joining(", "));
        return "does not come to an end: " + most
                + " firings for one event (the bound 'firingsPerFact'), and these went on: " + which
                + ". Maybe it changes the fact it is about?";
    }

    @Override
    public void matchCreated(MatchCreatedEvent event) {
        announcements.matched(rules.rule(event.getMatch().getRule().getName()));
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        Match match = event.getMatch();
        String name = match.getRule().getName();
        current = match;
        firing = rules.rule(name);
        lines = MatchedLines.of(match.getObjects());
        Meter.tick();
        if (counting) {
            firings.merge(name, 1, Integer::sum);
        }
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        if (event.getRule() != null) {
            KnownRule rule = rules.rule(event.getRule().getName());
            announcements.note(rule, lines, matchedWishes(rule), event.getObject());
        }
    }

    @Override
    public void objectUpdated(ObjectUpdatedEvent event) {
        misdeed(event.getRule());
    }

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {
        misdeed(event.getRule());
    }

    private void misdeed(org.kie.api.definition.rule.@Nullable Rule rule) {
        if (rule != null) {
            announcements.misdeed(rules.rule(rule.getName()));
        }
    }

    /** The wishes in the match; a rule that asks with {@code exists} has none there, and answers by the name. */
    private List<Redemption> matchedWishes(KnownRule rule) {
        if (current == null || wishes.isEmpty()) {
            return List.of();
        }
        List<Redemption> matched = new ArrayList<>();
        for (Object fact : current.getObjects()) {
            if (fact instanceof Redemption wish) {
                matched.add(wish);
            }
        }
        return matched.isEmpty() ? rule.answered(wishes) : matched;
    }
}
