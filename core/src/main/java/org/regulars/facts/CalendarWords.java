package org.regulars.facts;

import java.time.DayOfWeek;
import java.time.Month;

/** The names of days and months, so that a rule can say {@code day == SATURDAY} without an import. */
interface CalendarWords {
    DayOfWeek MONDAY = DayOfWeek.MONDAY;
    DayOfWeek TUESDAY = DayOfWeek.TUESDAY;
    DayOfWeek WEDNESDAY = DayOfWeek.WEDNESDAY;
    DayOfWeek THURSDAY = DayOfWeek.THURSDAY;
    DayOfWeek FRIDAY = DayOfWeek.FRIDAY;
    DayOfWeek SATURDAY = DayOfWeek.SATURDAY;
    DayOfWeek SUNDAY = DayOfWeek.SUNDAY;
    Month JANUARY = Month.JANUARY;
    Month FEBRUARY = Month.FEBRUARY;
    Month MARCH = Month.MARCH;
    Month APRIL = Month.APRIL;
    Month MAY = Month.MAY;
    Month JUNE = Month.JUNE;
    Month JULY = Month.JULY;
    Month AUGUST = Month.AUGUST;
    Month SEPTEMBER = Month.SEPTEMBER;
    Month OCTOBER = Month.OCTOBER;
    Month NOVEMBER = Month.NOVEMBER;
    Month DECEMBER = Month.DECEMBER;
}
