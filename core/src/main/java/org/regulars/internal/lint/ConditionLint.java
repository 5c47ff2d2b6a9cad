package org.regulars.internal.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.regulars.internal.reading.Vocabulary;

/** What cannot be right between {@code when} and {@code then}, told from the text alone. */
final class ConditionLint {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<=", ">=", "<", ">");

    /** Signs behind which something stands. */
    private static final Set<String> WORKS_OUT = Set.of("+", "-", "*", "/", ".", "&&", "||", "!");

    /** Signs other languages compare with. */
    private static final Map<String, String> FOREIGN =
            Map.of("=>", ">=", "=<", "<=", "<>", "!=", "===", "==", "!==", "!=");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("is", "=="),
            Map.entry("equals", "=="),
            Map.entry("equal", "=="),
            Map.entry("eq", "=="),
            Map.entry("isn", "!="),
            Map.entry("above", ">"),
            Map.entry("over", ">"),
            Map.entry("greater", ">"),
            Map.entry("more", ">"),
            Map.entry("below", "<"),
            Map.entry("under", "<"),
            Map.entry("less", "<"),
            Map.entry("between", ">="),
            Map.entry("from", ">="),
            Map.entry("until", "<="));

    /** Words between two values that are right there. */
    private static final Set<String> OPERATORS = Set.of(
            "in",
            "not",
            "matches",
            "contains",
            "excludes",
            "memberOf",
            "soundslike",
            "str",
            "instanceof",
            "new",
            "and",
            "or",
            "before",
            "after",
            "during",
            "includes",
            "coincides",
            "meets",
            "metby",
            "overlaps",
            "overlappedby",
            "finishes",
            "finishedby",
            "starts",
            "startedby",
            "from",
            "over",
            "null",
            "true",
            "false");

    private static final Set<String> UNITS = Set.of(
            "eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pound", "pounds", "chf", "kr", "nok", "sek",
            "dkk", "percent", "points", "pcs", "pieces", "kg", "days", "day", "units");

    /** What a parenthesis is about: several facts, one fact, or a value. */
    private enum Scope {
        FACTS,
        FACT,
        VALUE
    }

    private final Findings found;
    private final List<Token> tokens;
    private final Parentheses parentheses;
    private final Numbers numbers;
    private final Excerpts excerpts;
    private final BetweenFacts betweenFacts;
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private final Deque<Boolean> compared = new ArrayDeque<>();

    ConditionLint(Vocabulary vocabulary, Findings found, List<Token> tokens) {
        this.found = found;
        this.tokens = tokens;
        this.parentheses = new Parentheses(tokens, false);
        this.numbers = new Numbers(tokens, found);
        this.excerpts = new Excerpts(found.file(), tokens, parentheses);
        this.betweenFacts = new BetweenFacts(vocabulary, found, tokens, excerpts);
    }

    void check() {
        for (int i = 0; i < tokens.size() && !found.isFull(); i++) {
            Token token = tokens.get(i);
            if (token.is("(")) {
                boolean inFact = !scopes.isEmpty() && scopes.peek() != Scope.FACTS;
                scopes.push(inFact ? Scope.VALUE : at(i - 1).isType() ? Scope.FACT : Scope.FACTS);
                compared.push(false);
            } else if (token.is(")") && !scopes.isEmpty()) {
                scopes.pop();
                compared.pop();
            }
            if (!scopes.isEmpty() && scopes.peek() != Scope.FACTS) {
                inFact(i);
            } else if (scopes.isEmpty()) {
                betweenFacts.check(i);
            }
        }
        parentheses.check(found);
    }

    private void inFact(int i) {
        Token token = at(i);
        if (token.broken()) {
            return;
        }
        if (token.kind() == Token.Kind.SYMBOL) {
            sign(i, token);
        } else if (token.isWord() && !at(i - 1).is(".") && word(i, token)) {
            return;
        } else if (token.isNumber()) {
            numbers.inCondition(i);
        }
        if (endsValue(i)
                && beginsValue(at(i + 1))
                && !isWordForSign(i + 1)
                && !found.between(token.start(), at(i + 1).end())) {
            twoValues(i);
        }
    }

    private void sign(int i, Token token) {
        Token next = at(i + 1);
        String sign = token.text();
        if (COMPARISONS.contains(sign) || FOREIGN.containsKey(sign) || sign.equals("=")) {
            compared.pop();
            compared.push(true);
        }
        if ((sign.equals(">") || sign.equals("<") || sign.equals("!") || sign.equals("="))
                && next.is("=")
                && !found.between(token.start(), token.end())) {
            String meant = sign + "=";
            found.wrong(
                    token,
                    sign + " and = stand together when they compare. Maybe " + excerpts.comparison(i, meant, i + 2)
                            + "?");
            found.told(next);
        } else if (sign.equals("=") && !found.between(token.start(), token.end())) {
            found.wrong(
                    token,
                    "Two values are compared with ==, not with =. Maybe " + excerpts.comparison(i, "==", i + 1) + "?");
        } else if (FOREIGN.containsKey(sign)) {
            String meant = FOREIGN.getOrDefault(sign, sign);
            found.wrong(token, sign + " is no comparison. Maybe " + excerpts.comparison(i, meant, i + 1) + "?");
        } else if (sign.equals("&") || sign.equals("|")) {
            found.wrong(
                    token,
                    sign.equals("&")
                            ? "Conditions that must all hold are joined by a comma, not by &. Maybe "
                                    + excerpts.joined(i, ", ") + "?"
                            : "Conditions of which one must hold are joined by ||, not by |. Maybe "
                                    + excerpts.joined(i, " || ") + "?");
        } else if (sign.equals("||") && next.isText() && endsChoice(at(i + 2))) {
            choice(i, token, next);
        } else if (sign.equals(";") && scopes.peek() == Scope.FACT && Boolean.TRUE.equals(compared.peek())) {
            found.wrong(
                    token,
                    "Between conditions stands a comma, not a semicolon. Maybe " + excerpts.joined(i, ", ") + "?");
        } else if (COMPARISONS.contains(sign) && (next.is(")") || next.is(",") || COMPARISONS.contains(next.text()))) {
            found.wrong(
                    token,
                    "Behind " + sign + " stands nothing to compare with. Maybe " + sign
                            + (sign.equals("==") || sign.equals("!=") ? " \"coffee\"?" : " 10?"));
        } else if (sign.equals(".") && at(i - 1).isNumber() && (next.is(")") || next.is(","))) {
            found.wrong(
                    token,
                    "A number does not end with a point. Maybe " + at(i - 1).text() + "?");
        } else if (WORKS_OUT.contains(sign) && (next.is(")") || next.is(","))) {
            found.wrong(token, "Behind " + sign + " stands nothing. Maybe delete it, or say what belongs there?");
        } else if (sign.equals(",") && (next.is(",") || next.is(")"))) {
            found.wrong(token, "Behind this comma stands nothing. Maybe delete it?");
        } else if (sign.equals("(") && next.is(",")) {
            found.wrong(next, "Before this comma stands nothing. Maybe delete it?");
        } else if (sign.equals(":")
                && (next.isText() || next.isNumber())
                && at(i - 1).isWord()
                && !at(i - 1).isBinding()) {
            found.wrong(
                    token,
                    "Two values are compared with ==, not with a colon. Maybe "
                            + at(i - 1).text() + " == " + next.text() + "?");
        }
    }

    /** Words that stand for signs; true if this is one. */
    private boolean word(int i, Token token) {
        String word = token.text().toLowerCase(Locale.ROOT);
        Token next = at(i + 1);
        boolean betweenValues = endsValue(i - 1) && (beginsValue(next) || next.is("!") || next.is("("));
        if (word.equals("and") && betweenValues) {
            found.wrong(
                    token,
                    "Conditions that must all hold are joined by a comma, not by '" + token.text() + "'. Maybe "
                            + excerpts.joined(i, ", ") + "?");
            return true;
        }
        if (word.equals("or") && betweenValues) {
            if (next.isText() && endsChoice(at(i + 2))) {
                choice(i, token, next);
            } else {
                found.wrong(
                        token,
                        "Conditions of which one must hold are joined by ||, not by '" + token.text() + "'. Maybe "
                                + excerpts.joined(i, " || ") + "?");
            }
            return true;
        }
        if (word.equals("not") && (next.isWord() && !OPERATORS.contains(next.text())) && !endsValue(i - 1)) {
            found.wrong(
                    token,
                    "Inside parentheses 'not' is written !. Maybe !" + excerpts.source(i + 1, excerpts.clauseEnd(i + 1))
                            + "?");
            found.told(next);
            return true;
        }
        if (word.equals("in") && (endsValue(i - 1) || at(i - 1).is("not"))) {
            if (next.isText() || next.isNumber() || (next.isWord() && !next.isBinding())) {
                found.wrong(
                        token,
                        "Behind 'in' the values stand in parentheses. Maybe in ( "
                                + excerpts.source(i + 1, excerpts.valuesEnd(i + 1)) + " )?");
                return true;
            }
            return false;
        }
        if (WORDS.containsKey(word)
                && endsValue(i - 1)
                && (beginsValue(next) || next.is("not"))
                && !(word.equals("from") && next.isWord())) {
            comparisonWord(i, token, word);
            return true;
        }
        return false;
    }

    private void comparisonWord(int i, Token token, String word) {
        int value = i + 1;
        String meant = WORDS.getOrDefault(word, "==");
        if (at(value).is("not")) {
            meant = "!=";
            value++;
        }
        while (at(value).is("than")
                || at(value).is("or")
                || at(value).is("equal")
                || at(value).is("to")
                || at(value).is("more")
                || at(value).is("less")) {
            meant = at(value).is("equal") && meant.length() == 1 ? meant + "=" : meant;
            value++;
        }
        String mend = excerpts.comparison(i, meant, value);
        if (word.equals("between") && at(value + 1).is("and")) {
            mend += ", " + excerpts.comparison(i, "<=", value + 2);
        }
        found.wrong(token, "'" + token.text() + "' is no comparison that rules know. Maybe " + mend + "?");
        // What follows belongs to it.
        boolean pair = word.equals("between") && at(value + 1).is("and");
        for (int j = i + 1; j <= value + (pair ? 2 : 0); j++) {
            found.told(at(j));
        }
    }

    /** Whether a word stands for a sign, so that it is told as such and not as a value. */
    private boolean isWordForSign(int i) {
        String word = at(i).text().toLowerCase(Locale.ROOT);
        Token next = at(i + 1);
        return word.equals("and")
                || word.equals("or")
                || (WORDS.containsKey(word) && (beginsValue(next) || next.is("not")) && !next.is("("));
    }

    private void choice(int i, Token token, Token next) {
        int left = excerpts.clauseStart(i - 1);
        boolean simple = i - left == 3 && at(left + 1).is("==") && at(i - 1).isText();
        found.wrong(
                token,
                "One of several values is written with 'in'. Maybe "
                        + (simple
                                ? at(left).text() + " in ( " + at(i - 1).text() + ", " + next.text() + " )?"
                                : "category in ( \"coffee\", \"tea\" )?"));
    }

    private static boolean endsChoice(Token token) {
        return token.is(",") || token.is(")") || token.is("||") || token.is("or");
    }

    /** Two values without anything between them. */
    private void twoValues(int i) {
        Token token = at(i);
        Token next = at(i + 1);
        Token behind = at(i + 2);
        boolean newFact =
                next.firstOnLine() && ((next.isType() && behind.is("(")) || (next.isBinding() && behind.is(":")));
        if (newFact) {
            // The parenthesis before it is missing, which is told where that opens.
            return;
        }
        boolean behindComparison = COMPARISONS.contains(at(i - 1).text());
        if (token.isNumber() && next.isNumber()) {
            found.wrong(token, "A number has no blanks. Maybe " + token.text() + next.text() + "?");
        } else if (token.isNumber()
                && next.isWord()
                && UNITS.contains(next.text().toLowerCase(Locale.ROOT))) {
            found.wrong(next, "A number stands by itself, without '" + next.text() + "'. Maybe " + token.text() + "?");
        } else if (behindComparison && token.isWord() && next.isWord() && (behind.is(",") || behind.is(")"))) {
            found.wrong(token, "Text stands between quotation marks. Maybe \"" + excerpts.source(i, i + 1) + "\"?");
        } else if (next.isWord()
                && !next.isBinding()
                && (behind.isText() || behind.isNumber())
                && !token.isText()
                && !token.isNumber()) {
            found.wrong(
                    next,
                    "'" + next.text() + "' is no comparison that rules know. Maybe "
                            + excerpts.comparison(i + 1, behind.isText() ? "==" : ">=", i + 2) + "?");
        } else if (token.isWord()
                && (next.isText() || next.isNumber())
                && !behindComparison
                && token.text().length() > 1) {
            found.wrong(
                    next,
                    "Between " + token.text() + " and " + next.text() + " stands no comparison. Maybe " + token.text()
                            + " == " + next.text() + "?");
        } else {
            found.wrong(
                    next,
                    "Before " + (next.isText() ? next.text() : "'" + next.text() + "'")
                            + " a comma is missing. Maybe " + excerpts.source(excerpts.clauseStart(i), i) + ", "
                            + excerpts.source(i + 1, excerpts.clauseEnd(i + 1)) + "?");
        }
    }

    private boolean endsValue(int i) {
        Token token = at(i);
        if (token.is(")")) {
            int open = parentheses.partner(i);
            return open > 0 && at(open - 1).isWord();
        }
        return token.isNumber() || token.isText() || (token.isWord() && !OPERATORS.contains(token.text()));
    }

    private static boolean beginsValue(Token token) {
        return token.isNumber()
                || token.isText()
                || (token.isWord() && !OPERATORS.contains(token.text()))
                || token.is("true")
                || token.is("false");
    }

    private Token at(int i) {
        return Token.at(tokens, i);
    }
}
