package org.regulars.internal.values;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So much of a kind, in words: kinds are called by their plural, and of one there is one. */
public final class Counted {

    /** What is counted, and what follows it, as in {@code visits this month}. */
    private static final Pattern PLURAL = Pattern.compile(
            "(.*?[^\\W\\d_])s((?: (?:this|in|of|on|from|for|with|at|since) .*)?)", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern NO_PLURAL = Pattern.compile(".*[sui]");

    private Counted() {}

    /** {@code 7 stamps}, {@code 1 stamp}, {@code 0.5 stamps}. A name that is no English plural stays as it is. */
    public static String of(BigDecimal amount, String kind) {
        return Values.plain(amount).toPlainString() + " "
                + (amount.compareTo(BigDecimal.ONE) == 0 ? singular(kind) : kind);
    }

    /** The name of one of a kind. */
    public static String singular(String kind) {
        Matcher plural = PLURAL.matcher(kind);
        // A bonus, a status and a pair of socks are one already.
        if (!plural.matches()
                || NO_PLURAL.matcher(plural.group(1)).matches()
                || plural.group(1).contains(" of ")) {
            return kind;
        }
        String one = plural.group(1);
        if (one.endsWith("ie")) {
            one = one.substring(0, one.length() - 2) + "y";
        } else if (one.endsWith("sse") || one.endsWith("she") || one.endsWith("che") || one.endsWith("xe")) {
            one = one.substring(0, one.length() - 1);
        }
        return one + plural.group(2);
    }
}
