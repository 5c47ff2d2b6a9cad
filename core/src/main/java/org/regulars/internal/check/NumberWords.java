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

    private NumberWords() {}

    /** The number a word is: {@code seven} is 7; null if it is none. */
    static @Nullable BigDecimal number(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int small = UP_TO_TWENTY.indexOf(lower);
        int tens = TENS.indexOf(lower);
        return small >= 0 ? BigDecimal.valueOf(small) : tens >= 0 ? BigDecimal.valueOf(30 + 10L * tens) : null;
    }
}
