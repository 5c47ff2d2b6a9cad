package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.List;
import org.regulars.internal.syntax.Part;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Token;

/** What stands in a rule, letter by letter but for its remarks and its line ends. */
final class Source {

    private Source() {}

    /** All between {@code when} and {@code then}. */
    static String when(RuleText rule) {
        return text(rule.whenTokens());
    }

    /** All between {@code then} and {@code end}. */
    static String then(RuleText rule) {
        return text(rule.thenTokens());
    }

    /** Each statement after {@code then}; they are as many as {@link RuleText#then} if all could be read. */
    static List<String> statements(RuleText rule) {
        List<String> statements = new ArrayList<>();
        List<Token> statement = new ArrayList<>();
        for (Token token : rule.thenTokens()) {
            statement.add(token);
            if (token.is(";")) {
                statements.add(text(statement));
                statement.clear();
            }
        }
        return statements;
    }

    /** A fact with all its conditions. */
    static String of(RuleText rule, Part.Pattern pattern) {
        return pattern.type() + "( " + String.join(", ", conditions(rule, pattern)) + " )";
    }

    /** The conditions of a fact one by one; they are as many as {@link Part.Pattern#conditions}. */
    static List<String> conditions(RuleText rule, Part.Pattern pattern) {
        List<Token> tokens = rule.whenTokens();
        int next = 0;
        while (tokens.get(next).at() < pattern.at() || !tokens.get(next).is("(")) {
            next++;
        }
        List<String> conditions = new ArrayList<>();
        List<Token> condition = new ArrayList<>();
        int depth = 1;
        for (next++; next < tokens.size() && depth > 0; next++) {
            Token token = tokens.get(next);
            depth += token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
            depth -= token.is(")") || token.is("]") || token.is("}") ? 1 : 0;
            if (depth == 0 || (depth == 1 && token.is(","))) {
                conditions.add(text(condition));
                condition.clear();
            } else {
                condition.add(token);
            }
        }
        return conditions;
    }

    private static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        int end = -1;
        for (Token token : tokens) {
            text.append(end >= 0 && token.at() > end ? " " : "").append(token.text());
            end = token.end();
        }
        return text.toString();
    }
}
