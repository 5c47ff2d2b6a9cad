package org.regulars.internal.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as words. */
final class NumberWords {

    private static final List<String> UP_TO_TWENTY = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");
    private static final List<String> TENS =
            List.of("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred");
    private static final List<String> ORDINALS = List.of(
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");

    private NumberWords() {}

    /** The number a word is: {@code seven} is 7; null if it is none. */
    static @Nullable BigDecimal number(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int small = UP_TO_TWENTY.indexOf(lower);
        int tens = TENS.indexOf(lower);
        return small >= 0 ? BigDecimal.valueOf(small) : tens >= 0 ? BigDecimal.valueOf(30 + 10L * tens) : null;
    }

    /** The number of an ordinal: {@code eighth} is 8; null if it is none. */
    static @Nullable BigDecimal ordinal(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int at = ORDINALS.indexOf(lower);
        if (at >= 0) {
            return BigDecimal.valueOf(at);
        }
        boolean digits = lower.matches("\\d+(st|nd|rd|th)");
        return digits ? new BigDecimal(lower.substring(0, lower.length() - 2)) : null;
    }
}
