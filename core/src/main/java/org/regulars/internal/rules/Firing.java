package org.regulars.internal.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
import org.regulars.Offer;
import org.regulars.facts.Item;
import org.regulars.facts.PaidItem;
import org.regulars.facts.Redemption;
import org.regulars.internal.guard.BoundExceeded;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.reading.Phase;

/**
 * The rules at work on the facts of one event. Used by one thread and thrown away: after a rule has
 * thrown, Drools would go on with what it had half done.
 */
public final class Firing implements AutoCloseable {

    /** How many firings beyond the limit tell which rules go on and on. */
    private static final int MORE = 100;

    /** How many of those are named. */
    private static final int NAMED = 5;

    /**
     * Something a rule inserted.
     *
     * @param offer the rule
     * @param phase when that rule runs
     * @param lines the numbers of the lines the rule matched, in order; empty if it matched none
     * @param asked the wishes the rule matched
     * @param inserted what it inserted
     */
    public record Insertion(Offer offer, Phase phase, List<Integer> lines, List<Redemption> asked, Object inserted) {}

    private final CompiledRules rules;
    private final KieSession session;
    private List<Insertion> insertions = new ArrayList<>();
    private final List<Redemption> wishes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> firings = new HashMap<>();
    private boolean counting;
    private int matches;
    private int facts;
    private @Nullable Match current;
    private List<Integer> currentLines = List.of();
    private @Nullable RuleFailure misdeed;

    Firing(CompiledRules rules, KieSession session) {
        this.rules = rules;
        this.session = session;
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
                current = event.getMatch();
                currentLines = lines(current);
                Meter.tick();
                if (counting) {
                    firings.merge(event.getMatch().getRule().getName(), 1, Integer::sum);
                }
            }

