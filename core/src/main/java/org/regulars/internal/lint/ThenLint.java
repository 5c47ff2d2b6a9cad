package org.regulars.internal.lint;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.regulars.internal.reading.Vocabulary;

/** What cannot be right between {@code then} and {@code end}, told from the text alone. */
final class ThenLint {

    private static final Set<String> JAVA = Set.of(
            "for",
            "if",
            "else",
            "while",
            "do",
            "try",
            "catch",
            "return",
            "new",
            "final",
            "var",
            "int",
            "long",
            "boolean",
            "String",
            "BigDecimal",
            "switch",
            "throw",
            "break",
            "continue",
            "instanceof",
            "synchronized",
            "assert");

    private static final Set<String> WORKS_OUT = Set.of("+", "-", "*", "/", ".");

    private static final String INSERT = "insert( Earn.of( 1, \"stamps\" ) );?";

    private final Bindings bindings;
    private final Findings found;
    private final List<Token> tokens;
    private final Parentheses parentheses;
    private final Numbers numbers;
    private final Map<Integer, Boolean> decisionCalls = new HashMap<>();

    ThenLint(Bindings bindings, Findings found, List<Token> tokens) {
        this.bindings = bindings;
        this.found = found;
        this.tokens = tokens;
        this.parentheses = new Parentheses(tokens, true);
        this.numbers = new Numbers(tokens, found);
    }

    void check() {
        boolean begins = true;
        for (int i = 0; i < tokens.size() && !found.isFull(); i++) {
            Token token = at(i);
            if (token.is("(")) {
                // In the order of the text, so that what is asked behind a point is known already.
                isDecisionCall(i);
            }
            if (token.broken()) {
                begins = false;
                continue;
            }
            if (begins || (token.firstOnLine() && token.is("insert"))) {
                statement(i);
            }
            value(i);
            begins = token.is(";") || token.is("{") || token.is("}");
        }
        parentheses.check(found);
    }

    private void statement(int i) {
        Token token = at(i);
        Token next = at(i + 1);
        if (!token.isWord() || found.between(token.start(), token.end())) {
            return;
        }
        if (token.is("insert")) {
            insert(i);
        } else if (isDecision(token) && next.is(".")) {
            found.wrong(
                    token,
                    "This decision is not inserted, so nothing comes of it. Maybe insert( " + statementSource(i)
                            + " );?");
        } else if (isDecision(token) && next.is("(")) {
            found.wrong(
                    token,
                    "This decision is not inserted, so nothing comes of it. Maybe insert( " + token.text() + '.'
                            + factory(token.text()) + "( \u2026 ) );?");
        } else if (next.is("(") && !JAVA.contains(token.text()) && Likely.isMeant(token.text(), "insert")) {
            found.wrong(
                    token,
                    token.text().equalsIgnoreCase("insert")
                            ? "'insert' is written in small letters. Maybe insert?"
                            : "'" + token.text() + "' is not known here. Maybe insert?");
            insert(i);
        } else if (isRemark(i)) {
            found.wrong(token, "This is no decision. Maybe // is missing before a remark?");
            for (int j = i + 1; j < tokens.size() && !at(j).firstOnLine(); j++) {
                found.told(at(j));
            }
        }
    }

    /** Whether a line is words and numbers that no Java begins with. */
    private boolean isRemark(int i) {
        Token token = at(i);
        Token next = at(i + 1);
        if (!token.firstOnLine() || next.firstOnLine() || JAVA.contains(token.text()) || isDecision(token)) {
            return false;
        }
        return next.isNumber()
                || (next.isWord()
                        && !JAVA.contains(next.text())
                        && (at(i + 2).isWord()
                                || at(i + 2).isNumber()
                                || at(i + 2).firstOnLine()));
    }

