package org.regulars.internal.check;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.reading.Nearest;

/** Dates, times, days and months as people write them, and as rules do. */
final class Moments {

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})\\.?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/. ]) ?(\\d{1,2})[-/. ] ?(\\d{4})");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(am|pm|AM|PM|h|Uhr)?");

    private Moments() {}

    /** What is wrong with a text as a date, with the mend; null if nothing is. */
    static @Nullable String wrongDate(String text) {
        if (ISO.matcher(text).matches()) {
            if (date(text) != null) {
                return null;
            }
            YearMonth month = monthOf(text);
            return "There is no day " + text + ". Maybe "
                    + (month == null ? "\"2026-06-01\"" : "\"" + month.atEndOfMonth() + "\"") + "?";
        }
        return "A date is written \"2026-06-01\", and this is \"" + text + "\"." + mended(text);
    }

    /** What is wrong with a text as a time of day, with the mend; null if nothing is. */
    static @Nullable String wrongTime(String text) {
        Matcher clock = CLOCK.matcher(text);
        boolean isClock = clock.matches();
        int hour = isClock ? Integer.parseInt(clock.group(1)) : 0;
        int minute = isClock && clock.group(2) != null ? Integer.parseInt(clock.group(2)) : 0;
        if (isClock && "pm".equalsIgnoreCase(clock.group(3)) && hour < 12) {
            hour += 12;
        }
        if (!isClock) {
            return "A time is written \"08:15\", and this is \"" + text + "\". Maybe \"08:15\"?";
        }
        if (hour > 23 || minute > 59) {
            return "There is no time " + text + ". Maybe one from \"00:00\" to \"23:59\"?";
        }
        String mended = LocalTime.of(hour, minute).toString();
        return mended.equals(text)
                ? null
                : "A time has two digits each, as in \"08:15\", and this is \"" + text + "\". Maybe \"" + mended
                        + "\"?";
    }

    /** The date a text is in its one form; null if it is none. */
    static @Nullable LocalDate date(String text) {
        try {
            return ISO.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The names of the days, or of the months. */
    static List<String> words(Sort sort) {
        return sort == Sort.DAY
                ? Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList()
                : Arrays.stream(Month.values()).map(Month::name).toList();
    }

    /** The day or month that was meant, by its beginning or its letters. */
    static String nearest(String word, List<String> words) {
        String upper = word.toUpperCase(Locale.ROOT);
        return words.stream()
                .filter(each -> upper.length() >= 3 && each.startsWith(upper.substring(0, 3)))
                .findFirst()
                .orElseGet(() -> {
                    String nearest = Nearest.to(upper, words);
                    return Nearest.isNear(upper, nearest)
                            ? nearest
                            : "one of " + words.get(0) + " to " + words.get(words.size() - 1);
                });
    }

    private static String mended(String text) {
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            String date = iso(first.group(1), first.group(2), first.group(3));
            return date == null ? " Maybe \"2026-06-01\"?" : " Maybe \"" + date + "\"?";
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            String dayFirst = iso(last.group(4), last.group(3), last.group(1));
            String monthFirst = iso(last.group(4), last.group(1), last.group(3));
            boolean either = last.group(2).equals("/") && dayFirst != null && !dayFirst.equals(monthFirst);
            if (either && monthFirst != null) {
                return " Maybe \"" + dayFirst + "\" or \"" + monthFirst + "\"?";
            }
            String date = dayFirst == null ? monthFirst : dayFirst;
            return date == null ? " Maybe \"2026-06-01\"?" : " Maybe \"" + date + "\"?";
        }
        return " Maybe \"2026-06-01\"?";
    }

    private static @Nullable String iso(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable YearMonth monthOf(String text) {
        try {
            return YearMonth.parse(text.substring(0, 7));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
