package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Purchase;
import org.regulars.Refused;
import org.regulars.decisions.Benefit;
import org.regulars.decisions.Cost;
import org.regulars.decisions.FreeItem;
import org.regulars.decisions.FreeShipping;
import org.regulars.decisions.Upgrade;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.rules.Phase;
import org.regulars.program.Tiers;

/** Gives what takes nothing off the receipt: rights for the next visit, gifts, delivery, benefits, tiers. */
final class Giving {

    /** An upgrade waiting for the others, of which only the highest counts. */
    private record Climb(Proposal proposal, Upgrade upgrade, Tiers ladder, Phase phase) {
        int rank() {
            return ladder.names().indexOf(upgrade.tier());
        }
    }

    private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(1_000_000);

    private final Definitions definitions;
    private final Ledger ledger;
    private final Member member;
    private final @Nullable Purchase purchase;
    private final String at;
    private final List<Granted> granted = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<Climb> climbs = new ArrayList<>();
    private final Set<String> benefits = new HashSet<>();
    private boolean freeShipping;

    /**
     * Starts with nothing given.
     *
     * @param purchase the event, or null for an activity
     * @param at the time of the event
     */
    Giving(Definitions definitions, Ledger ledger, Member member, @Nullable Purchase purchase, String at) {
        this.definitions = definitions;
        this.ledger = ledger;
        this.member = member;
        this.purchase = purchase;
        this.at = at;
    }

    List<Granted> granted() {
        return granted;
    }

    List<Refused> refused() {
        return refused;
    }

    /** Gives everything but upgrades, which wait for {@link #climb}. */
    void give(List<Proposal> proposals, Phase phase) {
        for (Proposal proposal : proposals) {
            if (proposal.decision() instanceof FreeItem free) {
                giveItem(proposal, free, phase);
            } else if (proposal.decision() instanceof FreeShipping) {
                giveShipping(proposal, phase);
            } else if (proposal.decision() instanceof Benefit benefit) {
                giveBenefit(proposal, benefit, phase);
            } else if (proposal.decision() instanceof Upgrade upgrade) {
                Tiers ladder = definitions.ladderOf(upgrade.tier());
                if (ladder != null) {
                    climbs.add(new Climb(proposal, upgrade, ladder, phase));
                }
            }
        }
    }

    /** Takes the highest upgrade of each ladder that the member can pay, and says what they then have. */
    List<Member.Status> climb() {
        List<Member.Status> statuses = member.statuses();
        for (Tiers ladder : definitions.ladders()) {
            int rank = ladder.names().indexOf(Statuses.on(ladder, member));
            List<Climb> highestFirst = climbs.stream()
                    .filter(climb -> climb.ladder().equals(ladder))
                    .sorted(Comparator.comparingInt(Climb::rank)
                            .reversed()
                            .thenComparing(Climb::proposal, Proposal.ORDER))
                    .toList();
            for (Climb climb : highestFirst) {
                if (climb.rank() <= rank) {
                    refused.add(Sorts.refused(
                            climb.proposal(),
                            Refused.Reason.HAD_ALREADY,
                            "the member is " + ladder.names().get(rank)));
                } else if (pay(climb.proposal(), climb.phase(), 1)) {
                    rank = climb.rank();
                    statuses = Statuses.with(
                            ladder, new Member.Status(climb.upgrade().tier(), at, null), statuses);
                    granted.add(granted(climb.proposal(), BigDecimal.ONE, BigDecimal.ZERO, 1));
                }
            }
        }
        return statuses;
    }

    private void giveItem(Proposal proposal, FreeItem free, Phase phase) {
        Cost cost = free.cost();
        long times = 1;
        if (free.repeated() && cost != null) {
            times = atHand(cost, phase)
                    .divide(cost.amount(), 0, RoundingMode.DOWN)
                    .max(BigDecimal.ONE)
                    .min(MOST_TIMES)
                    .longValueExact();
        }
        if (pay(proposal, phase, times)) {
            BigDecimal quantity = BigDecimal.valueOf(free.quantity()).multiply(BigDecimal.valueOf(times));
            if (free.handedOver()) {
                granted.add(granted(proposal, quantity, BigDecimal.ZERO, times));
            } else {
                ledger.claim(
                        new Lot.Claim(free.what(), free.upTo(), proposal.offer().name()), quantity);
                granted.add(new Granted(
                        proposal.offer(),
                        Granted.Sort.CLAIM,
                        quantity,
                        free.what(),
                        proposal.lines(),
                        BigDecimal.ZERO,
                        null,
                        cost == null ? null : Costs.times(cost, times),
                        ""));
            }
        }
    }

    private void giveShipping(Proposal proposal, Phase phase) {
        BigDecimal shipping = purchase == null ? BigDecimal.ZERO : purchase.shipping();
        if (freeShipping) {
            refused.add(Sorts.refused(proposal, Refused.Reason.HAD_ALREADY, "delivery is free already"));
        } else if (proposal.cost() != null && shipping.signum() == 0) {
            refused.add(
                    Sorts.refused(proposal, Refused.Reason.NOTHING_TO_APPLY_TO, "delivery costs nothing in any case"));
        } else if (pay(proposal, phase, 1)) {
            freeShipping = true;
            granted.add(granted(proposal, BigDecimal.ONE, shipping, 1));
        }
    }

    private void giveBenefit(Proposal proposal, Benefit benefit, Phase phase) {
        if (benefits.contains(benefit.name())) {
            refused.add(Sorts.refused(proposal, Refused.Reason.HAD_ALREADY, "it is given already"));
        } else if (pay(proposal, phase, 1)) {
            benefits.add(benefit.name());
            granted.add(granted(proposal, BigDecimal.ONE, BigDecimal.ZERO, 1));
        }
    }

    private boolean pay(Proposal proposal, Phase phase, long times) {
        Cost cost = proposal.cost();
        if (cost == null) {
            return true;
        }
        Cost all = Costs.times(cost, times);
        BigDecimal atHand = atHand(cost, phase);
        if (atHand.compareTo(all.amount()) < 0) {
            refused.add(Costs.missing(proposal, all, atHand));
            return false;
        }
        ledger.spend(all.kind(), all.amount(), proposal.offer().name());
        return true;
    }

    /** A reward decided when all is counted may use all there is; an earlier one what was held beforehand. */
    private BigDecimal atHand(Cost cost, Phase phase) {
        return phase == Phase.COUNTED || cost.withThisPurchase()
                ? ledger.held(cost.kind())
                : ledger.heldBeforehand(cost.kind()).max(BigDecimal.ZERO);
    }

    private static Granted granted(Proposal proposal, BigDecimal amount, BigDecimal value, long times) {
        Cost cost = proposal.cost();
        return new Granted(
                proposal.offer(),
                Sorts.of(proposal.decision()),
                amount,
                Sorts.what(proposal.decision()),
                proposal.lines(),
                value,
                null,
                cost == null ? null : Costs.times(cost, times),
                "");
    }
}