    private void insert(int i) {
        Token token = at(i);
        Token open = at(i + 1);
        if (!open.is("(")) {
            if (open.isWord()) {
                found.wrong(
                        open,
                        "What is inserted stands in parentheses. Maybe insert( " + statementSource(i + 1) + " );?");
            }
            return;
        }
        Token what = at(i + 2);
        int close = parentheses.partner(i + 1);
        if (what.is(")")) {
            found.wrong(open, "Nothing is inserted. Maybe " + INSERT);
        } else if (what.isText()
                || what.isNumber()
                || (what.isBinding() && (at(i + 3).is(")") || at(i + 3).is(",")))) {
            found.wrong(
                    what,
                    "Only decisions are inserted, and " + (what.isBinding() ? "'" + what.text() + "'" : what.text())
                            + " is none. Maybe " + INSERT);
        } else if (isDecision(what) && at(i + 3).is("(")) {
            found.wrong(
                    what,
                    "A decision is written with the word that makes it. Maybe " + what.text() + '.'
                            + factory(what.text()) + "( \u2026 )?");
        }
        if (close < 0) {
            return;
        }
        for (int j = i + 2; j < close; j = Math.max(j, at(j).is("(") ? parentheses.partner(j) : j) + 1) {
            if (at(j).is(",") && !found.between(token.start(), at(close).end())) {
                found.wrong(
                        at(j),
                        "One insert( \u2026 ) takes one decision. Maybe a second insert( \u2026 ); on its own line?");
            }
        }
        Token behind = at(close + 1);
        if (behind.is(".") && at(close + 2).isWord() && at(close + 3).is("(")) {
            found.wrong(
                    behind,
                    "Here insert( \u2026 ) has ended already. Maybe this ."
                            + at(close + 2).text() + "( \u2026 ) belongs before the ) that ends it?");
        } else if (!behind.is(";")
                && !behind.is(")")
                && !found.onLineOf(at(close).start())) {
            found.wrong(at(close).start(), "Behind insert( \u2026 ) a semicolon is missing. Maybe ); instead of )?");
        }
    }

    private void value(int i) {
        Token token = at(i);
        Token next = at(i + 1);
        if (token.kind() == Token.Kind.LETTERS && !found.onLineOf(token.start())) {
            if (inDecision(i) || token.content().length() != 1) {
                found.wrong(
                        token,
                        "After 'then' text stands between double quotation marks. Maybe \"" + token.content() + "\"?");
            }
        } else if (token.isNumber()) {
            if (inDecision(i) && (!at(i - 1).is(",") || !at(i - 2).isNumber())) {
                numbers.inDecision(i);
            }
            side(i, token, next);
        } else if (token.isText() && (next.isText() || next.isNumber())) {
            missingComma(token, next);
        } else if (token.isText() && next.isWord() && inDecision(i)) {
            missingComma(token, next);
        } else if (token.isWord() && next.isText() && inDecision(i) && !JAVA.contains(token.text())) {
            missingComma(token, next);
        } else if (token.isWord()
                && next.isWord()
                && inDecision(i)
                && !JAVA.contains(token.text())
                && !JAVA.contains(next.text())) {
            int last = i + 1;
            while (at(last + 1).isWord()) {
                last++;
            }
            wrongOnce(token, next, "Text stands between quotation marks. Maybe \"" + source(i, last) + "\"?");
            for (int j = i + 1; j <= last; j++) {
                found.told(at(j));
            }
        } else if (token.is(")")
                && next.isWord()
                && at(i + 2).is("(")
                && isDecisionCall(parentheses.partner(i))
                && parentheses.partner(i) > 0) {
            wrongOnce(
                    token,
                    next,
                    "Before '" + next.text() + "' a point is missing. Maybe ." + next.text() + "( \u2026 )?");
        } else if (token.is(",") && next.is(")") && inDecision(i)) {
            wrongOnce(token, next, "Behind this comma stands nothing. Maybe delete it?");
        } else if (WORKS_OUT.contains(token.text()) && (next.is(")") || next.is(",") || next.is(";"))) {
            wrongOnce(token, next, "Behind " + token.text() + " stands nothing. Maybe delete it?");
        }
        if (token.isBinding()) {
            field(i);
        }
        if (token.is("*") || token.is("/") || token.is("-") || token.is("+") || token.is("%")) {
            arithmetic(i);
        }
    }

    private void side(int i, Token token, Token next) {
        if (next.isText()) {
            missingComma(token, next);
        } else if (next.isWord() && !next.firstOnLine() && !found.between(token.start(), next.end())) {
            wrongOnce(
                    token,
                    next,
                    inDecision(i)
                            ? "Between a number and what it is of stand a comma and quotation marks. Maybe "
                                    + token.text() + ", \"" + next.text() + "\"?"
                            : "This is no decision. Maybe // is missing before a remark?");
        } else if (next.isNumber() && !found.between(token.start(), next.end())) {
            wrongOnce(token, next, "A number has no blanks. Maybe " + token.text() + next.text() + "?");
        }
    }

    private void missingComma(Token token, Token next) {
        wrongOnce(
                next,
                next,
                "Before " + next.text() + " a comma is missing. Maybe " + token.text() + ", " + next.text() + "?");
    }

