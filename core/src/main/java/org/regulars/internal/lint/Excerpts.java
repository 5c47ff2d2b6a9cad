package org.regulars.internal.lint;

import java.util.List;
import org.regulars.internal.reading.RuleFile;

/** Parts of conditions, as they stand in the file, to say in a message what was meant. */
final class Excerpts {

    private static final int MOST_LETTERS = 100;

    private final RuleFile file;
    private final List<Token> tokens;
    private final Parentheses parentheses;

    Excerpts(RuleFile file, List<Token> tokens, Parentheses parentheses) {
        this.file = file;
        this.tokens = tokens;
        this.parentheses = parentheses;
    }

    /** The conditions around what joins them, joined as they should be. */
    String joined(int i, String sign) {
        return source(clauseStart(i - 1), i - 1) + sign + source(i + 1, clauseEnd(i + 1));
    }

    /** The last of several values in a row, with commas between them. */
    int valuesEnd(int i) {
        int at = i;
        while (at(at + 1).is(",") && (at(at + 2).isText() || at(at + 2).isNumber())) {
            at += 2;
        }
        return at;
    }

    /** The first token of the condition in which one stands. */
    int clauseStart(int i) {
        int at = i;
        while (at > 0
                && !at(at - 1).is(",")
                && !at(at - 1).is("(")
                && !at(at - 1).is(";")) {
            at = at(at - 1).is(")") && parentheses.partner(at - 1) >= 0 ? parentheses.partner(at - 1) : at - 1;
        }
        return at;
    }

    /** The last token of the condition in which one stands, on its line. */
    int clauseEnd(int i) {
        int at = i;
        while (at + 1 < tokens.size()
                && !at(at + 1).is(",")
                && !at(at + 1).is(")")
                && !at(at + 1).is(";")
                && !at(at + 1).firstOnLine()) {
            at = at(at + 1).is("(") && parentheses.partner(at + 1) >= 0 ? parentheses.partner(at + 1) : at + 1;
        }
        return at;
    }

    /** The last fact named before a token. */
    String factBefore(int i) {
        for (int j = i - 1; j > 0; j--) {
            if (at(j).is("(") && at(j - 1).isType()) {
                return at(j - 1).text();
            }
        }
        return "Paid";
    }

    /** A line from a token on, without what closes something before it. */
    String restOfLine(int from) {
        int to = from;
        while (to + 1 < tokens.size() && !at(to + 1).firstOnLine()) {
            to++;
        }
        while (to > from
                && ((at(to).is(")") && parentheses.partner(to) < from)
                        || at(to).is("]")
                        || at(to).is("}")
                        || at(to).is(",")
                        || at(to).is(";"))) {
            to--;
        }
        return from >= tokens.size() ? "" : source(from, to);
    }

    /** What is compared around a sign, written with the sign that was meant. */
    String comparison(int sign, String meant, int value) {
        int left = sign - 1;
        if (at(left).is(")") && parentheses.partner(left) > 0) {
            left = parentheses.partner(left) - 1;
        }
        while (left >= 2 && at(left - 1).is(".")) {
            left -= 2;
            if (at(left).is(")") && parentheses.partner(left) > 0) {
                left = parentheses.partner(left) - 1;
            }
        }
        String before = left < 0 ? "" : source(left, sign - 1) + " ";
        Token right = at(value);
        boolean simple = right.isText() || right.isNumber() || right.isWord();
        return before + meant + (simple ? " " + shown(right) : " \u2026");
    }

    /** A token, its quotes straight. */
    private static String shown(Token token) {
        return token.kind() == Token.Kind.TEXT ? '"' + token.content() + '"' : token.text();
    }

    /** The text from one token to another. */
    String source(int from, int to) {
        if (from < 0 || to >= tokens.size() || from > to) {
            return "\u2026";
        }
        String text = file.text().substring(at(from).start(), at(to).end());
        return text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) + "\u2026" : text;
    }

    private Token at(int i) {
        return Token.at(tokens, i);
    }
}
