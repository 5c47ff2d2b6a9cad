package org.regulars.laws;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Event;
import org.regulars.Member;
import org.regulars.laws.Gives.Limit;
import org.regulars.laws.Gives.Limit.Per;

/** What limits leave room for, for the {@link ObviousModel}: the smallest of each sort, less what was earned before. */
record Caps(Terms terms, Member member, Event event, List<Offered> limits) {

    /** How much more can be earned, by a rule's own limit or, with an empty name, by those on all; null for no limit. */
    @Nullable
    BigDecimal room(String kind, Per per, String rule) {
        BigDecimal most = null;
        for (Offered each : limits) {
            if (each.gives() instanceof Limit limit
                    && limit.kind().equals(kind)
                    && limit.per() == per
                    && (limit.onOffer() ? each.rule().name() : "").equals(rule)) {
                BigDecimal amount = new BigDecimal(limit.amount());
                most = most == null ? amount : most.min(amount);
            }
        }
        return most == null ? null : most.subtract(before(kind, per, rule)).max(BigDecimal.ZERO);
    }

    private BigDecimal before(String kind, Per per, String rule) {
        LocalDate first = terms.date(event.instant());
        while (!begins(first, per)) {
            first = first.minusDays(1);
        }
        String from = first.toString();
        return member.counted().stream()
                .filter(each -> each.kind().equals(kind)
                        && each.per().name().equals(per.name())
                        && each.onOffer().equals(rule)
                        && each.from().equals(from))
                .map(Member.Counted::allowed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean begins(LocalDate day, Per per) {
        return switch (per) {
            case AWARD, PURCHASE, DAY -> true;
            case WEEK -> day.getDayOfWeek() == DayOfWeek.MONDAY;
            case MONTH -> day.getDayOfMonth() == 1;
            case YEAR -> day.getDayOfYear() == 1;
            case MEMBERSHIP_YEAR -> {
                LocalDate joined = terms.date(Instant.parse(member.joined()));
                yield joined.plusYears((long) day.getYear() - joined.getYear()).equals(day);
            }
        };
    }
}
