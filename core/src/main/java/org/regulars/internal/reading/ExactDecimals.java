package org.regulars.internal.reading;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regulars.internal.values.Values;

/**
 * Makes the decimals in conditions exact.
 *
 * <p>Drools takes {@code 3.33} for the floating point number nearest to it, which is a little more than
 * 3.33, so that {@code amount >= 3.33} would not match 3.33. With a {@code B} behind it, it is the number
 * that stands there.
 */
public final class ExactDecimals {

    /** What can hold digits and dots that are no decimal comes first: comments, texts, words, other numbers. */
    private static final Pattern TOKEN = Pattern.compile("//[^\\n]*|(?s:/\\*.*?\\*/)"
            + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'"
            + "|(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)"
            + "|(?<decimal>\\d+\\.\\d+)(?![\\p{L}\\p{N}_.])"
            + "|\\d[\\p{L}\\p{N}_.]*");

    private ExactDecimals() {}

    /** The rules with exact decimals between {@code when} and {@code then}; no line moves. */
    public static String in(String rules) {
        StringBuilder exact = new StringBuilder();
        boolean inCondition = false;
        Matcher token = TOKEN.matcher(rules);
        while (token.find()) {
            String word = token.group("word");
            if (word != null) {
                inCondition = word.equals("when") || (inCondition && !word.equals("then"));
            } else if (inCondition && token.group("decimal") != null) {
                BigDecimal plain = Values.plain(new BigDecimal(token.group("decimal")));
                token.appendReplacement(exact, plain.toPlainString() + "B");
            }
        }
        return token.appendTail(exact).toString();
    }
}
