package org.regulars.internal.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Return;
import org.regulars.TierChange;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.rules.Phase;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;
import org.regulars.program.Tiers;

/**
 * Which tiers a member loses when what they were given for is returned.
 *
 * <p>On a ladder that does not keep them, a tier goes if the event that is returned gave it and would not have given it with what
 * is kept; or if it was given since by a threshold which held before the return and does not hold after it. A threshold that did
 * not hold before the return either, because a year has ended since, takes nothing away. The member then has what they had,
 * and the thresholds are asked once more.
 */
final class TiersReturned {

    private final CompiledRules rules;
    private final Account account;
    private final Outcome outcome;
    private final Seen before;
    private final Seen after;
    private final Map<String, Reached> reachedBefore = new HashMap<>();

    TiersReturned(CompiledRules rules, Account account, Outcome outcome, Seen before, Seen after) {
        this.rules = rules;
        this.account = account;
        this.outcome = outcome;
        this.before = before;
        this.after = after;
    }

    /** Notes which thresholds hold before anything is taken back. */
    void lookBefore(Return brought) {
        if (rules.definitions().ladders().stream().anyMatch(this::isByThreshold)) {
            try (OneEvent one = OneEvent.begin(rules, account, brought.id(), brought.instant())) {
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
        Member.Status without = Statuses.of(ladder, after.statuses());
        String had = Statuses.on(ladder, account.statuses());
        int rank = ladder.names().indexOf(had);
        int reached = rank(threshold);
        boolean wasReached = rank(reachedBefore.get(ladder.ladder())) >= rank;
        if (ladder.conditional() || isChanged(ladder) || (wasReached && reached < rank)) {
            Member.Status left = ladder.conditional() || !holds(without, brought.instant()) ? null : without;
            int leftRank = left == null ? 0 : ladder.names().indexOf(left.tier());
            if (reached > leftRank && now != null && threshold != null) {
                left = reached >= rank ? now : lower(ladder, threshold, now.since());
            }
            if (!same(now, left)) {
                account.statuses(Statuses.with(ladder, left, account.statuses()));
                changes.add(new TierChange(
                        ladder.ladder(),
                        had,
                        Statuses.on(ladder, account.statuses()),
                        left == null ? null : left.through(),
                        TierChange.Cause.RETURNED,
                        ""));
            }
        }
    }

    /** What a threshold would have given at a time instead of something higher. */
    private Member.Status lower(Tiers ladder, Reached threshold, String since) {
        Expiry lasts = threshold.lasts() == null ? ladder.lasts() : threshold.lasts();
        LocalDate through = lasts == null ? null : account.lifetimes().lastDay(lasts, Values.moment(since));
        return new Member.Status(
                ladder.names().get(threshold.rank()),
                since,
                through == null ? null : through.toString(),
                threshold.rule());
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

    /** Whether the tier was given by a threshold over what is held, at the event or later. */
    private boolean isByThreshold(Tiers ladder) {
        Member.Status now = Statuses.of(ladder, account.statuses());
        return now != null
                && !ladder.retained()
                && !Values.moment(now.since()).isBefore(outcome.event().instant())
                && rules.phaseOf(now.rule()) == Phase.COUNTED;
    }

    private boolean holds(Member.@Nullable Status status, Instant at) {
        return status != null
                && (status.through() == null
                        || account.lifetimes()
                                .dayAfter(LocalDate.parse(status.through()))
                                .isAfter(at));
    }

    private static boolean same(Member.@Nullable Status one, Member.@Nullable Status other) {
        return one == null ? other == null : one.equals(other);
    }
}
