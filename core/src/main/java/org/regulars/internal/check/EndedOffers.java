package org.regulars.internal.check;

import java.time.LocalDate;
import java.util.Set;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.syntax.AllTerms;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Term;

/** Warns of offers that have ended, as of a day that is given: a rule set has no clock. */
final class EndedOffers {

    private static final Set<String> ENDS = Set.of("<", "<=", "==");
    private static final Set<String> DATES = Set.of("expiringOn", "through", "expiresOn");

    private EndedOffers() {}

    static void check(RuleText rule, LocalDate today, Problems problems) {
        for (Term term : AllTerms.when(rule)) {
            if (term instanceof Term.Operation operation
                    && ENDS.contains(operation.sign())
                    && isDate(operation.left())
                    && operation.right() instanceof Term.Text text) {
                LocalDate last = Moments.date(text.value());
                if (last != null && (operation.sign().equals("<") ? last.minusDays(1) : last).isBefore(today)) {
                    problems.warning(
                            rule.file(),
                            text.at(),
                            "This offer ended on " + (operation.sign().equals("<") ? last.minusDays(1) : last)
                                    + ". Maybe another date, or the rule can go?");
                }
            }
        }
        for (Term term : AllTerms.then(rule)) {
            if (term instanceof Term.Call call
                    && DATES.contains(call.name())
                    && call.arguments().size() == 1
                    && call.arguments().get(0) instanceof Term.Text text) {
                LocalDate last = Moments.date(text.value());
                if (last != null && last.isBefore(today)) {
                    problems.warning(
                            rule.file(),
                            text.at(),
                            "What this gives has ended on " + last + ". Maybe another date, or the rule can go?");
                }
            }
        }
    }

    private static boolean isDate(Term term) {
        return term instanceof Term.Name name
                ? name.text().equals("date")
                : term instanceof Term.Field field && field.name().equals("date");
    }
}
