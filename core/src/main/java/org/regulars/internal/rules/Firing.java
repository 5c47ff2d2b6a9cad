package org.regulars.internal.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.Bounds;
import org.regulars.Offer;
import org.regulars.facts.Redemption;
import org.regulars.internal.guard.BoundExceeded;
import org.regulars.internal.guard.Combinations;
import org.regulars.internal.reading.Phase;

/**
 * The rules at work on the facts of one event. Used by one thread and thrown away.
 *
 * <p>Rules that say only what facts must be there are asked fact by fact; a Drools session is opened for the others alone, once
 * there is something for them.
 */
public final class Firing implements AutoCloseable {

    /**
     * Something a rule inserted.
     *
     * @param offer the rule
     * @param placeByName where the rule's name stands among those of all rules, in the order of their letters
     * @param phase when that rule runs
     * @param lines the numbers of the lines the rule matched, in order; empty if it matched none
     * @param asked the wishes the rule matched
     * @param inserted what it inserted
     */
    public record Insertion(
            Offer offer, int placeByName, Phase phase, List<Integer> lines, List<Redemption> asked, Object inserted) {}

    private final RulesAtWork atWork;
    private final Bounds bounds;
    private final Announcements announcements;
    private final Asking asking;
    private final List<Object> fresh = new ArrayList<>(16);
    private @Nullable List<Object> own;
    private final @Nullable Map<String, Integer> numbers;
    private @Nullable Working working;
    private int facts;

    /** Whether rules are firing, or have stopped because one threw. */
    private boolean isRunning;

    /** The sort of fact that was looked up last: mostly several of a sort come one after the other. */
    private RulesAtWork.@Nullable Sort last;

    Firing(RulesAtWork atWork, Bounds bounds) {
        this.atWork = atWork;
        this.bounds = bounds;
        this.announcements = new Announcements(bounds);
        this.asking = new Asking(announcements, atWork.joins());
        this.numbers = atWork.combinations().isEmpty() ? null : new HashMap<>();
    }

    /** Puts a fact before the rules, unless no rule names its sort. */
    public void insert(Object fact) {
        RulesAtWork.Sort sort = sort(fact);
        if (!sort.isNamed() || (sort.isOwn() && isThere(fact))) {
            return;
        }
        facts++;
        if (numbers != null) {
            numbers.merge(fact.getClass().getSimpleName(), 1, Integer::sum);
        }
        if (!sort.conditions().areNone()) {
            fresh.add(fact);
        }
        if (sort.inSession()) {
            working().insert(fact);
        }
    }

    private RulesAtWork.Sort sort(Object fact) {
        RulesAtWork.Sort sort = last;
        if (sort == null || sort.type() != fact.getClass()) {
            sort = atWork.sort(fact);
            last = sort;
        }
        return sort;
    }

    /** The same thing brought twice is one fact, as in a working memory. */
    private boolean isThere(Object fact) {
        if (own == null) {
            own = new ArrayList<>();
        }
        for (Object each : own) {
            if (each == fact) {
                return true;
            }
        }
        own.add(fact);
        return false;
    }

    private Working working() {
        if (working == null) {
            working = new Working(atWork, announcements);
        }
        return working;
    }

    /**
     * Lets every rule fire that can.
     *
     * @return what they inserted, in no order to rely on
     * @throws RuleFailure if a rule throws, changes facts, or does not come to an end
     */
    public List<Insertion> run() {
        isRunning = true;
        try {
            checkCombinations();
            for (int i = 0; i < fresh.size(); i++) {
                Object fact = fresh.get(i);
                sort(fact).conditions().ask(fact, asking);
            }
            fresh.clear();
            asking.fire();
            if (working != null || atWork.firesOnNothing()) {
                working().run(mostFirings());
            }
        } catch (RuleThrew e) {
            throw failure(e.rule(), e);
        } catch (RuntimeException | Error e) {
            throw failure(working == null ? atWork.first() : working.culprit(e), e);
        }
        RuleFailure misdeed = announcements.misdeed();
        if (misdeed != null) {
            throw misdeed;
        }
        isRunning = false;
        return announcements.taken();
    }

    /** What went wrong, as a failure of the rule whose it is. */
    private RuleFailure failure(KnownRule culprit, Throwable thrown) {
        Throwable root = root(thrown);
        if (root instanceof RuleFailure failure) {
            return announcements.worst(failure);
        }
        if (root instanceof BoundExceeded) {
            return new RuleFailure(culprit.offer(), String.valueOf(root.getMessage()), thrown);
        }
        // Where the JVM itself is at its end, as when memory is, no rule is to blame, whatever it is wrapped in.
        if (root instanceof VirtualMachineError end && !(end instanceof StackOverflowError)) {
            throw end;
        }
        return new RuleFailure(culprit.offer(), "failed: " + message(root), thrown);
    }

    /** They only insert decisions, so only rules over several lines at once, or ones that go round, come near it. */
    private int mostFirings() {
        long perFact = bounds.firingsPerFact();
        return (int) Math.min(Integer.MAX_VALUE - 1, (atWork.all().size() + perFact) * (facts + perFact));
    }

    @Override
    public void close() {
        if (working != null) {
            working.close(isRunning);
            working = null;
        }
    }

    private void checkCombinations() {
        if (numbers == null) {
            return;
        }
        for (Map.Entry<String, Combinations> each : atWork.combinations().entrySet()) {
            long tried = each.getValue().count(numbers);
            if (tried > bounds.matches()) {
                throw new RuleFailure(
                        atWork.rule(each.getKey()).offer(),
                        "would try " + tried + " combinations of "
                                + String.join(" and ", each.getValue().facts())
                                + ", and " + bounds.matches()
                                + " are the most (the bound 'matches'). Maybe a rule on one of them?",
                        null);
            }
        }
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    /** What was wrong, on one line: it may hold what an attacker wrote, and goes into logs. */
    private static String message(Throwable root) {
        String message = root.getMessage();
        String said = message == null || !(root instanceof IllegalArgumentException) ? root.toString() : message;
        return said.codePoints()
                .map(letter -> Character.isISOControl(letter) ? ' ' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
