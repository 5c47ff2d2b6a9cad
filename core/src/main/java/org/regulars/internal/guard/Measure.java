package org.regulars.internal.guard;

import org.regulars.Bounds;

/**
 * How large and deep a rule file is, told from its letters alone: what is more than parsers and compilers deal with in a
 * moment must not come to them. Quoted texts and remarks are stepped over.
 *
 * @param rules how many rules there are, or a little more: how often the word stands there
 * @param at where it is too much, from 0
 * @param refusal what is too much; empty if nothing is
 */
record Measure(int rules, int at, String refusal) {

    /** How long may be what stands between two commas, semicolons or parentheses. */
    private static final int LONGEST_CLAUSE = 1000;

    private static final int LONGEST_RULE = 50_000;
    private static final int MOST_VALUES = 1000;

    /** Drools takes twice the time for every two words more, or worse. */
    private static final int LONGEST_CHAIN = 30;

    /** Measures a text, up to where it is too much. */
    static Measure of(String text, Bounds bounds) {
        return new Walk(text, bounds).measure();
    }

    /** One walk over the letters. */
    private static final class Walk {

        private final String text;
        private final Bounds bounds;

        /** By depth: the commas so far, and the words that hang on each other by points. */
        private final int[] commas;

        private final int[] chained;

        private int depth;
        private int clause;
        private int rule;
        private int rules;
        private char before;

        /** Whether there is a double quotation mark between single ones, which Drools' parser makes double ones. */
        private boolean hiding;

        Walk(String text, Bounds bounds) {
            this.text = text;
            this.bounds = bounds;
            // One more for what is just too deep, and no more than a text can have.
            int levels = Math.min(bounds.nesting(), text.length()) + 2;
            this.commas = new int[levels];
            this.chained = new int[levels];
        }

        Measure measure() {
            for (int at = 0; at < text.length(); ) {
                int next = step(at);
                String refusal = refusal();
                if (!refusal.isEmpty()) {
                    return new Measure(rules, at, refusal);
                }
                at = next;
            }
            return new Measure(rules, 0, "");
        }

        /** Takes what stands there, and says where the next thing does. */
        private int step(int at) {
            char letter = text.charAt(at);
            if (letter == '"' || letter == '\'') {
                int end = endOfText(at);
                hiding |= letter == '\'' && text.substring(at, end).indexOf('"') >= 0;
                rule += end - at;
                before = letter;
                return end;
            }
            if (text.startsWith("//", at) || text.startsWith("/*", at)) {
                return endOfRemark(at);
            }
            if (Character.isWhitespace(letter)) {
                return at + 1;
            }
            int end = Character.isJavaIdentifierStart(letter) ? endOfWord(at) : at + 1;
            if (end > at + 1 || Character.isJavaIdentifierStart(letter)) {
                word(text.substring(at, end));
            } else {
                sign(letter);
            }
            clause += end - at;
            rule += end - at;
            before = text.charAt(end - 1);
            return end;
        }

        private void word(String word) {
            chained[depth] = before == '.' ? chained[depth] + 1 : 0;
            if (word.equals("rule")) {
                rules++;
                rule = 0;
            }
        }

        private void sign(char letter) {
            if ("([{".indexOf(letter) >= 0) {
                clause = 0;
                depth++;
                commas[depth] = 0;
                chained[depth] = 0;
            } else if (")]}".indexOf(letter) >= 0) {
                clause = 0;
                depth = Math.max(0, depth - 1);
            } else if (letter == ',') {
                clause = 0;
                commas[depth]++;
            } else if (letter == ';') {
                clause = 0;
                commas[depth] = 0;
            }
        }

        private String refusal() {
            if (hiding) {
                return "Between single quotation marks stands no double one. Maybe \"coffee\"?";
            }
            if (depth > bounds.nesting()) {
                return "Parentheses stand in each other more than " + bounds.nesting()
                        + " deep (the bound 'nesting'). Maybe two conditions?";
            }
            if (clause > LONGEST_CLAUSE) {
                return "Here are more than " + LONGEST_CLAUSE
                        + " letters without a comma or a parenthesis. Maybe several conditions?";
            }
            if (commas[depth] >= MOST_VALUES) {
                return "Here are more than " + MOST_VALUES + " values in a row. Maybe a category for them all?";
            }
            if (chained[depth] > LONGEST_CHAIN) {
                return "Here hang more than " + LONGEST_CHAIN
                        + " words on each other, with a point before each. Maybe several decisions?";
            }
            return rule > LONGEST_RULE
                    ? "Here a rule has more than " + LONGEST_RULE + " letters. Maybe several rules?"
                    : "";
        }

        private int endOfWord(int at) {
            int end = at + 1;
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                end++;
            }
            return end;
        }

        /** The end of a quoted text, at the end of the line at the latest. */
        private int endOfText(int at) {
            char quote = text.charAt(at);
            int end = at + 1;
            while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), end + 1);
        }

        private int endOfRemark(int at) {
            boolean isLine = text.charAt(at + 1) == '/';
            int end = isLine ? text.indexOf('\n', at) : text.indexOf("*/", at + 2);
            return end < 0 ? text.length() : isLine ? end : end + 2;
        }
    }
}
