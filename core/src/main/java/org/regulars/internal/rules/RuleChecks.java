package org.regulars.internal.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regulars.RuleProblem;

/** What must hold of the rules of a set, whatever the compiler says of each. */
final class RuleChecks {

    private static final Pattern DECISION = Pattern.compile(
            "\\b(Earn|Multiply|Bonus|Limit|Discount|FreeItem|FreeShipping|Benefit|Upgrade|Convert|PayWith|Overdraft"
                    + "|Extend|Forfeit)\\s*\\.");

    private static final Pattern NO_CODE =
            Pattern.compile("//[^\\n]*|(?s:/\\*.*?\\*/)|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"");

    /** The facts that may stand in a condition. */
    private static final List<String> FACTS = List.of(
            "Activity",
            "Balance",
            "Day",
            "Expired",
            "Item",
            "Member",
            "Paid",
            "PaidItem",
            "Program",
            "Purchase",
            "Redemption");

    private RuleChecks() {}

    static List<RuleProblem> of(List<ParsedRule> rules) {
        List<RuleProblem> problems = new ArrayList<>();
        checkNamesAreUnique(rules, problems);
        for (ParsedRule rule : rules) {
            if (checkFactsAreKnown(rule, problems) && checkSomethingIsThere(rule, problems)) {
                checkDecisionsComeInTime(rule, problems);
            }
        }
        return problems;
    }

    private static void checkNamesAreUnique(List<ParsedRule> rules, List<RuleProblem> problems) {
        Map<String, ParsedRule> byName = new HashMap<>();
        for (ParsedRule rule : rules) {
            ParsedRule first = byName.putIfAbsent(rule.offer().name(), rule);
            if (first != null) {
                problems.add(new RuleProblem(
                        rule.offer().file(),
                        rule.offer().line(),
                        1,
                        "There is already a rule \"" + rule.offer().name() + "\" at "
                                + first.offer().file() + ":" + first.offer().line()
                                + ". An offer has one name, and a name one offer. Maybe rename one of them?"));
            }
        }
    }

    private static boolean checkFactsAreKnown(ParsedRule rule, List<RuleProblem> problems) {
        boolean known = true;
        for (String fact : rule.facts()) {
            if (!FACTS.contains(fact)) {
                known = false;
                problems.add(new RuleProblem(
                        rule.offer().file(),
                        rule.offer().line(),
                        0,
                        "\"" + rule.offer().name() + "\" names " + fact + ", and there is no such fact. Maybe "
                                + Nearest.to(fact, FACTS) + "?"));
            }
        }
        return known;
    }

    /** A rule runs when the facts it names are there; one that only says what is not there runs before its time. */
    private static boolean checkSomethingIsThere(ParsedRule rule, List<RuleProblem> problems) {
        if (!rule.present().isEmpty() && Phase.of(rule.present()).compareTo(Phase.of(rule.facts())) >= 0) {
            return true;
        }
        problems.add(new RuleProblem(
                rule.offer().file(),
                rule.offer().line(),
                0,
                "\"" + rule.offer().name()
                        + "\" names no fact by which it is known when it runs. Maybe Purchase(), Paid()"
                        + " or Balance() besides what is not there?"));
        return false;
    }

    private static void checkDecisionsComeInTime(ParsedRule rule, List<RuleProblem> problems) {
        Phase phase = Phase.of(rule.facts());
        // A rule on the member alone answers every event, so it can decide only what any event allows.
        boolean anyEvent = rule.facts().equals(Set.of("Member"));
        Matcher matcher = DECISION.matcher(blanked(rule.then()));
        while (matcher.find()) {
            String decision = matcher.group(1);
            if (!phase.allows(decision) || (anyEvent && !Phase.ACTIVITY.allows(decision))) {
                int line = rule.thenLine()
                        + (int) rule.then()
                                .substring(0, matcher.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                problems.add(new RuleProblem(rule.offer().file(), line, 0, tooEarlyOrLate(rule, phase, decision)));
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
