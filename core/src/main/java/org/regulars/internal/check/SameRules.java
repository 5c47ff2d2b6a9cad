package org.regulars.internal.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Token;

/** Warns of a rule that says what another one says already, under another name. */
final class SameRules {

    private SameRules() {}

    static void check(List<RuleText> rules, Problems problems) {
        Map<String, RuleText> byWords = new HashMap<>();
        for (RuleText rule : rules) {
            RuleText first = byWords.putIfAbsent(words(rule), rule);
            boolean renamed = first != null && !first.name().equals(rule.name());
            if (renamed && !rule.rule().facts().contains("Program")) {
                problems.warning(
                        rule.file(),
                        rule.nameAt(),
                        "This rule says the same as \"" + first.name() + "\" at "
                                + first.file().name() + ":"
                                + first.file().lineOf(first.nameAt())
                                + ", so what it gives is given twice. Maybe one of the two is enough?");
            }
        }
    }

    /** The rule without its name, however its facts are called and its lines are broken. */
    private static String words(RuleText rule) {
        Map<String, String> names = new HashMap<>();
        StringBuilder words = new StringBuilder();
        for (List<Token> tokens : List.of(rule.whenTokens(), rule.thenTokens())) {
            for (Token token : tokens) {
                boolean name = token.text().startsWith("$");
                words.append(name ? names.computeIfAbsent(token.text(), any -> "$" + names.size()) : token.text())
                        .append(' ');
            }
            words.append("then ");
        }
        return words.toString();
    }
}
