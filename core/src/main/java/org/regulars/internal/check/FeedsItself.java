package org.regulars.internal.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.reading.Phase;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.syntax.AllTerms;
import org.regulars.internal.syntax.Part;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Term;

/** Warns of rules that give what they ask for, so that they go on by themselves. */
final class FeedsItself {

    private static final Set<String> MORE = Set.of(">", ">=");

    /** That a rule turns so much of a kind into so much of another. */
    private record Turned(RuleText rule, int at, String from, BigDecimal taken, String into, BigDecimal given) {
        boolean isByItself() {
            return Phase.of(rule.rule().facts()) == Phase.COUNTED
                    || rule.rule().facts().contains("Day");
        }

        boolean gains(Turned back) {
            return given.multiply(back.given()).compareTo(taken.multiply(back.taken())) > 0;
        }
    }

    private FeedsItself() {}

    static void check(List<RuleText> rules, Problems problems) {
        List<Turned> turned = new ArrayList<>();
        for (RuleText rule : rules) {
            checkEarnsOnWhatIsHeld(rule, problems);
            for (Term term : AllTerms.then(rule)) {
                Turned one = turned(rule, term);
                if (one != null) {
                    turned.add(one);
                }
            }
        }
        checkCircles(turned, problems);
    }

    private static void checkEarnsOnWhatIsHeld(RuleText rule, Problems problems) {
        Set<String> given = new HashSet<>();
        for (Term term : AllTerms.then(rule)) {
            if (term instanceof Term.Call call
                    && call.of() instanceof Term.Name type
                    && Set.of("Earn", "Bonus").contains(type.text())
                    && call.name().equals("of")
                    && call.arguments().size() == 2
                    && call.arguments().get(1) instanceof Term.Text text) {
                given.add(text.value());
            }
        }
        for (Term term : AllTerms.when(rule)) {
            if (term instanceof Term.Operation operation
                    && MORE.contains(operation.sign())
                    && operation.left() instanceof Term.Call call
                    && call.name().equals("holds")
                    && call.arguments().size() == 1
                    && call.arguments().get(0) instanceof Term.Text text
                    && given.contains(text.value())) {
                warn(rule, text.at(), text.value(), problems);
            }
        }
        for (Part.Pattern pattern : AllTerms.patterns(rule)) {
            for (Term condition : pattern.conditions()) {
                if (pattern.type().equals("Expired")
                        && condition instanceof Term.Operation operation
                        && operation.sign().equals("==")
                        && operation.right() instanceof Term.Text text
                        && given.contains(text.value())) {
                    problems.warning(
                            rule.file(),
                            text.at(),
                            "What lapses of \"" + text.value() + "\" comes back as \"" + text.value()
                                    + "\" and lapses again, for ever. Maybe another kind, or Extend?");
                }
            }
        }
    }

    private static void warn(RuleText rule, int at, String kind, Problems problems) {
        problems.warning(
                rule.file(),
                at,
                "This rule earns \"" + kind + "\" for having \"" + kind
                        + "\", so it feeds itself. Maybe a condition on another kind, or on what is paid?");
    }

    private static @Nullable Turned turned(RuleText rule, Term term) {
        if (term instanceof Term.Call into
                && into.name().equals("into")
                && into.of() instanceof Term.Call of
                && of.name().equals("of")
                && into.arguments().size() == 2
                && of.arguments().size() == 2
                && of.arguments().get(1) instanceof Term.Text from
                && into.arguments().get(1) instanceof Term.Text to) {
            BigDecimal taken = number(of.arguments().get(0));
            BigDecimal given = number(into.arguments().get(0));
            return taken == null || given == null
                    ? null
                    : new Turned(rule, to.at(), from.value(), taken, to.value(), given);
        }
        return null;
    }

    private static void checkCircles(List<Turned> turned, Problems problems) {
        for (Turned one : turned) {
            if (one.from().equals(one.into())) {
                problems.warning(
                        one.rule().file(),
                        one.at(),
                        "\"" + one.from() + "\" become \"" + one.into() + "\" again. Maybe another kind?");
            }
            for (Turned back : turned) {
                boolean circle = one.into().equals(back.from())
                        && back.into().equals(one.from())
                        && !one.from().equals(one.into());
                if (circle && turned.indexOf(one) > turned.indexOf(back)) {
                    boolean byItself = one.isByItself() && back.isByItself();
                    if (byItself || one.gains(back)) {
                        problems.warning(
                                one.rule().file(),
                                one.at(),
                                "\"" + one.from() + "\" become \"" + one.into() + "\" here, and back again in \""
                                        + back.rule().name() + "\" at "
                                        + back.rule().file().name() + ":"
                                        + back.rule().file().lineOf(back.rule().nameAt())
                                        + (one.gains(back) ? ", each time more" : ", for ever")
                                        + ". Maybe only one of the two?");
                    }
                }
            }
        }
    }

    private static @Nullable BigDecimal number(Term term) {
        String text = term instanceof Term.Digits digits
                ? digits.text()
                : term instanceof Term.Text quoted ? quoted.value() : "";
        return text.matches("\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
    }
}