            @Override
            public void matchCreated(MatchCreatedEvent event) {
                matches++;
                if (matches > rules.bounds().matches()) {
                    throw new RuleFailure(
                            rules.offer(event.getMatch().getRule().getName()),
                            "and the rules before it match more than "
                                    + rules.bounds().matches()
                                    + " times (the bound 'matches'). Maybe it compares every line with every other?",
                            null);
                }
            }
        });
        session.addEventListener(new Insertions());
    }

    /** Puts a fact before the rules, unless no rule names its sort. */
    public void insert(Object fact) {
        if (rules.name(fact.getClass().getSimpleName())) {
            session.insert(fact);
            facts++;
            numbers.merge(fact.getClass().getSimpleName(), 1, Integer::sum);
            if (fact instanceof Redemption wish) {
                wishes.add(wish);
            }
        }
    }

    /**
     * Lets every rule fire that can.
     *
     * @return what they inserted, in no order to rely on
     * @throws RuleFailure if a rule throws, changes facts, or does not come to an end
     */
    public List<Insertion> run() {
        try {
            checkCombinations();
            int most = mostFirings();
            int fired = session.fireAllRules(most);
            if (fired >= most && misdeed == null) {
                // A run that reaches the limit looks like one that is done; some firings more tell, and whose they are.
                counting = true;
                if (session.fireAllRules(MORE) > 0) {
                    throw new RuleFailure(culprit(null), endless(most), null);
                }
            }
        } catch (RuleFailure e) {
            throw worst(e);
        } catch (RuntimeException | Error e) {
            Throwable root = root(e);
            if (root instanceof RuleFailure failure) {
                throw worst(failure);
            }
            if (root instanceof BoundExceeded) {
                throw new RuleFailure(culprit(e), String.valueOf(root.getMessage()), e);
            }
            // Where the JVM itself is at its end, as when memory is, no rule is to blame, whatever Drools wraps it in.
            if (root instanceof VirtualMachineError end && !(end instanceof StackOverflowError)) {
                throw end;
            }
            throw new RuleFailure(culprit(e), "failed: " + rootMessage(e), e);
        }
        if (misdeed != null) {
            throw misdeed;
        }
        List<Insertion> done = insertions;
        insertions = new ArrayList<>();
        return done;
    }

    /** A rule that changes facts is what is wrong, whatever bound its going round has met first. */
    private RuleFailure worst(RuleFailure failure) {
        return misdeed == null ? failure : misdeed;
    }

    /** They only insert decisions, so only rules over several lines at once, or ones that go round, come near it. */
    private int mostFirings() {
        long perFact = rules.bounds().firingsPerFact();
        return (int) Math.min(Integer.MAX_VALUE - 1, (rules.all().size() + perFact) * (facts + perFact));
    }

    @Override
    public void close() {
        session.dispose();
    }

    /** The rule that fired last, or, if a condition threw before any rule could fire, the one Drools names. */
    private Offer culprit(@Nullable Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            for (Offer offer : rules.all()) {
                if (message.contains('"' + offer.name() + '"')) {
                    return offer;
                }
            }
        }
        return current == null
                ? rules.all().iterator().next()
                : rules.offer(current.getRule().getName());
    }

    private void checkCombinations() {
        rules.combinations().forEach((rule, combinations) -> {
            long tried = combinations.count(numbers);
            if (tried > rules.bounds().matches()) {
                throw new RuleFailure(
                        rules.offer(rule),
                        "would try " + tried + " combinations of " + String.join(" and ", combinations.facts())
                                + ", and " + rules.bounds().matches()
                                + " are the most (the bound 'matches'). Maybe a rule on one of them?",
                        null);
            }
        });
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

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    /** What was wrong, on one line: it may hold what an attacker wrote, and goes into logs. */
    private static String rootMessage(Throwable thrown) {
        Throwable root = root(thrown);
        String message = root.getMessage();
        String said = message == null || !(root instanceof IllegalArgumentException) ? root.toString() : message;
        return said.codePoints()
                .map(letter -> Character.isISOControl(letter) ? ' ' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Notes what rules insert, and that they do nothing else. */
    private final class Insertions implements RuleRuntimeEventListener {

        @Override
        public void objectInserted(ObjectInsertedEvent event) {
            if (event.getRule() == null) {
                return;
            }
            String rule = event.getRule().getName();
            if (insertions.size() >= rules.bounds().decisions()) {
                throw new RuleFailure(
                        rules.offer(rule),
                        "and the rules before it announce more than "
                                + rules.bounds().decisions()
                                + " decisions for one event (the bound 'decisions'). Maybe one for the whole purchase?",
                        null);
            }
            insertions.add(new Insertion(
                    rules.offer(rule), rules.phase(rule), currentLines, matchedWishes(rule), event.getObject()));
        }

        @Override
        public void objectUpdated(ObjectUpdatedEvent event) {
            misdeed(event.getRule() == null ? null : event.getRule().getName());
        }

        @Override
        public void objectDeleted(ObjectDeletedEvent event) {
            misdeed(event.getRule() == null ? null : event.getRule().getName());
        }

        private void misdeed(@Nullable String rule) {
            if (rule != null && misdeed == null) {
                misdeed = new RuleFailure(
                        rules.offer(rule), "changes facts, and rules only insert decisions. Maybe insert( … )?", null);
            }
        }

        /** The wishes in the match; a rule that asks with {@code exists} has none there, and answers by the name. */
        private List<Redemption> matchedWishes(String rule) {
            if (current == null || wishes.isEmpty()) {
                return List.of();
            }
            List<Redemption> matched = new ArrayList<>();
            for (Object fact : current.getObjects()) {
                if (fact instanceof Redemption wish) {
                    matched.add(wish);
                }
            }
            return matched.isEmpty()
                    ? wishes.stream()
                            .filter(wish -> rules.asksFor(rule, wish.reward()))
                            .toList()
                    : matched;
        }
    }

    /** The numbers of the lines in a match, in order. */
    private static List<Integer> lines(Match match) {
        List<Integer> lines = new ArrayList<>();
        for (Object fact : match.getObjects()) {
            if (fact instanceof PaidItem paid) {
                lines.add(paid.line());
            } else if (fact instanceof Item item) {
                lines.add(item.line());
            }
        }
        return lines.size() < 2 ? List.copyOf(lines) : List.copyOf(new TreeSet<>(lines));
    }
}
