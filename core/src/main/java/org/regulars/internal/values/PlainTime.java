package org.regulars.internal.values;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Times as they mostly are, {@code 2026-11-23T07:15:00Z}, read and written without the general parser.
 *
 * <p>Every value holds its times as text, and an event looks at a dozen of them; the general parser took a
 * sixth of a decision.
 */
final class PlainTime {

    /** How long such a text is. */
    static final int LENGTH = 20;

    private static final int DATE_LENGTH = 10;

    private static final int SECONDS_A_DAY = 86_400;

    /** Every month has so many days. */
    private static final int DAYS_OF_ANY_MONTH = 28;

    private PlainTime() {}

    /** Whether a text is a time in UTC to the second. */
    static boolean is(String text) {
        if (text.length() != LENGTH
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || text.charAt(19) != 'Z') {
            return false;
        }
        int century = two(text, 0);
        int year = two(text, 2);
        return (century | year) >= 0
                && century + year > 0
                && isDay(century * 100 + year, two(text, 5), two(text, 8))
                && isWithin(two(text, 11), 0, 23)
                && isWithin(two(text, 14), 0, 59)
                && isWithin(two(text, 17), 0, 59);
    }

    /** The point in time, or null if the text is no time in UTC to the second. */
    static @Nullable Instant parse(String text) {
        if (!is(text)) {
            return null;
        }
        long day = LocalDate.of(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8))
                .toEpochDay();
        int second = (two(text, 11) * 60 + two(text, 14)) * 60 + two(text, 17);
        return Instant.ofEpochSecond(day * SECONDS_A_DAY + second);
    }

    /** A date, {@code 2026-11-23}, or null if the text is none of a year of four digits. */
    static @Nullable LocalDate date(String text) {
        if (text.length() != DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int century = two(text, 0);
        int year = two(text, 2);
        boolean isOne = (century | year) >= 0 && isDay(century * 100 + year, two(text, 5), two(text, 8));
        return isOne ? LocalDate.of(century * 100 + year, two(text, 5), two(text, 8)) : null;
    }

    /** The text of a point in time, or null if it is not to the second in a year of four digits. */
    static @Nullable String text(Instant time) {
        if (time.getNano() != 0) {
            return null;
        }
        long second = time.getEpochSecond();
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_A_DAY));
        if (date.getYear() < 1 || date.getYear() > 9999) {
            return null;
        }
        int ofDay = Math.floorMod(second, SECONDS_A_DAY);
        byte[] text = new byte[LENGTH];
        put(date.getYear() / 100, text, 0);
        put(date.getYear() % 100, text, 2);
        text[4] = '-';
        put(date.getMonthValue(), text, 5);
        text[7] = '-';
        put(date.getDayOfMonth(), text, 8);
        text[10] = 'T';
        put(ofDay / 3600, text, 11);
        text[13] = ':';
        put(ofDay / 60 % 60, text, 14);
        text[16] = ':';
        put(ofDay % 60, text, 17);
        text[19] = 'Z';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void put(int number, byte[] text, int at) {
        text[at] = (byte) ('0' + number / 10);
        text[at + 1] = (byte) ('0' + number % 10);
    }

    private static boolean isDay(int year, int month, int day) {
        return isWithin(month, 1, 12)
                && (isWithin(day, 1, DAYS_OF_ANY_MONTH)
                        || isWithin(day, 1, YearMonth.of(year, month).lengthOfMonth()));
    }

    private static boolean isWithin(int number, int least, int most) {
        return number >= least && number <= most;
    }

    /** The number that two digits make, or one below zero if one of them is none. */
    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : tens * 10 + ones;
    }
}
