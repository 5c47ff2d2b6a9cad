package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Member;
import org.regulars.Refused;
import org.regulars.TierChange;
import org.regulars.decisions.Upgrade;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.reading.Phase;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;
import org.regulars.program.Tiers;

/** Moves a member on the program's ladders, once all upgrades of an event are known: of several the highest counts. */
final class Climbing {

    /** Takes what an upgrade costs, or says what is missing. */
    interface Payment {
        boolean pays(Proposal proposal, Phase phase, long times);
    }

    /** An upgrade waiting for the others. */
    private record Climb(
            Proposal proposal,
            Upgrade upgrade,
            Tiers ladder,
            Phase phase,
            @Nullable String through) {

        int rank() {
            return ladder.names().indexOf(upgrade.tier());
        }

        /** A rule whose condition holds in two ways fires twice. */
        boolean isTheSameOfferAs(Climb other) {
            return proposal.offer().equals(other.proposal.offer()) && upgrade.equals(other.upgrade);
        }

        /** Without an end is the longest. */
        String end() {
            return through == null ? "never" : through;
        }
    }

    private static final Comparator<Climb> HIGHEST_FIRST =
            Comparator.comparingInt(Climb::rank).thenComparing(Climb::end).reversed();

    private static final Comparator<Climb> IN_TURN = HIGHEST_FIRST.thenComparing(Climb::proposal, Proposal.ORDER);

    private final Definitions definitions;
    private final Account account;
    private final Instant at;
    private final Instant qualified;
    private final List<Climb> climbs = new ArrayList<>();
    private final List<Granted> granted = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<TierChange> changes = new ArrayList<>();

    /**
     * Starts with nothing given.
     *
     * @param at when it happens
     * @param qualified from when a tier counts that holds as its ladder says: the same, or on the calendar the last moment
     *     before, so that points of a year do not count for the next
     */
    Climbing(Definitions definitions, Account account, Instant at, Instant qualified) {
        this.definitions = definitions;
        this.account = account;
        this.at = at;
        this.qualified = qualified;
    }

    List<Granted> granted() {
        return granted;
    }

    List<Refused> refused() {
        return refused;
    }

    List<TierChange> changes() {
        return changes;
    }

    /** Takes note of an upgrade. */
    void add(Proposal proposal, Upgrade upgrade, Phase phase) {
        Tiers ladder = definitions.ladderOf(upgrade.tier());
        if (ladder == null) {
            return;
        }
        Climb climb = new Climb(proposal, upgrade, ladder, phase, through(upgrade.lasts(), ladder));
        if (hasEnded(climb)) {
            refused.add(Sorts.refused(
                    proposal, Refused.Reason.NOTHING_TO_APPLY_TO, "it would have ended on " + climb.through()));
        } else if (!isThere(climb)) {
            climbs.add(climb);
        }
    }

    private boolean isThere(Climb climb) {
        for (Climb other : climbs) {
            if (climb.isTheSameOfferAs(other)) {
                return true;
            }
        }
        return false;
    }

    /** Takes a tier away, or a higher one; the member falls as the ladder says. */
    void forfeit(Proposal proposal, String tier) {
        Tiers ladder = definitions.ladderOf(tier);
        Member.Status had = ladder == null ? null : Statuses.of(ladder, account.statuses());
        if (ladder == null
                || had == null
                || ladder.names().indexOf(had.tier()) < ladder.names().indexOf(tier)) {
            refused.add(
                    Sorts.refused(proposal, Refused.Reason.NOTHING_TO_APPLY_TO, "the member does not have " + tier));
            return;
        }
        String through = through(null, ladder);
        change(
                ladder,
                had.tier(),
                Statuses.fallen(ladder, had, account.ledger().atText(), through),
                TierChange.Cause.FORFEITED,
                proposal.offer().name());
        granted.add(granted(proposal, Granted.Sort.FORFEIT, tier, null));
    }

