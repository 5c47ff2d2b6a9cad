package org.regulars.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, number, quoted text or sign of a rule file, where it stands.
 *
 * @param sort what it is
 * @param text it as it stands there, a text with its quotes
 * @param at where it begins in the file, from 0
 */
public record Token(Sort sort, String text, int at) {

    /** What a token can be. */
    public enum Sort {
        /** A word, or a name with a dollar sign. */
        WORD,
        /** A number. */
        NUMBER,
        /** A text in quotes. */
        TEXT,
        /** Anything else that is no blank. */
        SIGN,
        /** The end of the file. */
        END
    }

    private static final Pattern TOKEN = Pattern.compile("(?<remark>//[^\\n]*|(?s:/\\*.*?\\*/))"
            + "|(?<text>\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+')"
            + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)"
            + "|(?<number>\\d+(?:\\.\\d+)?[\\p{L}\\p{N}_]*)"
            + "|(?<sign>==|!=|>=|<=|&&|\\|\\||!\\.|\\?\\.|[^\\s])");

    /** The tokens of a text, without blanks and remarks; the last is the end. */
    public static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (matcher.group("remark") == null) {
                tokens.add(new Token(sortOf(matcher), matcher.group(), matcher.start()));
            }
        }
        tokens.add(new Token(Sort.END, "", text.length()));
        return tokens;
    }

    /** Whether this word or sign stands there. */
    public boolean is(String wordOrSign) {
        return (sort == Sort.WORD || sort == Sort.SIGN) && text.equals(wordOrSign);
    }

    /** Where it ends in the file: the offset behind its last letter. */
    public int end() {
        return at + text.length();
    }

    /** What stands between the quotes of a text. */
    public String value() {
        return text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private static Sort sortOf(Matcher matcher) {
        if (matcher.group("word") != null) {
            return Sort.WORD;
        }
        if (matcher.group("text") != null) {
            return Sort.TEXT;
        }
        return matcher.group("number") == null ? Sort.SIGN : Sort.NUMBER;
    }
}
