package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Limited;
import org.regulars.Member;
import org.regulars.decisions.Limit;
import org.regulars.decisions.Limit.Per;
import org.regulars.internal.values.Values;

/**
 * How much has been earned towards each limit over a time.
 *
 * <p>What would have been earned is counted beside what was let through: if some of it is returned, the limit is held
 * against the rest, so that what it had cut can come in.
 */
final class Counters {

    private final Lifetimes lifetimes;
    private final List<Member.Counted> counted;

    /**
     * What tells a limit from others. Rules that set the same one share what is counted.
     *
     * @param kind what it limits
     * @param per how often that much can be earned
     * @param onOffer the rule whose awards alone it limits, or empty
     */
    record Key(String kind, Limit.Per per, String onOffer) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparing(Key::per).thenComparing(Key::onOffer);

        /** The limit that something went through. */
        static Key of(Limited limited) {
            return new Key(limited.kind(), limited.per(), limited.onOffer());
        }

        private static Key of(Member.Counted counted) {
            return new Key(counted.kind(), counted.per(), counted.onOffer());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    Counters(Lifetimes lifetimes, List<Member.Counted> counted) {
        this.lifetimes = lifetimes;
        this.counted = new ArrayList<>(counted);
    }

    /** Whether such a limit lasts longer than one event, and so is counted. */
    static boolean isOverTime(Per per) {
        return per != Per.AWARD && per != Per.PURCHASE;
    }

    /** The first date of the time that a limit counts over, at a time. */
    LocalDate from(Per per, Instant at) {
        LocalDate date = lifetimes.dateOf(at);
        return switch (per) {
            case AWARD, PURCHASE, DAY -> date;
            case WEEK -> date.with(DayOfWeek.MONDAY);
            case MONTH -> date.withDayOfMonth(1);
            case YEAR -> date.withDayOfYear(1);
            case MEMBERSHIP_YEAR -> {
                int years = date.getYear() - lifetimes.joined().getYear();
                LocalDate anniversary = anniversary(years);
                yield anniversary.isAfter(date) ? anniversary(years - 1) : anniversary;
            }
        };
    }

    /** What has been counted towards a limit over a time, or null if nothing has or it is forgotten. */
    Member.@Nullable Counted of(Key limit, String from) {
        for (Member.Counted each : counted) {
            if (each.from().equals(from) && Key.of(each).equals(limit)) {
                return each;
            }
        }
        return null;
    }

    /** Counts more towards a limit over a time, or less. */
    void add(Key limit, String from, BigDecimal wanted, BigDecimal allowed) {
        Member.Counted old = of(limit, from);
        counted.remove(old);
        Member.Counted sum = new Member.Counted(
                limit.kind(),
                limit.per(),
                limit.onOffer(),
                from,
                old == null ? wanted : old.wanted().add(wanted),
                old == null ? allowed : old.allowed().add(allowed));
        if (sum.wanted().signum() != 0 || sum.allowed().signum() != 0) {
            counted.add(sum);
        }
    }

    /**
     * What is worth remembering: all that still counts; and what is over, because something late or returned may belong
     * to it, as far back as there is room. It is in an order of its own, so that it makes no difference how it came about.
     */
    List<Member.Counted> counted(Instant now) {
        if (counted.isEmpty()) {
            return List.of();
        }
        LocalDate today = lifetimes.dateOf(now);
        List<Member.Counted> latestFirst = counted.stream()
                .sorted(Comparator.comparing(this::last).reversed().thenComparing(Key::of))
                .toList();
        int running = (int)
                latestFirst.stream().filter(each -> !last(each).isBefore(today)).count();
        return latestFirst.subList(0, Math.min(latestFirst.size(), Math.max(running, Member.REMEMBERED)));
    }

    /** The last date of the time it counts over. */
    private LocalDate last(Member.Counted each) {
        LocalDate from = Values.date(each.from());
        return switch (each.per()) {
            case AWARD, PURCHASE, DAY -> from;
            case WEEK -> from.plusDays(6);
            case MONTH -> YearMonth.from(from).atEndOfMonth();
            case YEAR -> from.withDayOfYear(Year.from(from).length());
            case MEMBERSHIP_YEAR ->
                anniversary(from.getYear() - lifetimes.joined().getYear() + 1).minusDays(1);
        };
    }

    /** Who joined on 29 February has it on the 28th where there is no 29th, as for what expires on it. */
    private LocalDate anniversary(int years) {
        return lifetimes.joined().plusYears(years);
    }
}
