package org.regulars.internal.check;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.syntax.AllTerms;
import org.regulars.internal.syntax.Part;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Term;

/** What can be meant so, and probably is not. */
final class Warnings {

    private Warnings() {}

    /**
     * Warns of these rules, as far as they are right, and if a day is given, of what has ended by then.
     *
     * @param areAll whether these are all rules, so that they can be held against each other
     */
    static void check(List<RuleText> rules, boolean areAll, @Nullable LocalDate today, Problems problems) {
        List<RuleText> right = rules.stream()
                .filter(rule -> !problems.hasErrors(
                        rule.file(), rule.rule().offer().line(), rule.file().lineOf(rule.end())))
                .toList();
        for (RuleText rule : right) {
            new NeverMatches(rule, problems).check();
            NumbersInNames.check(rule, problems);
            checkBalanceOfWhat(rule, problems);
            if (today != null) {
                EndedOffers.check(rule, today, problems);
            }
        }
        if (areAll) {
            SameRules.check(right, problems);
            FeedsItself.check(right, problems);
        }
    }

    private static void checkBalanceOfWhat(RuleText rule, Problems problems) {
        for (Part.Pattern pattern : AllTerms.patterns(rule)) {
            boolean ofOne = pattern.conditions().stream()
                    .flatMap(condition -> AllTerms.within(condition).stream())
                    .anyMatch(term ->
                            (term instanceof Term.Name name && name.text().equals("kind"))
                                    || term instanceof Term.Unread);
            if (pattern.type().equals("Balance") && !pattern.conditions().isEmpty() && !ofOne) {
                problems.warning(
                        rule.file(),
                        pattern.at(),
                        "This runs once for every kind the member holds. Maybe kind == \"points\" first in its"
                                + " parentheses?");
            }
        }
    }
}
