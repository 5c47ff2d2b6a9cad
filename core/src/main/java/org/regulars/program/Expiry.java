package org.regulars.program;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/**
 * How long an amount of a kind lives. The last day counts whole: what lives through 28 February is gone
 * on 1 March at midnight, in the program's zone.
 *
 * @param counted from what it is counted
 * @param after how long after that; months and years end on the same day of the month, or on the last one where there
 *     is no such day: a month after 31 January is 28 or 29 February
 * @param until to the end of what it goes on from there
 * @param day the day of the year it goes on to, with {@link Until#DAY_OF_YEAR} only
 * @param date the last day, with {@link Counted#TO_DATE} only, as ISO-8601 text
 */
public record Expiry(
        Counted counted,
        Period after,
        Until until,
        @Nullable MonthDay day,
        @Nullable String date) {

    /** From what the life of an amount is counted. */
    public enum Counted {
        /** From the day it was earned. */
        FROM_EARNING,
        /** From the day of the member's latest purchase or activity; every one of them starts it anew. */
        FROM_ACTIVITY,
        /** From the next anniversary of the day the member joined; the day before it is the last one. */
        TO_ANNIVERSARY,
        /** Not at all: the last day is a given date. */
        TO_DATE
    }

    /** To the end of what an amount lives on. */
    public enum Until {
        /** The day itself. */
        DAY,
        /** The month. */
        MONTH,
        /** The quarter, from January on. */
        QUARTER,
        /** The half-year, from January on. */
        HALF_YEAR,
        /** The year. */
        YEAR,
        /** A given day of the year. */
        DAY_OF_YEAR
    }

    private static final long MOST_MONTHS = 12_000;

    /** At the end of the day it is counted from. */
    static final Expiry THE_SAME_DAY = new Expiry(Counted.FROM_EARNING, Period.ZERO, Until.DAY, null, null);

    /** Refuses a life that ends before it begins. */
    public Expiry {
        if (after.isNegative()) {
            throw new IllegalArgumentException("What lives ends after it began, not " + after + " after it");
        }
        if (isTooLong(after)) {
            throw new IllegalArgumentException("What lives for " + after + " lives for ever. Maybe without an end?");
        }
        date = date == null ? null : LocalDate.parse(date).toString();
    }

    /** Whether a time is longer than anything lives: than a thousand years. */
    public static boolean isTooLong(Period period) {
        return period.toTotalMonths() > MOST_MONTHS || period.get(ChronoUnit.DAYS) > MOST_MONTHS * 31;
    }

    /** Through this date: {@code on( "2026-06-30" )}. */
    public static Expiry on(String date) {
        return new Expiry(Counted.TO_DATE, Period.ZERO, Until.DAY, null, date);
    }

    /** For so many days; 0 is through the same day. */
    public static Expiry afterDays(int days) {
        return new Expiry(Counted.FROM_EARNING, Period.ofDays(days), Until.DAY, null, null);
    }

    /** For so many months. */
    public static Expiry afterMonths(int months) {
        return new Expiry(Counted.FROM_EARNING, Period.ofMonths(months), Until.DAY, null, null);
    }

    /**
     * The last day an amount can be used.
     *
     * @param from the day it was earned, or the day of the latest activity
     * @param joined the day the member joined
     */
    public LocalDate lastDay(LocalDate from, LocalDate joined) {
        if (counted == Counted.TO_DATE && date != null) {
            return Values.date(date);
        }
        if (counted == Counted.TO_ANNIVERSARY) {
            LocalDate after = from.plus(this.after);
            int years = after.getYear() - joined.getYear();
            LocalDate anniversary = joined.plusYears(years);
            return (anniversary.isAfter(after) ? anniversary : joined.plusYears(years + 1L)).minusDays(1);
        }
        LocalDate end = from.plus(after);
        return switch (until) {
            case DAY -> end;
            case MONTH -> end.withDayOfMonth(end.lengthOfMonth());
            case QUARTER -> endOfMonths(end, 3);
            case HALF_YEAR -> endOfMonths(end, 6);
            case YEAR -> end.withDayOfYear(end.lengthOfYear());
            case DAY_OF_YEAR -> day == null ? end : nextDay(end, day);
        };
    }

    private static LocalDate endOfMonths(LocalDate date, int months) {
        int last = (date.getMonthValue() + months - 1) / months * months;
        LocalDate first = date.withDayOfMonth(1).withMonth(last);
        return first.withDayOfMonth(first.lengthOfMonth());
    }

    private static LocalDate nextDay(LocalDate date, MonthDay day) {
        LocalDate thisYear = day.atYear(date.getYear());
        return thisYear.isBefore(date) ? day.atYear(date.getYear() + 1) : thisYear;
    }
}
