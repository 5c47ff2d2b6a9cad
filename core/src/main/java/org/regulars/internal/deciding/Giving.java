package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Lot;
import org.regulars.Posting;
import org.regulars.Purchase;
import org.regulars.Refused;
import org.regulars.TierChange;
import org.regulars.decisions.Benefit;
import org.regulars.decisions.Convert;
import org.regulars.decisions.Cost;
import org.regulars.decisions.Extend;
import org.regulars.decisions.Forfeit;
import org.regulars.decisions.FreeItem;
import org.regulars.decisions.FreeShipping;
import org.regulars.decisions.Upgrade;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.reading.Phase;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;
import org.regulars.program.Kind;

/**
 * Gives what takes nothing off the receipt: rights for the next visit, gifts, delivery, benefits, tiers, one kind for
 * another, a longer life; and takes what is forfeited.
 */
final class Giving {

    private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(1_000_000);

    private final Definitions definitions;
    private final Account account;
    private final Ledger ledger;
    private final @Nullable Purchase purchase;
    private final Instant at;
    private final List<Granted> granted = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Climbing climbing;
    private Set<String> benefits = Set.of();
    private final Overdrafts overdrafts;
    private boolean freeShipping;

    /**
     * Starts with nothing given.
     *
     * @param purchase the event, or null if it is none
     * @param overdrafts what is lent, and is told what had to be there before the event
     * @param at the time of the event
     * @param qualified from when tiers count that it gives
     */
    Giving(
            Definitions definitions,
            Account account,
            @Nullable Purchase purchase,
            Overdrafts overdrafts,
            Instant at,
            Instant qualified) {
        this.definitions = definitions;
        this.account = account;
        this.ledger = account.ledger();
        this.purchase = purchase;
        this.overdrafts = overdrafts;
        this.at = at;
        this.climbing = new Climbing(definitions, account, at, qualified);
    }

    List<Granted> granted() {
        return granted;
    }

    List<Refused> refused() {
        return refused;
    }

    Overdrafts overdrafts() {
        return overdrafts;
    }

    List<TierChange> tierChanges() {
        return climbing.changes();
    }

