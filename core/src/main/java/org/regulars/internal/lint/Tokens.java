package org.regulars.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes a rule file apart into {@link Token}s, and finds what no rule can hold whatever stands around it: curly quotes,
 * quotes that do not close, letters nobody sees.
 */
final class Tokens {

    private static final List<String> SYMBOLS =
            List.of("===", "!==", "==", "!=", "<=", ">=", "=>", "=<", "<>", "&&", "||", "->", "++", "--");

    /** What a word processor makes of what was typed, and what was meant. */
    private static final Map<Character, String> MEANT = Map.of(
            '\u2013', "-", '\u2014', "-", '\u2212', "-", '\u2265', ">=", '\u2264', "<=", '\u2260', "!=", '\u00d7', "*",
            '\u00f7', "/", '\u201a', ",", '\uff1a', ":");

    private static final String CURLY = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u2039\u203a`\u00b4";

    private final String text;
    private final Findings found;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean first = true;

    private Tokens(Findings found) {
        this.text = found.file().text();
        this.found = found;
    }

    static List<Token> of(Findings found) {
        Tokens tokens = new Tokens(found);
        while (tokens.at < tokens.text.length()) {
            tokens.next();
        }
        return tokens.tokens;
    }

    private void next() {
        char letter = text.charAt(at);
        if (letter == '\n') {
            first = true;
            at++;
        } else if (letter == ' ' || letter == '\t' || letter == '\f') {
            at++;
        } else if (text.startsWith("//", at)) {
            at = lineEnd();
        } else if (text.startsWith("/*", at)) {
            remark();
        } else if (letter == '"') {
            text();
        } else if (letter == '\'') {
            letters();
        } else if (CURLY.indexOf(letter) >= 0) {
            curly();
        } else if (isInvisible(letter)) {
            found.wrong(
                    at,
                    "Here stands a letter that nobody sees, as web pages and word processors put it (U+"
                            + String.format("%04X", (int) letter) + "). Maybe delete it and type a blank?");
            at++;
        } else if (letter == '$'
                || (Character.isJavaIdentifierStart(letter)
                        && Character.getType(letter) != Character.CURRENCY_SYMBOL)) {
            word();
        } else if (Character.isDigit(letter) || (letter == '.' && isDigit(at + 1) && !afterOperand())) {
            number();
        } else {
            symbol(letter);
        }
    }

    private void remark() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            found.wrong(
                    at, "A remark that begins with /* ends with */, and this one does not. Maybe // instead of /*?");
            at = lineEnd();
        } else {
            first |= text.substring(at, end).indexOf('\n') >= 0;
            at = end + 2;
        }
    }

    private void text() {
        int end = closing('"');
        if (end >= 0) {
            add(Token.Kind.TEXT, end + 1, isEscapedWrongly(end));
            return;
        }
        for (int i = at + 1, last = lineEnd(); i < last; i++) {
            if ("\u201c\u201d\u201e\u201f\u00ab\u00bb".indexOf(text.charAt(i)) >= 0) {
                sayCurly(i, text.substring(at + 1, i));
                add(Token.Kind.TEXT, i + 1, true);
                return;
            }
        }
        unclosed();
    }

    /** A backslash takes the next letter with it, and few letters can be taken so. */
    private boolean isEscapedWrongly(int end) {
        for (int i = at + 1; i < end; i++) {
            if (text.charAt(i) == '\\') {
                i++;
                if ("btnfrsu01234567\"'\\".indexOf(text.charAt(i)) < 0) {
                    found.wrong(
                            i - 1,
                            "In a text a backslash means something else than itself. Maybe / instead, or \\\\ if it is"
                                    + " meant?");
                    return true;
                }
            }
        }
        return false;
    }

    /** On a line with an odd quote the one that looks like code between quotes is the one whose neighbour is missing. */
    private void unclosed() {
        int lineStart = found.lineStart(at);
        int culprit = tokens.size();
        for (int i = tokens.size() - 1; i >= 0 && tokens.get(i).start() >= lineStart; i--) {
            if (tokens.get(i).kind() == Token.Kind.TEXT
                    && looksLikeCode(tokens.get(i).content())) {
                culprit = i;
            }
        }
        if (culprit < tokens.size()) {
            at = tokens.get(culprit).start();
            first = tokens.get(culprit).firstOnLine();
            Token before = culprit == 0 ? Token.NONE : tokens.get(culprit - 1);
            tokens.subList(culprit, tokens.size()).clear();
            if (before.isWord() && before.end() == at) {
                sayUnclosed(before.text());
                add(Token.Kind.TEXT, lineEnd(), true);
                return;
            }
        }
        int lineEnd = lineEnd();
        int end = at + 1;
        while (end < lineEnd && ",;)".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean isName = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is("rule");
        sayUnclosed(text.substring(at + 1, isName ? lineEnd() : end).strip());
        add(Token.Kind.TEXT, lineEnd(), true);
    }

    private void sayUnclosed(String meant) {
        found.wrong(
                at,
                "A text stands between two quotation marks, and one of the two is missing. Maybe \"" + meant + "\"?");
    }

    private static boolean looksLikeCode(String inQuotes) {
        return inQuotes.matches(".*(==|!=|<=|>=|\\)\\s*[.;)]|,\\s*\\w+\\(?\\s*$).*") || inQuotes.matches("\\s*[,)].*");
    }

    private void letters() {
        int end = closing('\'');
        add(end >= 0 ? Token.Kind.LETTERS : Token.Kind.SYMBOL, end >= 0 ? end + 1 : at + 1, false);
    }

    private void curly() {
        int lineEnd = lineEnd();
        int end = at + 1;
        while (end < lineEnd && CURLY.indexOf(text.charAt(end)) < 0 && text.charAt(end) != '"') {
            end++;
        }
        if (end == lineEnd) {
            end = at + 1;
            while (end < lineEnd && ",;)".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            sayCurly(at, text.substring(at + 1, end).strip());
            add(Token.Kind.TEXT, end, true);
        } else {
            sayCurly(at, text.substring(at + 1, end));
            add(Token.Kind.TEXT, end + 1, true);
        }
    }

    private void sayCurly(int offset, String meant) {
        found.wrong(
                offset,
                "Text stands in straight quotes, not curly ones. Maybe \""
                        + (meant.isBlank() ? "coffee" : meant.strip()) + "\"?");
    }

    private void word() {
        int end = at + 1;
        while (end < text.length()
                && Character.isJavaIdentifierPart(text.charAt(end))
                && !isInvisible(text.charAt(end))
                && (text.charAt(end) == '$' || Character.getType(text.charAt(end)) != Character.CURRENCY_SYMBOL)) {
            end++;
        }
        add(Token.Kind.WORD, end, false);
    }

    private void number() {
        int end = at + 1;
        while (end < text.length()
                && (Character.isDigit(text.charAt(end)) || (text.charAt(end) == '.' && isDigit(end + 1)))) {
            end++;
        }
        boolean suffix = end < text.length()
                && "BbLlDdFfIi".indexOf(text.charAt(end)) >= 0
                && (end + 1 == text.length() || !Character.isJavaIdentifierPart(text.charAt(end + 1)));
        add(Token.Kind.NUMBER, suffix ? end + 1 : end, false);
    }

    private void symbol(char letter) {
        if (letter == '#' && first) {
            found.wrong(at, "A remark begins with //, not with #. Maybe // instead?");
            at = lineEnd();
            return;
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                add(Token.Kind.SYMBOL, at + symbol.length(), false);
                return;
            }
        }
        boolean odd = letter > 126 && Character.getType(letter) != Character.CURRENCY_SYMBOL;
        if (odd) {
            String meant = MEANT.get(letter);
            String shown = text.substring(at, at + Character.charCount(text.codePointAt(at)));
            found.wrong(
                    at,
                    meant == null
                            ? "'" + shown
                                    + "' means nothing here. Maybe it belongs between quotation marks, or behind //?"
                            : "'" + shown + "' is not a sign that rules know. Maybe " + meant + "?");
        }
        add(Token.Kind.SYMBOL, at + Character.charCount(text.codePointAt(at)), odd);
    }

    private void add(Token.Kind kind, int end, boolean broken) {
        tokens.add(new Token(kind, text.substring(at, end), at, first, broken));
        first = false;
        at = end;
    }

    /** Where the quote that is here closes on this line; -1 if it does not. */
    private int closing(char quote) {
        for (int i = at + 1, last = lineEnd(); i < last; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    private boolean afterOperand() {
        Token before = tokens.isEmpty() ? Token.NONE : tokens.get(tokens.size() - 1);
        return before.end() == at && (before.isWord() || before.is(")"));
    }

    private boolean isDigit(int index) {
        return index < text.length() && Character.isDigit(text.charAt(index));
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** Blanks other than the blank, and what directs text or takes no place. */
    static boolean isInvisible(char letter) {
        int type = Character.getType(letter);
        return letter != ' '
                && (type == Character.SPACE_SEPARATOR
                        || type == Character.FORMAT
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR
                        || (type == Character.CONTROL && letter != '\n' && letter != '\t' && letter != '\f'));
    }
}