    /** Takes the highest upgrade of each ladder that the member can pay. */
    void climb(Payment payment) {
        List<Tiers> ladders = definitions.ladders();
        for (int i = 0; i < ladders.size(); i++) {
            Tiers ladder = ladders.get(i);
            if (climbs.isEmpty() && !ladder.conditional()) {
                continue;
            }
            List<Climb> highestFirst = new ArrayList<>(climbs);
            highestFirst.removeIf(climb -> !climb.ladder().equals(ladder));
            highestFirst.sort(IN_TURN);
            if (ladder.conditional()) {
                holdWhatIsReached(ladder, highestFirst, payment);
            } else {
                highestFirst.forEach(climb -> climb(climb, payment));
            }
        }
    }

    private void climb(Climb climb, Payment payment) {
        Tiers ladder = climb.ladder();
        Member.Status had = Statuses.of(ladder, account.statuses());
        String tier = Statuses.on(ladder, account.statuses());
        int rank = ladder.names().indexOf(tier);
        boolean prolongs = climb.rank() == rank && had != null && isLater(climb.through(), had.through());
        if (climb.rank() < rank || (climb.rank() == rank && !prolongs)) {
            refused.add(Sorts.refused(climb.proposal(), Refused.Reason.HAD_ALREADY, "the member is " + tier));
        } else if (payment.pays(climb.proposal(), climb.phase(), 1)) {
            String rule = climb.proposal().offer().name();
            String since =
                    prolongs && had != null ? had.since() : account.ledger().atText();
            change(
                    ladder,
                    tier,
                    new Member.Status(climb.upgrade().tier(), since, climb.through(), rule),
                    prolongs ? TierChange.Cause.PROLONGED : TierChange.Cause.GIVEN,
                    rule);
            granted.add(granted(
                    climb.proposal(),
                    prolongs ? Granted.Sort.RENEWAL : Granted.Sort.UPGRADE,
                    climb.upgrade().tier(),
                    climb.through()));
        }
    }

    /** On a ladder that is only held while it is reached: the highest that is given now, be it less than before. */
    private void holdWhatIsReached(Tiers ladder, List<Climb> highestFirst, Payment payment) {
        String had = Statuses.on(ladder, account.statuses());
        for (Climb climb : highestFirst) {
            String tier = climb.upgrade().tier();
            if (tier.equals(had) || payment.pays(climb.proposal(), climb.phase(), 1)) {
                if (!tier.equals(had)) {
                    boolean up = climb.rank() > ladder.names().indexOf(had);
                    String rule = climb.proposal().offer().name();
                    change(
                            ladder,
                            had,
                            new Member.Status(tier, account.ledger().atText(), climb.through(), rule),
                            up ? TierChange.Cause.GIVEN : TierChange.Cause.NOT_REACHED,
                            rule);
                    if (up) {
                        granted.add(granted(climb.proposal(), Granted.Sort.UPGRADE, tier, climb.through()));
                    }
                }
                return;
            }
        }
        if (!had.equals(ladder.names().get(0))) {
            change(ladder, had, null, TierChange.Cause.NOT_REACHED, "");
        }
    }

    private void change(Tiers ladder, String from, Member.@Nullable Status to, TierChange.Cause cause, String rule) {
        account.statuses(Statuses.with(ladder, to, account.statuses()));
        changes.add(new TierChange(
                ladder.ladder(),
                from,
                to == null ? ladder.names().get(0) : to.tier(),
                to == null ? null : to.through(),
                cause,
                rule));
    }

    private @Nullable String through(@Nullable Expiry own, Tiers ladder) {
        if (own != null) {
            return account.lifetimes().text(account.lifetimes().lastDay(own, at));
        }
        return ladder.lasts() == null
                ? null
                : account.lifetimes().text(account.lifetimes().lastDay(ladder.lasts(), qualified, at));
    }

    /** A tier given by an event that comes late may be over by now. */
    private boolean hasEnded(Climb climb) {
        return climb.through() != null
                && !account.lifetimes()
                        .dayAfter(Values.date(climb.through()))
                        .isAfter(account.ledger().now());
    }

    private static boolean isLater(@Nullable String through, @Nullable String than) {
        return than != null && (through == null || through.compareTo(than) > 0);
    }

    private static Granted granted(Proposal proposal, Granted.Sort sort, String tier, @Nullable String through) {
        return new Granted(
                proposal.offer(),
                sort,
                BigDecimal.ONE,
                tier,
                proposal.lines(),
                BigDecimal.ZERO,
                null,
                proposal.cost(),
                through,
                "");
    }
}
