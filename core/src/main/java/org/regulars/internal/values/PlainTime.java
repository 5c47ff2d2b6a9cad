package org.regulars.internal.values;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Times as they mostly are, {@code 2026-11-23T07:15:00Z}, read without the general parser.
 *
 * <p>Every value holds its times as text, and an event looks at a dozen of them; the general parser took a
 * sixth of a decision.
 */
final class PlainTime {

    private static final int SECONDS_A_DAY = 86_400;

    private PlainTime() {}

    /** Whether a text is a time in UTC to the second. */
    static boolean is(String text) {
        return text.length() == 20
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(19) == 'Z'
                && number(text, 0, 4) > 0
                && isWithin(number(text, 5, 7), 1, 12)
                && isWithin(
                        number(text, 8, 10),
                        1,
                        YearMonth.of(number(text, 0, 4), number(text, 5, 7)).lengthOfMonth())
                && isWithin(number(text, 11, 13), 0, 23)
                && isWithin(number(text, 14, 16), 0, 59)
                && isWithin(number(text, 17, 19), 0, 59);
    }

    /** The point in time; only for texts that {@link #is}. */
    static Instant parse(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int second = (number(text, 11, 13) * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
        return Instant.ofEpochSecond(day * SECONDS_A_DAY + second);
    }

    private static boolean isWithin(int number, int least, int most) {
        return number >= least && number <= most;
    }

    /** The number these digits make, or -1 if one of them is none. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + (digit - '0');
        }
        return number;
    }
}