    /** Gives everything but upgrades, which wait for {@link #climb}. */
    void give(List<Proposal> proposals, Phase phase) {
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            Meter.tick();
            if (proposal.decision() instanceof FreeItem free) {
                giveItem(proposal, free, phase);
            } else if (proposal.decision() instanceof FreeShipping) {
                giveShipping(proposal, phase);
            } else if (proposal.decision() instanceof Benefit benefit) {
                giveBenefit(proposal, benefit, phase);
            } else if (proposal.decision() instanceof Upgrade upgrade) {
                climbing.add(proposal, upgrade, phase);
            } else if (proposal.decision() instanceof Convert convert) {
                convert(proposal, convert, phase);
            } else if (proposal.decision() instanceof Extend extend) {
                extend(proposal, extend);
            } else if (proposal.decision() instanceof Forfeit forfeit) {
                forfeit(proposal, forfeit);
            }
        }
    }

    /** Takes the highest upgrade of each ladder that the member can pay. */
    void climb() {
        climbing.climb(this::pay);
        if (!climbing.granted().isEmpty()) {
            granted.addAll(climbing.granted());
        }
        if (!climbing.refused().isEmpty()) {
            refused.addAll(climbing.refused());
        }
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
                granted.add(granted(proposal, Granted.Sort.GIFT, quantity, BigDecimal.ZERO, times, null));
            } else {
                ledger.claim(
                        new Lot.Claim(free.what(), free.upTo(), proposal.offer().name()), quantity, free.life());
                String through = through(free.life());
                granted.add(granted(proposal, Granted.Sort.CLAIM, quantity, BigDecimal.ZERO, times, through));
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
            granted.add(granted(proposal, Granted.Sort.FREE_SHIPPING, BigDecimal.ONE, shipping, 1, null));
        }
    }

    private void giveBenefit(Proposal proposal, Benefit benefit, Phase phase) {
        if (benefits.contains(benefit.name())) {
            refused.add(Sorts.refused(proposal, Refused.Reason.HAD_ALREADY, "it is given already"));
        } else if (pay(proposal, phase, 1)) {
            benefits = benefits.isEmpty() ? new HashSet<>() : benefits;
            benefits.add(benefit.name());
            String through = through(benefit.lasts());
            granted.add(granted(proposal, Granted.Sort.BENEFIT, BigDecimal.ONE, BigDecimal.ZERO, 1, through));
        }
    }

    private void convert(Proposal proposal, Convert convert, Phase phase) {
        BigDecimal atHand = atHand(convert.cost(), phase);
        Kind into = definitions.kind(convert.kind());
        long most = times(convert, atHand);
        BigDecimal amount = into.round(convert.amount().multiply(BigDecimal.valueOf(most)));
        if (most == 0) {
            BigDecimal least = convert.atLeast() == null
                    ? convert.cost().amount()
                    : convert.cost().amount().max(convert.atLeast());
            refused.add(Costs.missing(proposal, new Cost(least, convert.cost().kind(), false, false), atHand));
            return;
        }
        if (amount.signum() == 0) {
            refused.add(Sorts.refused(
                    proposal,
                    Refused.Reason.NOTHING_TO_APPLY_TO,
                    "less than the smallest amount of " + into.name() + " would come of it, which is "
                            + into.smallest().toPlainString() + ". Maybe with decimals?"));
            return;
        }
        long times = fewest(convert, into, amount, most);
        if (pay(proposal, phase, times)) {
            ledger.add(
                    into.name(),
                    amount,
                    convert.life(),
                    Posting.Cause.CONVERTED,
                    proposal.offer().name());
            String through = through(convert.life());
            granted.add(granted(proposal, Granted.Sort.CONVERSION, amount, BigDecimal.ZERO, times, through));
        }
    }

    /** How often it can be done with so much at hand; zero if not once, or if less would go than must. */
    private static long times(Convert convert, BigDecimal atHand) {
        BigDecimal usable = convert.atMost() == null ? atHand : atHand.min(convert.atMost());
        BigDecimal times = usable.max(BigDecimal.ZERO)
                .divide(convert.cost().amount(), 0, RoundingMode.DOWN)
                .min(convert.repeated() ? BigDecimal.valueOf(Integer.MAX_VALUE) : BigDecimal.ONE);
        boolean enough = convert.atLeast() == null
                || times.multiply(convert.cost().amount()).compareTo(convert.atLeast()) >= 0;
        return enough ? times.longValueExact() : 0;
    }

    /** As often as it takes for so much to come of it: what would be rounded away is not given up. */
    private static long fewest(Convert convert, Kind into, BigDecimal amount, long most) {
        if (into.rounding() != RoundingMode.DOWN) {
            return most;
        }
        long enough = amount.divide(convert.amount(), 0, RoundingMode.UP).longValueExact();
        BigDecimal given = convert.cost().amount().multiply(BigDecimal.valueOf(enough));
        return convert.atLeast() != null && given.compareTo(convert.atLeast()) < 0 ? most : Math.min(most, enough);
    }

    private void extend(Proposal proposal, Extend extend) {
        LocalDate today = account.lifetimes().dateOf(at);
        Instant since = account.lifetimes().dayAfter(today.minusDays(extend.reinstatedDays() + 1L));
        BigDecimal longer = ledger.extend(extend.kind(), end -> extended(extend, end, today));
        BigDecimal back = extend.reinstatedDays() == 0
                ? BigDecimal.ZERO
                : ledger.reinstate(
                        extend.kind(),
                        since,
                        end -> latest(
                                extended(extend, end, today),
                                account.lifetimes().dayAfter(today)),
                        proposal.offer().name());
        if (back.signum() == 0 && longer.signum() == 0) {
            refused.add(Sorts.refused(
                    proposal, Refused.Reason.NOTHING_TO_APPLY_TO, "no " + extend.kind() + " would live longer by it"));
        } else {
            String note = back.signum() == 0 ? "" : back.toPlainString() + " of them had lapsed and come back";
            granted.add(new Granted(
                    proposal.offer(),
                    Granted.Sort.EXTENSION,
                    Values.plain(back.add(longer)),
                    extend.kind(),
                    List.of(),
                    BigDecimal.ZERO,
                    null,
                    null,
                    extend.through(),
                    note));
        }
    }

    private Instant extended(Extend extend, Instant end, LocalDate today) {
        if (extend.through() != null) {
            return account.lifetimes().dayAfter(LocalDate.parse(extend.through()));
        }
        if (extend.from() != null) {
            return account.lifetimes().dayAfter(today.plus(extend.from()));
        }
        LocalDate last = account.lifetimes().dateOf(end.minusNanos(1));
        return extend.by() == null ? end : account.lifetimes().dayAfter(last.plus(extend.by()));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void forfeit(Proposal proposal, Forfeit forfeit) {
        if (forfeit.tier() != null) {
            climbing.forfeit(proposal, forfeit.tier());
            return;
        }
        BigDecimal lost = ledger.forfeit(
                String.valueOf(forfeit.kind()),
                forfeit.amount(),
                proposal.offer().name());
        if (lost.signum() == 0) {
            refused.add(Sorts.refused(
                    proposal, Refused.Reason.NOTHING_TO_APPLY_TO, "there are no " + forfeit.kind() + " to lose"));
        } else {
            granted.add(granted(proposal, Granted.Sort.FORFEIT, Values.plain(lost), BigDecimal.ZERO, 1, null));
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
        if (isFromBeforehand(cost, phase)) {
            overdrafts.spentBeforehand(all.kind(), all.amount());
        }
        return true;
    }

    /** A reward decided when all is counted may use all there is; an earlier one what was held beforehand. */
    private BigDecimal atHand(Cost cost, Phase phase) {
        return isFromBeforehand(cost, phase)
                ? ledger.spendableBeforehand(cost.kind()).max(BigDecimal.ZERO)
                : ledger.spendable(cost.kind());
    }

    private static boolean isFromBeforehand(Cost cost, Phase phase) {
        return phase != Phase.COUNTED && !cost.withThisPurchase();
    }

    private @Nullable String through(@Nullable Expiry life) {
        return life == null ? null : account.lifetimes().lastDay(life, at).toString();
    }

    private static Granted granted(
            Proposal proposal,
            Granted.Sort sort,
            BigDecimal amount,
            BigDecimal value,
            long times,
            @Nullable String through) {
        Cost cost = proposal.cost();
        return new Granted(
                proposal.offer(),
                sort,
                amount,
                Sorts.what(proposal.decision()),
                proposal.lines(),
                value,
                null,
                cost == null ? null : Costs.times(cost, times),
                through,
                "");
    }
}