    private void wrongOnce(Token token, Token last, String message) {
        if (!found.between(token.start(), last.end())) {
            found.wrong(token, message);
        }
    }

    /** {@code $paid.amount}, which after then is a call. */
    private void field(int i) {
        Class<?> type = bindings.type(at(i).text());
        for (int dot = i + 1; at(dot).is(".") && at(dot + 1).isWord(); dot += 2) {
            Token name = at(dot + 1);
            boolean call = at(dot + 2).is("(");
            if (!call && Bindings.isField(type, name.text())) {
                return;
            }
            Class<?> told = Bindings.member(type, name.text()).orElse(null);
            if (told == null || type == Object.class) {
                return;
            }
            if (!call) {
                found.wrong(name, "After 'then' a fact is asked with parentheses. Maybe " + source(i, dot + 1) + "()?");
                return;
            }
            if (!at(dot + 3).is(")")) {
                return;
            }
            type = told;
            dot += 2;
        }
    }

    private void arithmetic(int i) {
        if (found.onLineOf(at(i).start())) {
            return;
        }
        boolean left = isDecimal(i - 1);
        boolean right = isDecimalFrom(i + 1);
        boolean plus = at(i).is("+");
        if (plus
                ? (left && (right || at(i + 1).isNumber()))
                        || (right && at(i - 1).isNumber())
                : left || right) {
            found.wrong(
                    at(i),
                    "After 'then' nothing is worked out with " + at(i).text()
                            + ". Maybe .times( $paid.amount() ), or in the condition $points : ( amount * 2 )?");
        }
    }

    /** Whether a decimal ends at this index. */
    private boolean isDecimal(int i) {
        if (at(i).isBinding()) {
            return bindings.type(at(i).text()) == BigDecimal.class;
        }
        int end = i;
        int start = i;
        while (at(start).is(")")
                && parentheses.partner(start) > 1
                && at(parentheses.partner(start) - 1).isWord()
                && at(parentheses.partner(start) - 2).is(".")) {
            start = parentheses.partner(start) - 3;
        }
        return start < end && at(start).isBinding() && isDecimalFrom(start);
    }

    /** Whether a decimal begins at this index. */
    private boolean isDecimalFrom(int i) {
        if (!at(i).isBinding()) {
            return false;
        }
        Class<?> type = bindings.type(at(i).text());
        int at = i + 1;
        while (at(at).is(".") && at(at + 1).isWord() && at(at + 2).is("(") && parentheses.partner(at + 2) > 0) {
            type = Bindings.asked(type, at(at + 1).text()).orElse(Object.class);
            at = parentheses.partner(at + 2) + 1;
        }
        return type == BigDecimal.class;
    }

    /** Whether a token is an argument of what makes a decision. */
    private boolean inDecision(int i) {
        return isDecisionCall(parentheses.around(i));
    }

    /** Whether a parenthesis opens what {@code Earn.of} or a word behind it is told. */
    private boolean isDecisionCall(int open) {
        Boolean known = decisionCalls.get(open);
        if (known != null) {
            return known;
        }
        boolean isOne = false;
        if (open >= 3 && at(open - 1).isWord() && at(open - 2).is(".")) {
            Token before = at(open - 3);
            isOne = isDecision(before)
                    || (before.is(")") && Boolean.TRUE.equals(decisionCalls.get(parentheses.partner(open - 3))));
        }
        decisionCalls.put(open, isOne);
        return isOne;
    }

    private static boolean isDecision(Token token) {
        return token.isWord()
                && (Vocabulary.decisions().containsKey(token.text())
                        || Vocabulary.definitions().containsKey(token.text()));
    }

    /** The word a decision is made with, such as {@code of}. */
    private static String factory(String decision) {
        Class<?> type = Vocabulary.decisions().getOrDefault(decision, Object.class);
        return Stream.of(type.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type)
                .map(Method::getName)
                .sorted()
                .reduce((first, last) -> last)
                .orElse("of");
    }

    /** A statement's text, without the semicolon and what follows it. */
    private String statementSource(int from) {
        int to = from;
        while (to + 1 < tokens.size() && !at(to + 1).is(";") && !at(to + 1).firstOnLine()) {
            to++;
        }
        return source(from, to);
    }

    private String source(int from, int to) {
        return new Excerpts(found.file(), tokens, parentheses).source(from, to);
    }

    private Token at(int i) {
        return Token.at(tokens, i);
    }
}
