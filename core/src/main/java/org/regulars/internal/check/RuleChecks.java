package org.regulars.internal.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.Phase;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.Vocabulary;

/** What must hold of the rules of a set, whatever the compiler says of each. */
final class RuleChecks {

    private static final Pattern DECISION =
            Pattern.compile("\\b(" + String.join("|", Vocabulary.decisions().keySet()) + ")\\s*\\.");

    private static final Pattern NO_CODE =
            Pattern.compile("//[^\\n]*|(?s:/\\*.*?\\*/)|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"");

    private final Vocabulary vocabulary;
    private final Problems problems;

    RuleChecks(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    void check(List<ParsedRule> rules) {
        checkNamesAreUnique(rules);
        for (ParsedRule rule : rules) {
            if (areKnown(rule) && checkSomethingIsThere(rule)) {
                checkDecisionsComeInTime(rule);
            }
        }
    }

    private void checkNamesAreUnique(List<ParsedRule> rules) {
        Map<String, ParsedRule> byName = new HashMap<>();
        for (ParsedRule rule : rules) {
            ParsedRule first = byName.putIfAbsent(rule.offer().name(), rule);
            if (first != null) {
                problems.error(
                        rule.file(),
                        rule.offer().line(),
                        1,
                        "There is already a rule \"" + rule.offer().name() + "\" at "
                                + first.offer().file() + ":" + first.offer().line()
                                + ". An offer has one name, and a name one offer. Maybe rename one of them?");
            }
        }
    }

    /** Names that mean nothing are told where they stand; nothing follows from them. */
    private boolean areKnown(ParsedRule rule) {
        return vocabulary.facts().keySet().containsAll(rule.facts());
    }

    /** A rule runs when the facts it names are there; one that only says what is not there runs before its time. */
    private boolean checkSomethingIsThere(ParsedRule rule) {
        if (!rule.present().isEmpty() && Phase.of(rule.present()).compareTo(Phase.of(rule.facts())) >= 0) {
            return true;
        }
        if (rule.present().contains("Redemption") && Phase.of(rule.facts()) == Phase.TILL) {
            // A wish without a purchase; that is told where it stands.
            return false;
        }
        problems.error(
                rule.file(),
                rule.offer().line(),
                0,
                "\"" + rule.offer().name()
                        + "\" names no fact by which it is known when it runs. Maybe Purchase(), Paid()"
                        + " or Balance() besides what is not there?");
        return false;
    }

    private void checkDecisionsComeInTime(ParsedRule rule) {
        Phase phase = Phase.of(rule.facts());
        // A rule on the member alone answers every event, so it can decide only what any event allows.
        boolean anyEvent = rule.facts().equals(Set.of("Member"));
        Matcher matcher = DECISION.matcher(blanked(rule.then()));
        while (matcher.find()) {
            String decision = matcher.group(1);
            if (!phase.allows(decision) || (anyEvent && !Phase.ACTIVITY.allows(decision))) {
                problems.error(rule.file(), rule.thenAt() + matcher.start(), tooEarlyOrLate(rule, phase, decision));
            }
        }
    }

    /** The text with blanks for remarks and quoted texts, which decide nothing. */
    private static String blanked(String then) {
        return NO_CODE.matcher(then).replaceAll(found -> found.group().replaceAll("[^\n]", " "));
    }

    private static String tooEarlyOrLate(ParsedRule rule, Phase phase, String decision) {
        String facts = String.join(" and ", rule.facts());
        String advice = switch (decision) {
            case "Earn", "Multiply", "Bonus" ->
                phase == Phase.TILL
                        ? "What is earned depends on what is paid. Maybe PaidItem instead of Item, or Paid instead"
                                + " of Purchase?"
                        : "Maybe a rule on Paid, PaidItem or Activity?";
            case "Discount" -> "A discount is taken off at the till. Maybe a rule on Item or Purchase?";
            case "PayWith", "Overdraft" ->
                "What is spent is settled at the till. Maybe a rule on Purchase or Redemption?";
            default -> "Maybe a rule on Purchase or Paid?";
        };
        return "A rule on " + facts + " runs " + phase.words() + " and cannot insert " + decision + ". " + advice;
    }
}
