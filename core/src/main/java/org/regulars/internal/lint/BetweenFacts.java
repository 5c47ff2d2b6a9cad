package org.regulars.internal.lint;

import java.util.List;
import java.util.Set;
import org.regulars.internal.reading.Vocabulary;

/** What cannot be right between facts, outside their parentheses. */
final class BetweenFacts {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<=", ">=", "<", ">");

    private static final Set<String> OUTSIDE = Set.of(
            "not",
            "exists",
            "forall",
            "and",
            "or",
            "eval",
            "from",
            "accumulate",
            "acc",
            "collect",
            "over",
            "do",
            "groupby",
            "init",
            "action",
            "reverse",
            "result",
            "entry",
            "if",
            "else",
            "break");

    private final Vocabulary vocabulary;
    private final Findings found;
    private final List<Token> tokens;
    private final Excerpts excerpts;

    BetweenFacts(Vocabulary vocabulary, Findings found, List<Token> tokens, Excerpts excerpts) {
        this.vocabulary = vocabulary;
        this.found = found;
        this.tokens = tokens;
        this.excerpts = excerpts;
    }

    /** Says what is wrong with the token at this index, which stands in no parentheses. */
    void check(int i) {
        Token token = at(i);
        Token next = at(i + 1);
        if (token.broken() || found.onLineOf(token.start())) {
            return;
        }
        if (token.is(",")) {
            found.wrong(token, "Between facts stands nothing but a new line. Maybe delete this comma?");
        } else if (token.isBinding()
                && (next.isType() || next.is("=") || next.is("=="))
                && at(i + 2).kind() != Token.Kind.TEXT) {
            String fact = next.isType() ? next.text() : at(i + 2).text();
            found.wrong(
                    next,
                    "Between a name and its fact stands a colon. Maybe " + token.text() + " : " + fact + "( \u2026 )?");
        } else if (token.firstOnLine() && token.isWord() && !token.isBinding()) {
            lineOutside(i, token, next);
        } else if (token.isType()
                && vocabulary.facts().containsKey(token.text())
                && at(i - 1).is(":")) {
            bareFact(i, token, next);
        }
    }

    private void lineOutside(int i, Token token, Token next) {
        boolean known = vocabulary.facts().containsKey(token.text());
        if (known) {
            bareFact(i, token, next);
        } else if (OUTSIDE.contains(token.text()) || next.is("(") || next.is(":")) {
            return;
        } else if (COMPARISONS.contains(next.text()) || next.is("=") || (next.is(".") && !token.isType())) {
            found.wrong(
                    token,
                    "A condition stands in the parentheses of a fact. Maybe " + excerpts.factBefore(i) + "( "
                            + excerpts.restOfLine(i) + " )?");
        } else if ((next.isWord() || next.isNumber()) && !next.firstOnLine()) {
            found.wrong(token, "This is no condition. Maybe // is missing before a remark?");
        }
    }

    /** A fact the parentheses of which are not there. */
    private void bareFact(int i, Token token, Token next) {
        if (next.is("(") || next.is(".")) {
            return;
        }
        boolean goesOn = !next.firstOnLine()
                && next.exists()
                && !next.is("and")
                && !next.is("or")
                && !next.is("not")
                && !next.is("exists")
                && !next.isBinding()
                && !next.isType();
        found.wrong(
                token,
                "Behind a fact stand parentheses. Maybe " + token.text()
                        + (goesOn && (next.isWord() || next.is("[") || next.is("{"))
                                ? "( " + excerpts.restOfLine(next.isWord() ? i + 1 : i + 2) + " )?"
                                : "()?"));
    }

    private Token at(int i) {
        return Token.at(tokens, i);
    }
}
