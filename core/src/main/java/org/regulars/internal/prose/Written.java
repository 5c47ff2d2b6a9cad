package org.regulars.internal.prose;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.regulars.internal.values.Plural;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;

/** Dates, times, amounts and lists as they are written in a sentence. */
final class Written {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private Written() {}

    /** A date: 1 June 2026. */
    static String date(String iso) {
        try {
            return DAY.format(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            throw new NotInWordsException(iso);
        }
    }

    /** A day of the year: 31 March. */
    static String dayOfYear(MonthDay day) {
        return DAY_OF_YEAR.format(day);
    }

    /** A text that is to be recognised as it is. */
    static String quoted(String text) {
        return '"' + text + '"';
    }

    /** The words with the first letter as at the beginning of a sentence. */
    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@code a, b and c}. */
    static String list(List<String> words, String last) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        int end = words.size() - 1;
        return String.join(", ", words.subList(0, end)) + " " + last + " " + words.get(end);
    }

    /** So many of something: 1 day, 2 days. */
    static String count(String number, String many) {
        return number + " " + (isOne(number) ? Plural.singular(many) : many);
    }

    static boolean isOne(String number) {
        return number.equals("1");
    }

    /** A length of time: 1 year and 6 months. */
    static String period(Period period) {
        List<String> parts = new ArrayList<>();
        for (TemporalUnit unit : period.getUnits()) {
            long length = period.get(unit);
            boolean isLast = unit == ChronoUnit.DAYS;
            if (length != 0 || (isLast && parts.isEmpty())) {
                parts.add(count(String.valueOf(length), unit.toString().toLowerCase(Locale.ROOT)));
            }
        }
        return list(parts, "and");
    }

    /**
     * Through when something lasts: "through 31 December 2026", "for 6 months from the day it is earned, and on to the end of that
     * month".
     *
     * @param day what it is counted from, as in "the day it is earned"
     * @param in what tells the month of that day, as in "in which it is earned"
     */
    static String lasting(Expiry life, String day, String in) {
        String date = life.date();
        if (date != null) {
            return "through " + date(date);
        }
        boolean atOnce = life.after().isZero();
        String first = atOnce ? "" : "for " + period(life.after()) + " from " + day;
        if (life.counted() == Expiry.Counted.TO_ANNIVERSARY) {
            return (atOnce ? "" : first + ", and on ") + "through the day before the next anniversary of your joining";
        }
        MonthDay next = life.day();
        return switch (life.until()) {
            case DAY -> atOnce ? "through " + day : first;
            case MONTH -> toEnd(first, "month", in);
            case QUARTER -> toEnd(first, "quarter of the year", in);
            case HALF_YEAR -> toEnd(first, "half of the year", in);
            case YEAR -> toEnd(first, "year", in);
            case DAY_OF_YEAR ->
                (atOnce ? "through" : first + ", and on through") + " the next "
                        + (next == null ? "" : dayOfYear(next));
        };
    }

    private static String toEnd(String first, String period, String in) {
        return first.isEmpty()
                ? "through the end of the " + period + " " + in
                : first + ", and on to the end of that " + period;
    }

    /** An amount without zeros that say nothing. */
    static String plain(BigDecimal amount) {
        return Values.plain(amount).toPlainString();
    }
}
