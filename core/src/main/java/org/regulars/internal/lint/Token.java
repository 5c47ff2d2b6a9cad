package org.regulars.internal.lint;

import java.util.List;

/**
 * A piece of a rule file that is not a remark or a blank.
 *
 * @param kind what it is
 * @param text as it stands in the file, quotes included
 * @param start the offset of its first letter
 * @param firstOnLine whether only blanks stand before it on its line
 * @param broken whether something is wrong with it already, so that nothing follows from it
 */
record Token(Kind kind, String text, int start, boolean firstOnLine, boolean broken) {

    /** What a token can be. */
    enum Kind {
        /** {@code Paid}, {@code $coffee}, {@code when}. */
        WORD,
        /** {@code 10}, {@code 3.50}. */
        NUMBER,
        /** In double quotes, whatever their form. */
        TEXT,
        /** In single quotes. */
        LETTERS,
        /** All else. */
        SYMBOL
    }

    /** What stands where no token is. */
    static final Token NONE = new Token(Kind.SYMBOL, "", -1, false, false);

    /** The token at an index, or {@link #NONE}. */
    static Token at(List<Token> tokens, int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : NONE;
    }

    /** Whether there is one. */
    boolean exists() {
        return start >= 0;
    }

    /** The offset behind its last letter. */
    int end() {
        return start + text.length();
    }

    /** Whether it is this word or symbol. */
    boolean is(String wanted) {
        return (isWord() || kind == Kind.SYMBOL) && text.equals(wanted);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /** Whether it is a text, in whatever quotes. */
    boolean isText() {
        return kind == Kind.TEXT || kind == Kind.LETTERS;
    }

    /** Whether it is a word like {@code $coffee}. */
    boolean isBinding() {
        return isWord() && text.charAt(0) == '$';
    }

    /** Whether it is a word like {@code PaidItem}. */
    boolean isType() {
        return isWord() && Character.isUpperCase(text.charAt(0));
    }

    /** Whether no blank stands between this and the next token. */
    boolean touches(Token next) {
        return end() == next.start;
    }

    /** A text without its quotes; anything else as it is. */
    String content() {
        return isText() && text.length() >= 2 ? text.substring(1, text.length() - 1) : text;
    }
}
