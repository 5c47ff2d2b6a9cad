package org.regulars.laws;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which tier a member has through which dates, kept up midnight by midnight. */
final class StatusModel {

    static final List<String> TIERS = List.of("Green", "Gold", "Reserve");

    private static final BigDecimal[] THRESHOLDS = {BigDecimal.ZERO, new BigDecimal(100), new BigDecimal(250)};

    /** For how long something holds. */
    enum Term {
        FOR_EVER("", ""),
        TO_YEAR_END(".throughYearEnd()", ".atYearEnd()"),
        TO_NEXT_YEAR_END(".lastsYears( 1 ).throughYearEnd()", ".expiresAfterYears( 1 ).atYearEnd()"),
        THREE_MONTHS(".lastsMonths( 3 )", ".expiresAfterMonths( 3 )"),
        TO_ANNIVERSARY(".throughAnniversary()", ".expiresAtAnniversary()");

        final String ofTier;
        final String ofStatus;

        Term(String ofTier, String ofStatus) {
            this.ofTier = ofTier;
            this.ofStatus = ofStatus;
        }

        @Nullable
        LocalDate lastDay(LocalDate day, LocalDate joined) {
            if (this == FOR_EVER) {
                return null;
            }
            if (this == TO_ANNIVERSARY) {
                LocalDate end = joined;
                for (int year = 1; !end.isAfter(day); year++) {
                    end = joined.plusYears(year);
                }
                return end.minusDays(1);
            }
            return this == THREE_MONTHS
                    ? day.plusMonths(3)
                    : day.plusYears(this == TO_YEAR_END ? 0 : 1).with(TemporalAdjusters.lastDayOfYear());
        }
    }

    /** What was earned towards a tier, and the first moment at which it is gone. */
    private record Earned(BigDecimal amount, @Nullable Instant gone) {}

    private final ZoneId zone;
    private final LocalDate joined;
    private final Term tier;
    private final Term status;
    private final boolean oneStep;
    private final List<Earned> earned = new ArrayList<>();
    private Instant now;
    private int rank;
    private @Nullable Instant since;
    private @Nullable LocalDate through;

    StatusModel(String zone, Instant joined, Term tier, Term status, boolean oneStep) {
        this.zone = ZoneId.of(zone);
        this.joined = date(joined);
        this.tier = tier;
        this.status = status;
        this.oneStep = oneStep;
        this.now = joined;
    }

    /** Something is done, and so much earned with it; the thresholds are asked. */
    void event(Instant at, BigDecimal amount) {
        pass(at);
        LocalDate last = status.lastDay(date(at), joined);
        Instant gone = last == null ? null : midnightAfter(last);
        if (gone == null || gone.isAfter(now)) {
            earned.add(new Earned(amount, gone));
        }
        ask(at, tier.lastDay(date(at), joined));
    }

    /** Every midnight by itself: a tier that ended with the day is lost and may be reached anew, and then amounts go. */
    void pass(Instant to) {
        for (Instant midnight = midnightAfter(date(now));
                !midnight.isAfter(to);
                midnight = midnightAfter(date(midnight))) {
            LocalDate yesterday = date(midnight).minusDays(1);
            if (through != null && !through.isAfter(yesterday)) {
                rank = oneStep ? rank - 1 : 0;
                since = rank == 0 ? null : midnight;
                LocalDate last = tier.lastDay(yesterday, joined);
                LocalDate until = last == null || last.isAfter(yesterday) ? last : tier.lastDay(date(midnight), joined);
                through = rank == 0 ? null : until;
                ask(midnight, until);
            }
            Instant now = midnight;
            earned.removeIf(each -> each.gone() != null && !each.gone().isAfter(now));
        }
        now = to.isAfter(now) ? to : now;
    }

    /** As the member's statuses would be shown. */
    String shown() {
        return rank == 0 ? "none" : TIERS.get(rank) + " since " + since + " through " + through;
    }

    /** Where thresholds take the member, and through when; on the calendar that counts from the day that has ended. */
    private void ask(Instant at, @Nullable LocalDate until) {
        BigDecimal held = earned.stream().map(Earned::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        int reached = held.compareTo(THRESHOLDS[2]) >= 0 ? 2 : held.compareTo(THRESHOLDS[1]) >= 0 ? 1 : 0;
        if (reached > rank) {
            rank = reached;
            since = at;
            through = until;
        } else if (reached == rank && rank > 0 && through != null && until != null && until.isAfter(through)) {
            through = until;
        }
    }

    private LocalDate date(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    private Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
