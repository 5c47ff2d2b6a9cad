package org.regulars;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How much rules may use up, so that a rule file cannot stop the application.
 *
 * <p>The standard bounds are far above what a rule file needs. What goes over one is refused, with the rule, before anything
 * has changed. All but {@link #time} are counts, so that the same rules, member and event are refused or decided alike
 * everywhere; time is the last net under them. Immutable, and safe to share between threads.
 *
 * <p>Some bounds are fixed, because what goes over them takes compilers minutes and no merchant near them: a rule has at
 * most 50,000 letters, a name of 500, 30 facts after {@code when} with 100 conditions each, 16 ways to match by {@code or},
 * and 100 lines after {@code then}; parentheses hold at most 1,000 values, and a chain as in {@code Bonus.of( … ).forEach( …
 * )} 30 words. Files are not even read beyond 16 megabytes together, or when there are more than 10,000 of them; that holds
 * for trusted ones, too.
 *
 * @param time how long one event may take, by the wall clock: the rules, and working out what they decided. Every moment of
 *     the calendar at which rules are asked before the event adds a thousandth to it, so that a member who was away for years
 *     can be caught up with
 * @param steps how many steps may be taken for one event: a condition looked at, a rule begun, a loop gone round, a decision
 *     worked out. The calendar adds to it as to the time
 * @param firingsPerFact how many times the rules may fire for every fact there is, beyond once each
 * @param facts how many facts an event may bring: lines, wishes, the application's own
 * @param matches how many matches of rules there may be at once, and how many combinations of facts one rule may try: two
 *     patterns on {@code Item} try each line with each
 * @param decisions how many decisions rules may announce at one step of an event
 * @param digits how many digits a number may have that a rule works with or inserts, before the decimal point and behind it
 *     together
 * @param text how many letters a text may have that a rule puts together
 * @param fileLetters how many letters a rule file may have
 * @param allLetters how many letters all rule files of a set may have together
 * @param rules how many rules a set may have
 * @param nesting how deep parentheses and braces in a rule file may stand in each other
 */
public record Bounds(
        Duration time,
        long steps,
        int firingsPerFact,
        int facts,
        int matches,
        int decisions,
        int digits,
        int text,
        int fileLetters,
        int allLetters,
        int rules,
        int nesting) {

    private static final Bounds STANDARD = new Bounds(
            Duration.ofSeconds(5), 50_000_000, 100, 20_000, 200_000, 10_000, 200, 10_000, 250_000, 5_000_000, 5_000, 6);

    /** None of them can be zero or less. */
    public Bounds {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("A bound is above zero, and time is " + time + ". Maybe PT5S?");
        }
        positive("steps", steps);
        positive("firingsPerFact", firingsPerFact);
        positive("facts", facts);
        positive("matches", matches);
        positive("decisions", decisions);
        positive("digits", digits);
        positive("text", text);
        positive("fileLetters", fileLetters);
        positive("allLetters", allLetters);
        positive("rules", rules);
        positive("nesting", nesting);
    }

    /**
     * The bounds unless others are given: 5 seconds and 50,000,000 steps an event, 100 firings a fact, 20,000 facts,
     * 200,000 matches, 10,000 decisions, 200 digits, texts of 10,000 letters, files of 250,000 letters, 5,000,000
     * together, 5,000 rules, nesting of 6.
     */
    public static Bounds standard() {
        return STANDARD;
    }

    /** These bounds with another {@link #time}. */
    public Bounds withTime(Duration time) {
        return with(draft -> draft.time = time);
    }

    /** These bounds with other {@link #steps}. */
    public Bounds withSteps(long steps) {
        return with(draft -> draft.steps = steps);
    }

    /** These bounds with other {@link #firingsPerFact}. */
    public Bounds withFiringsPerFact(int firingsPerFact) {
        return with(draft -> draft.firingsPerFact = firingsPerFact);
    }

    /** These bounds with other {@link #facts}. */
    public Bounds withFacts(int facts) {
        return with(draft -> draft.facts = facts);
    }

    /** These bounds with other {@link #matches}. */
    public Bounds withMatches(int matches) {
        return with(draft -> draft.matches = matches);
    }

    /** These bounds with other {@link #decisions}. */
    public Bounds withDecisions(int decisions) {
        return with(draft -> draft.decisions = decisions);
    }

    /** These bounds with other {@link #digits}. */
    public Bounds withDigits(int digits) {
        return with(draft -> draft.digits = digits);
    }

    /** These bounds with another {@link #text}. */
    public Bounds withText(int text) {
        return with(draft -> draft.text = text);
    }

    /** These bounds with other {@link #fileLetters}. */
    public Bounds withFileLetters(int fileLetters) {
        return with(draft -> draft.fileLetters = fileLetters);
    }

    /** These bounds with other {@link #allLetters}. */
    public Bounds withAllLetters(int allLetters) {
        return with(draft -> draft.allLetters = allLetters);
    }

    /** These bounds with other {@link #rules}. */
    public Bounds withRules(int rules) {
        return with(draft -> draft.rules = rules);
    }

    /** These bounds with another {@link #nesting}. */
    public Bounds withNesting(int nesting) {
        return with(draft -> draft.nesting = nesting);
    }

    private Bounds with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.bounds();
    }

    /** All bounds, one of them about to change. */
    private static final class Draft {

        private Duration time;
        private long steps;
        private int firingsPerFact;
        private int facts;
        private int matches;
        private int decisions;
        private int digits;
        private int text;
        private int fileLetters;
        private int allLetters;
        private int rules;
        private int nesting;

        Draft(Bounds bounds) {
            time = bounds.time;
            steps = bounds.steps;
            firingsPerFact = bounds.firingsPerFact;
            facts = bounds.facts;
            matches = bounds.matches;
            decisions = bounds.decisions;
            digits = bounds.digits;
            text = bounds.text;
            fileLetters = bounds.fileLetters;
            allLetters = bounds.allLetters;
            rules = bounds.rules;
            nesting = bounds.nesting;
        }

        Bounds bounds() {
            return new Bounds(
                    time,
                    steps,
                    firingsPerFact,
                    facts,
                    matches,
                    decisions,
                    digits,
                    text,
                    fileLetters,
                    allLetters,
                    rules,
                    nesting);
        }
    }

    private static void positive(String name, long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("A bound is above zero, and " + name + " is " + bound
                    + ". Maybe Bounds.standard() with another " + name + "?");
        }
    }
}
