package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Member;
import org.regulars.decisions.Limit;

/**
 * How much has been earned towards each limit over a time.
 *
 * <p>What would have been earned is counted beside what was let through: if some of it is returned, the limit is held
 * against the rest, so that what it had cut can come in.
 */
final class Counters {

    private final Lifetimes lifetimes;
    private final List<Member.Counted> counted;

    Counters(Lifetimes lifetimes, List<Member.Counted> counted) {
        this.lifetimes = lifetimes;
        this.counted = new ArrayList<>(counted);
    }

    /** What tells a limit from others: the kind, how often, and the rule whose awards it limits, if it is one's alone. */
    static String key(String kind, Limit.Per per, String onOffer) {
        return kind + " per " + per + (onOffer.isEmpty() ? "" : " by " + onOffer);
    }

    /** The first date of the time that a limit counts over, at a time. */
    LocalDate from(Limit.Per per, Instant at) {
        LocalDate date = lifetimes.dateOf(at);
        return switch (per) {
            case AWARD, PURCHASE, DAY -> date;
            case MONTH -> date.withDayOfMonth(1);
            case YEAR -> date.withDayOfYear(1);
            case MEMBERSHIP_YEAR -> {
                LocalDate joined = lifetimes.joined();
                LocalDate anniversary = joined.plusYears((long) date.getYear() - joined.getYear());
                yield anniversary.isAfter(date)
                        ? joined.plusYears((long) date.getYear() - joined.getYear() - 1)
                        : anniversary;
            }
        };
    }

    /** What has been counted towards a limit over a time, or null if nothing has. */
    Member.@Nullable Counted of(String limit, String from) {
        for (Member.Counted each : counted) {
            if (each.limit().equals(limit) && each.from().equals(from)) {
                return each;
            }
        }
        return null;
    }

    /** Counts more towards a limit over a time, or less. */
    void add(String limit, String from, BigDecimal wanted, BigDecimal allowed) {
        Member.Counted old = of(limit, from);
        counted.remove(old);
        Member.Counted sum = old == null
                ? new Member.Counted(limit, from, wanted, allowed)
                : new Member.Counted(
                        limit, from, old.wanted().add(wanted), old.allowed().add(allowed));
        if (sum.wanted().signum() != 0 || sum.allowed().signum() != 0) {
            counted.add(sum);
        }
    }

    /**
     * What is worth remembering: what still counts, and of what is over that in which something was cut, because only
     * there a return may let it in.
     */
    List<Member.Counted> counted(Instant now) {
        List<Member.Counted> kept = counted.stream()
                .filter(each -> each.wanted().compareTo(each.allowed()) != 0 || isRunning(each, now))
                .toList();
        return kept.subList(Math.max(0, kept.size() - Member.REMEMBERED), kept.size());
    }

    private boolean isRunning(Member.Counted each, Instant now) {
        for (Limit.Per per : Limit.Per.values()) {
            if (each.limit().contains(" per " + per)
                    && each.from().compareTo(from(per, now).toString()) >= 0) {
                return true;
            }
        }
        return false;
    }
}
