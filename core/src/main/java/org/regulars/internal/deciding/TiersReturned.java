package org.regulars.internal.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Return;
import org.regulars.TierChange;
import org.regulars.internal.reading.Phase;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.values.Values;
import org.regulars.program.Tiers;

/**
 * Which tiers a member loses when what they were given for is returned.
 *
 * <p>On a ladder that does not keep them, a tier goes if the event that is returned gave it and would not have given it with what
 * is kept; or if it was given since by a threshold which held before the return and does not hold after it. A threshold that did
 * not hold before the return either, because a year has ended since, takes nothing away. The member then has what they had,
 * unless that goes for the same reason, and the thresholds are asked once more.
 */
final class TiersReturned {

    private final CompiledRules rules;
    private final Account account;
    private final Outcome outcome;
    private final Seen before;
    private final Seen after;
    private final Supplier<List<Member.Status>> never;
    private final Map<String, Reached> reachedBefore = new HashMap<>();

    /**
     * Begins.
     *
     * @param before what the event came to before this return
     * @param after what it comes to now
     * @param never the tiers the member would have had then without it
     */
    TiersReturned(
            CompiledRules rules,
            Account account,
            Outcome outcome,
            Seen before,
            Seen after,
            Supplier<List<Member.Status>> never) {
        this.rules = rules;
        this.account = account;
        this.outcome = outcome;
        this.before = before;
        this.after = after;
        this.never = never;
    }

    /** Notes which thresholds hold before anything is taken back. */
    void lookBefore(Return brought) {
        if (rules.definitions().ladders().stream().anyMatch(this::isByThreshold)) {
            try (OneEvent one = OneEvent.begin(rules, account, brought.id(), brought.instant(), List.of())) {
                reachedBefore.putAll(one.reached());
            }
        }
    }

    /** Takes away what does not hold any more. */
    List<TierChange> recompute(Return brought) {
        List<Tiers> concerned = rules.definitions().ladders().stream()
                .filter(ladder ->
                        !ladder.retained() && (ladder.conditional() || isChanged(ladder) || isByThreshold(ladder)))
                .toList();
        if (concerned.isEmpty()) {
            return List.of();
        }
        List<TierChange> changes = new ArrayList<>();
        try (OneEvent one = new OneEvent(rules, account, brought.instant())) {
            Map<String, Reached> reached = one.reached();
            for (Tiers ladder : concerned) {
                recompute(ladder, reached.get(ladder.ladder()), brought, changes);
            }
        }
        return changes;
    }

    private void recompute(Tiers ladder, @Nullable Reached threshold, Return brought, List<TierChange> changes) {
        Member.Status now = Statuses.of(ladder, account.statuses());
        String tier = Statuses.on(ladder, account.statuses());
        Instant at = brought.instant();
        boolean changed = isChanged(ladder);
        Member.Status left = now;
        if (changed || (now != null && isLost(ladder, now, threshold))) {
            left = ladder.conditional()
                    ? null
                    : changed ? kept(ladder, threshold, at) : had(ladder, now, threshold, at);
            if (threshold != null && threshold.rank() > rank(ladder, left) && (now != null || changed)) {
                Instant since = now == null ? at : sinceWhen(now, at);
                left = now == null || threshold.rank() < rank(ladder, now)
                        ? given(ladder, threshold, since)
                        : changed ? since(now, since) : now;
            }
        } else if (now != null
                && isByThreshold(ladder)
                && rank(threshold) >= rank(ladder, now)
                && !same(now, Statuses.of(ladder, after.statuses()))) {
            left = since(now, sinceWhen(now, at));
        }
        if (!same(now, left)) {
            account.statuses(Statuses.with(ladder, left, account.statuses()));
        }
        if (!through(left).equals(through(now)) || rank(ladder, left) != rank(ladder, now)) {
            changes.add(new TierChange(
                    ladder.ladder(),
                    tier,
                    Statuses.on(ladder, account.statuses()),
                    left == null ? null : left.through(),
                    TierChange.Cause.RETURNED,
                    ""));
        }
    }

    /** What the event gives with what is kept, as far as it still holds. */
    private Member.@Nullable Status kept(Tiers ladder, @Nullable Reached threshold, Instant at) {
        Member.Status kept = Statuses.of(ladder, after.statuses());
        return kept != null && holds(kept, at) && !isLost(ladder, kept, threshold) ? kept : null;
    }

