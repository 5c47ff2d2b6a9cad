package org.regulars.internal.values;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The word for one, where the word for several is known: "1 stamp". Only where that is sure; what may be a singular
 * already stays, as in "bonus" and "cashback". A pair of socks is one already.
 */
public final class Plural {

    /** The words up to the one that is counted: "visits" of "visits this month", "points" of "points of the year". */
    private static final Pattern COUNTED =
            Pattern.compile("(.*?)(\\p{L}+)((?: (?:of|this|in|on|for|to|a|at|from|with|since) .*)?)", Pattern.DOTALL);

    /** What ends like a word for several and is one. */
    private static final Pattern ONE = Pattern.compile("(?i).*(?:ss|us|is)|atlas|canvas|christmas|chaos|cosmos");

    private Plural() {}

    /** The words for one of it. */
    public static String singular(String several) {
        Matcher words = COUNTED.matcher(several);
        return words.matches() ? words.group(1) + one(words.group(2)) + words.group(3) : several;
    }

    private static String one(String word) {
        if (word.length() < 4 || !word.endsWith("s") || ONE.matcher(word).matches()) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.length() == 4 || word.matches("(?i)movies|cookies|selfies|calories|smoothies|brownies")
                    ? word.substring(0, word.length() - 1)
                    : word.substring(0, word.length() - 3) + "y";
        }
        return word.matches(".*(?:sses|xes|ches|shes)")
                ? word.substring(0, word.length() - 2)
                : word.substring(0, word.length() - 1);
    }
}
