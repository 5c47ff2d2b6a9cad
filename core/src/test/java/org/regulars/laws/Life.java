package org.regulars.laws;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * How long something lives: as a rule file says it, and worked out by going from day to day.
 *
 * @param days for so many days
 * @param months for so many months
 * @param to then to the end of what
 * @param date through this date or day of the year, with {@link To#DATE} and {@link To#DAY_OF_YEAR} only
 * @param sinceActivity whether everything the member does starts it anew
 */
record Life(int days, int months, To to, @Nullable String date, boolean sinceActivity) {

    /** To the end of what something lives on. */
    enum To {
        DAY(""),
        MONTH(".atMonthEnd()"),
        QUARTER(".atQuarterEnd()"),
        HALF_YEAR(".atHalfYearEnd()"),
        YEAR(".atYearEnd()"),
        DAY_OF_YEAR(""),
        ANNIVERSARY(""),
        DATE("");

        final String word;

        To(String word) {
            this.word = word;
        }
    }

    /** Any life a kind can have. */
    static Life ofKind(Random random) {
        To to = pick(random, List.of(To.values()));
        int months = to == To.DATE || to == To.ANNIVERSARY ? 0 : pick(random, List.of(0, 1, 6, 12, 24));
        int days = months > 0 || to == To.DATE || to == To.ANNIVERSARY ? 0 : pick(random, List.of(0, 1, 30, 100));
        String date = to == To.DATE
                ? pick(random, List.of("2026-12-31", "2027-02-28", "2030-06-30"))
                : to == To.DAY_OF_YEAR ? pick(random, List.of("03-31", "02-28", "12-31", "05-17")) : null;
        return new Life(days, months, to, date, to != To.DATE && to != To.ANNIVERSARY && random.nextInt(4) == 0);
    }

    /** Any life an award or an upgrade can have of its own. */
    static Life own(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Life(0, 0, To.DATE, pick(random, List.of("2026-12-31", "2028-02-29", "2031-01-31")), false);
            case 1 -> new Life(pick(random, List.of(1, 14, 90)), 0, To.DAY, null, false);
            default -> new Life(0, pick(random, List.of(1, 6, 12, 36)), To.DAY, null, false);
        };
    }

    /** Any life the tiers of a ladder can have. */
    static Life ofLadder(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Life(30, 0, To.DAY, null, false);
            case 1 -> new Life(0, pick(random, List.of(1, 12)), To.DAY, null, false);
            case 2 -> new Life(0, 0, To.YEAR, null, false);
            case 3 -> new Life(0, 12, To.YEAR, null, false);
            default -> new Life(0, pick(random, List.of(0, 12)), To.ANNIVERSARY, null, false);
        };
    }

    String drlOfKind() {
        String after = months > 0 ? ".expiresAfterMonths( " + months + " )" : ".expiresAfterDays( " + days + " )";
        return switch (to) {
            case DATE -> ".expiresOn( \"" + date + "\" )";
            case ANNIVERSARY -> ".expiresAtAnniversary()";
            case DAY_OF_YEAR -> after + ".atNext( \"" + date + "\" )" + since();
            default -> after + to.word + since();
        };
    }

    String drlOfAward() {
        return to == To.DATE
                ? ".expiringOn( \"" + date + "\" )"
                : months > 0 ? ".expiringAfterMonths( " + months + " )" : ".expiringAfterDays( " + days + " )";
    }

    String drlOfUpgrade() {
        return to == To.DATE
                ? ".through( \"" + date + "\" )"
                : months > 0 ? ".forMonths( " + months + " )" : ".forDays( " + days + " )";
    }

    String drlOfLadder() {
        String after = months % 12 > 0
                ? ".lastsMonths( " + months + " )"
                : months > 0 ? ".lastsYears( " + months / 12 + " )" : days > 0 ? ".lastsDays( " + days + " )" : "";
        return after + (to == To.YEAR ? ".throughYearEnd()" : to == To.ANNIVERSARY ? ".throughAnniversary()" : "");
    }

    /** The last day: from the one it is counted from to the first that may be the last. */
    LocalDate lastDay(LocalDate from, LocalDate joined) {
        LocalDate last = from.plusMonths(months).plusDays(days);
        while (!canBeLast(last, joined)) {
            last = last.plusDays(1);
        }
        return to == To.DATE ? LocalDate.parse(String.valueOf(date)) : last;
    }

    private boolean canBeLast(LocalDate day, LocalDate joined) {
        LocalDate next = day.plusDays(1);
        boolean monthEnds = next.getDayOfMonth() == 1;
        return switch (to) {
            case DAY, DATE -> true;
            case MONTH -> monthEnds;
            case QUARTER -> monthEnds && day.getMonthValue() % 3 == 0;
            case HALF_YEAR -> monthEnds && day.getMonthValue() % 6 == 0;
            case YEAR -> monthEnds && day.getMonthValue() == 12;
            case DAY_OF_YEAR -> MonthDay.from(day).equals(MonthDay.parse("--" + date));
            case ANNIVERSARY -> isAnniversary(next, joined);
        };
    }

    /** Who joined on a leap day has the last of February in other years. */
    private static boolean isAnniversary(LocalDate day, LocalDate joined) {
        boolean leapDay = MonthDay.from(joined).equals(MonthDay.of(2, 29)) && !day.isLeapYear();
        return MonthDay.from(day).equals(leapDay ? MonthDay.of(2, 28) : MonthDay.from(joined));
    }

    private String since() {
        return sinceActivity ? ".sinceActivity()" : "";
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