    /** What the member had besides: with what is kept of the event, or else without the event, as far as it still holds. */
    private Member.@Nullable Status had(
            Tiers ladder, Member.@Nullable Status now, @Nullable Reached threshold, Instant at) {
        Member.Status kept = Statuses.of(ladder, after.statuses());
        boolean goesToo = kept != null && isGone(ladder, kept, now, threshold);
        Member.Status had = goesToo ? Statuses.of(ladder, never.get()) : kept;
        return had != null && holds(had, at) && !isGone(ladder, had, now, threshold) ? had : null;
    }

    /** Whether what the member had goes with what they have; or is higher, so that it has gone since then. */
    private boolean isGone(Tiers ladder, Member.Status had, Member.@Nullable Status now, @Nullable Reached threshold) {
        return same(had, now) || rank(ladder, had) > rank(ladder, now) || isLost(ladder, had, threshold);
    }

    /** Whether a threshold gave a status that held before the return, and does not hold after it. */
    private boolean isLost(Tiers ladder, Member.Status status, @Nullable Reached threshold) {
        int rank = rank(ladder, status);
        return rules.phase(status.rule()) == Phase.COUNTED
                && rank(reachedBefore.get(ladder.ladder())) >= rank
                && rank(threshold) < rank;
    }

    /**
     * Since when a threshold that holds now is known to hold: if nothing else has been decided since the event, as long as the
     * status; or else since now, so that what was bought since and holds it up can still be returned.
     */
    private Instant sinceWhen(Member.Status given, Instant at) {
        return account.isLatest(outcome.event().id()) ? Values.moment(given.since()) : at;
    }

    private static Member.Status since(Member.Status status, Instant since) {
        return new Member.Status(status.tier(), since.toString(), status.through(), status.rule());
    }

    /** What a threshold gives at a time. */
    private Member.Status given(Tiers ladder, Reached threshold, Instant since) {
        LocalDate through = through(ladder, threshold, since);
        return new Member.Status(
                ladder.names().get(threshold.rank()),
                since.toString(),
                through == null ? null : through.toString(),
                threshold.rule());
    }

    private @Nullable LocalDate through(Tiers ladder, Reached threshold, Instant since) {
        Lifetimes lifetimes = account.lifetimes();
        if (threshold.lasts() != null) {
            return lifetimes.lastDay(threshold.lasts(), since);
        }
        // What is given at midnight is given by the calendar.
        boolean midnight =
                lifetimes.dayAfter(lifetimes.dateOf(since).minusDays(1)).equals(since);
        return ladder.lasts() == null
                ? null
                : lifetimes.lastDay(ladder.lasts(), midnight ? since.minusNanos(1) : since, since);
    }

    private static int rank(Tiers ladder, Member.@Nullable Status status) {
        return status == null ? 0 : ladder.names().indexOf(status.tier());
    }

    private static String through(Member.@Nullable Status status) {
        return status == null || status.through() == null ? "" : status.through();
    }

    private static int rank(@Nullable Reached threshold) {
        return threshold == null ? 0 : threshold.rank();
    }

    /** Whether the member still has what the event gave them, and it would not have given it with what is kept. */
    private boolean isChanged(Tiers ladder) {
        Member.Status given = Statuses.of(ladder, before.statuses());
        return !same(given, Statuses.of(ladder, after.statuses()))
                && same(given, Statuses.of(ladder, account.statuses()));
    }

    /** Whether the tier was given by a threshold over what is held, with the event or after it had been decided. */
    private boolean isByThreshold(Tiers ladder) {
        Member.Status now = Statuses.of(ladder, account.statuses());
        return now != null
                && !ladder.retained()
                && !same(now, Statuses.of(ladder, outcome.memberBefore().statuses()))
                && rules.phase(now.rule()) == Phase.COUNTED;
    }

    private boolean holds(Member.Status status, Instant at) {
        return status.through() == null
                || account.lifetimes()
                        .dayAfter(LocalDate.parse(status.through()))
                        .isAfter(at);
    }

    private static boolean same(Member.@Nullable Status one, Member.@Nullable Status other) {
        return one == null ? other == null : one.equals(other);
    }
}
