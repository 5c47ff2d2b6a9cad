package org.regulars.examples.foodmart.data;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The way HSQLDB writes values in a script. */
final class SqlLiterals {

    private static final int HEX_DIGITS = 4;
    private static final char QUOTE = '\'';

    private SqlLiterals() {}

    /**
     * Splits {@code (1,'a','it''s',NULL)} into its literals, quotes and all.
     *
     * @param statement the whole statement, which must end with the closing bracket
     * @param open where its opening bracket stands
     * @throws IllegalArgumentException if the text is not a list of literals in brackets
     */
    static List<String> split(String statement, int open) {
        if (!statement.startsWith("(", open)) {
            throw new IllegalArgumentException("an opening bracket is missing at character " + (open + 1));
        }
        List<String> literals = new ArrayList<>();
        int start = open + 1;
        while (true) {
            int end = endOfLiteral(statement, start);
            if (end == statement.length()) {
                throw new IllegalArgumentException("the value at character " + (start + 1) + " does not end");
            }
            if (end == start) {
                throw new IllegalArgumentException("a value is missing at character " + (start + 1));
            }
            literals.add(statement.substring(start, end));
            char separator = statement.charAt(end);
            if (separator == ')' && end == statement.length() - 1) {
                return literals;
            }
            if (separator != ',') {
                throw new IllegalArgumentException("unexpected " + separator + " at character " + (end + 1));
            }
            start = end + 1;
        }
    }

    static boolean isText(String literal) {
        return literal.length() >= 2 && literal.charAt(0) == QUOTE && literal.charAt(literal.length() - 1) == QUOTE;
    }

    /**
     * The text a quoted literal stands for.
     *
     * @throws IllegalArgumentException if it holds a broken escape
     */
    static String text(String literal) {
        String inner = literal.substring(1, literal.length() - 1).replace("''", "'");
        // HSQLDB writes a backslash before a 'u' as an escape too, so every such pair begins an escape.
        int escape = inner.indexOf("\\u");
        if (escape < 0) {
            return inner;
        }
        StringBuilder text = new StringBuilder();
        int done = 0;
        while (escape >= 0) {
            int end = escape + 2 + HEX_DIGITS;
            if (end > inner.length()) {
                throw new IllegalArgumentException("an escape is cut short");
            }
            text.append(inner, done, escape);
            text.append((char) HexFormat.fromHexDigits(inner, escape + 2, end));
            done = end;
            escape = inner.indexOf("\\u", done);
        }
        return text.append(inner, done, inner.length()).toString();
    }

    private static int endOfLiteral(String statement, int start) {
        boolean quoted = false;
        for (int i = start; i < statement.length(); i++) {
            char c = statement.charAt(i);
            if (c == QUOTE) {
                // A doubled quote closes the text and opens it again, which comes to the same.
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ')')) {
                return i;
            }
        }
        return statement.length();
    }
}
