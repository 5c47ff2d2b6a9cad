package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Lot;
import org.regulars.Offer;
import org.regulars.Refused;
import org.regulars.decisions.Cost;
import org.regulars.decisions.Discount;
import org.regulars.decisions.FreeItem;
import org.regulars.decisions.PayWith;
import org.regulars.internal.rules.CompiledRules;

/**
 * What offers take off the receipt: first the rights the member brought, then free items, the dearer
 * reward first, then percentages, then amounts, last what is paid with a kind.
 *
 * <p>A reward that this very purchase may pay for is given as often as the caller says, because only
 * the caller can find out what the purchase earns then.
 */
final class Till {

    /** A cost that a reward has to pay. */
    record Spending(Cost cost, String rule) {}

    /** Rights that were used. */
    record Use(Lot claimed, BigDecimal quantity) {}

    /** The receipt after all offers. */
    record Settled(Bill bill, List<Granted> granted, List<Refused> refused, List<Spending> spendings, List<Use> uses) {

        /** How much of a kind goes: what the rewards cost together, and rights that are used. */
        BigDecimal spent(String kind) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Use use : uses) {
                sum = use.claimed().kind().equals(kind) ? sum.add(use.quantity()) : sum;
            }
            for (Spending spending : spendings) {
                sum = spending.cost().kind().equals(kind)
                        ? sum.add(spending.cost().amount())
                        : sum;
            }
            return sum;
        }

        /** How much of a kind the rewards cost that this very purchase may pay for. */
        BigDecimal selfPaid(String kind) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Spending spending : spendings) {
                Cost cost = spending.cost();
                sum = cost.kind().equals(kind) && cost.withThisPurchase() ? sum.add(cost.amount()) : sum;
            }
            return sum;
        }
    }

    private final CompiledRules rules;
    private final LineOrder order;
    private final int moneyDecimals;
    private final Ledger ledger;
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Proposal> others = new ArrayList<>();
    private final List<Proposal> selfPaying = new ArrayList<>();
    private final List<Refused> outOfTheRunning = new ArrayList<>();
    private boolean isGrouped;

    /**
     * Chooses the best of each group.
     *
     * @param all what the rules put forward, in order
     * @param lost what else was put forward, and why it is out of the running
     */
    Till(
            CompiledRules rules,
            LineOrder order,
            int moneyDecimals,
            Ledger ledger,
            List<Proposal> all,
            List<Refused> lost) {
        this.rules = rules;
        this.order = order;
        this.moneyDecimals = moneyDecimals;
        this.ledger = ledger;
        outOfTheRunning.addAll(lost);
        BestOf best = new BestOf(payable(all), rules.definitions(), this::worth);
        outOfTheRunning.addAll(best.refused());
        List<Proposal> chosen = best.chosen();
        for (int i = 0; i < chosen.size(); i++) {
            Proposal proposal = chosen.get(i);
            isGrouped |= proposal.group() != null;
            (isOffTheBill(proposal) ? proposals : others).add(proposal);
            if (isSelfPaying(proposal)) {
                selfPaying.add(proposal);
            }
        }
    }

    /** What was decided at the till and takes nothing off the receipt. */
    List<Proposal> others() {
        return others;
    }

    /** The rewards that this very purchase may pay for. */
    List<Proposal> selfPaying() {
        return selfPaying;
    }

    /**
     * An offer that was the best of its group and gave nothing after all: something dearer was paid before
     * it, or took what it is for. Of several the last.
     *
     * @param settled the receipt that stands
     */
    Optional<Offer> bestForNothing(Settled settled) {
        if (!isGrouped) {
            return Optional.empty();
        }
        Set<Offer> giving = new HashSet<>();
        settled.granted().forEach(each -> giving.add(each.offer()));
        others.forEach(each -> giving.add(each.offer()));
        return proposals.stream()
                .filter(each -> each.group() != null && !giving.contains(each.offer()))
                .map(Proposal::offer)
                .reduce((one, next) -> next);
    }

    /**
     * Takes everything off a new bill.
     *
     * @param times how often each reward is given that this very purchase may pay for
     */
    Settled settle(int[] times) {
        return settle(proposals, times);
    }

    private Settled settle(List<Proposal> proposals, int[] times) {
        Settled settled = new Settled(
                new Bill(order, moneyDecimals),
                new ArrayList<>(),
                new ArrayList<>(outOfTheRunning),
                new ArrayList<>(),
                new ArrayList<>());
        List<Lot> claims = ledger.claimsInSpendingOrder();
        if (claims.isEmpty() && proposals.isEmpty()) {
            return settled;
        }
        Amounts held = ledger.spendable();
        useClaims(claims, settled, held);
        List<Proposal> inTurn = new ArrayList<>(proposals.size());
        Map<Proposal, Integer> often = times.length == 0 ? Map.of() : new IdentityHashMap<>();
        int next = 0;
        for (Proposal proposal : proposals) {
            if (!isSelfPaying(proposal)) {
                inTurn.add(proposal);
            } else if (times[next++] > 0) {
                inTurn.add(proposal);
                often.put(proposal, times[next - 1]);
            }
        }
        for (Proposal proposal : inTurn) {
            if (proposal.decision() instanceof FreeItem free && !free.handedOver()) {
                Integer found = often.get(proposal);
                give(proposal, free, found == null ? payableTimes(free, settled, held) : found, settled, held);
            }
        }
        takeOff(inTurn, settled, held, true);
        takeOff(inTurn, settled, held, false);
        payWith(inTurn, settled, held);
        return settled;
    }

    /** Whether a kind can be used as money here. */
    boolean paysWith(String kind) {
        return proposals.stream()
                .anyMatch(each ->
                        each.decision() instanceof PayWith pay && pay.kind().equals(kind));
    }

    /** Those whose cost the member holds; a reward in a group that cannot be paid must not win it. */
    private List<Proposal> payable(List<Proposal> all) {
        List<Proposal> payable = all;
        for (int i = 0; i < all.size(); i++) {
            Proposal proposal = all.get(i);
            Cost cost = proposal.cost();
            if (cost != null
                    && proposal.group() != null
                    && !cost.withThisPurchase()
                    && isShort(cost, ledger.spendable(cost.kind()))) {
                outOfTheRunning.add(Costs.missing(proposal, cost, ledger.spendable(cost.kind())));
                payable = payable == all ? new ArrayList<>(all) : payable;
                payable.remove(proposal);
            }
        }
        return payable;
    }

    /** What the member saves by an offer beside those that stand in no group, and the gifts it makes. */
    private Worth worth(List<Proposal> offer, List<Proposal> ungrouped) {
        Worth worth = Worth.NOTHING;
        for (Proposal proposal : offer) {
            if (proposal.decision() instanceof FreeItem free && free.handedOver()) {
                worth = worth.plus(Worth.of(BigDecimal.valueOf(free.quantity()), "free " + free.what()));
            }
        }
        if (offer.stream().noneMatch(Till::isOffTheBill)) {
            return worth;
        }
        // What is paid with points is none the cheaper for it, and would hide what an offer takes off.
        List<Proposal> alone = ungrouped.stream()
                .filter(each -> !(each.decision() instanceof PayWith))
                .toList();
        List<Proposal> both = new ArrayList<>(alone);
        both.addAll(offer);
        Proposal.sort(both);
        // Nothing is earned yet, so of what this purchase may pay for only the offer itself is counted, and once.
        Set<Proposal> isIn = new HashSet<>(offer);
        int[] once = both.stream()
                .filter(Till::isSelfPaying)
                .mapToInt(proposal -> isIn.contains(proposal) ? 1 : 0)
                .toArray();
        BigDecimal without = settle(alone, new int[once.length]).bill().toPay();
        BigDecimal with = settle(both, once).bill().toPay();
        return worth.plus(Worth.money(without.subtract(with)));
    }

    private void useClaims(List<Lot> claims, Settled settled, Amounts held) {
        for (Lot lot : claims) {
            Lot.Claim claim = lot.claim();
            if (claim != null) {
                long rights = lot.amount().setScale(0, RoundingMode.DOWN).longValueExact();
                long units = Math.min(rights, settled.bill.unitsLeft(claim.what()));
                if (units > 0) {
                    Bill.Off off = settled.bill.giveAway(claim.what(), units, claim.upTo());
                    BigDecimal quantity = BigDecimal.valueOf(units);
                    settled.uses.add(new Use(lot, quantity));
                    held.add(lot.kind(), quantity.negate());
                    settled.granted.add(granted(claim, off));
                }
            }
        }
    }

    private int payableTimes(FreeItem free, Settled settled, Amounts held) {
        Cost cost = free.cost();
        return cost == null ? 1 : Math.max(1, FreeUnits.mostTimes(free, cost, settled.bill, held(cost, held)));
    }

    private void give(Proposal proposal, FreeItem free, int times, Settled settled, Amounts held) {
        Cost cost = free.cost();
        long units = settled.bill.unitsLeft(free.what());
        if (units < FreeUnits.least(free)) {
            settled.refused.add(FreeUnits.tooFew(proposal, free, units));
            return;
        }
        // A dearer reward may have taken units that were there when the times were counted.
        long given = cost == null ? times : Math.min(times, units / FreeUnits.eachTime(free));
        Cost all = cost == null ? null : Costs.times(cost, given);
        if (!pay(proposal, all, settled, held)) {
            return;
        }
        long quantity = cost == null ? FreeUnits.free(free, units) : free.quantity() * given;
        Bill.Off off = settled.bill.giveAway(free.what(), quantity, free.upTo());
        settled.granted.add(new Granted(
                proposal.offer(),
                Granted.Sort.FREE_ITEM,
                BigDecimal.valueOf(off.units()),
                free.what(),
                off.lines(),
                off.value(),
                null,
                all,
                null,
                off.note()));
    }

    private void payWith(List<Proposal> proposals, Settled settled, Amounts held) {
        for (Proposal proposal : proposals) {
            if (proposal.decision() instanceof PayWith pay) {
                // What this purchase earns is not known yet, so rewards that it may pay for are taken as paid from
                // here.
                BigDecimal left = held.of(pay.kind()).subtract(settled.selfPaid(pay.kind()));
                PaidWith paid = new PaidWith(
                        proposal,
                        pay,
                        left.max(BigDecimal.ZERO),
                        settled.bill.left(pay.what(), proposal.lines()),
                        rules.definitions().kind(pay.kind()).smallest(),
                        moneyDecimals);
                if (paid.used().signum() == 0) {
                    settled.refused.add(paid.refused());
                } else if (pay(proposal, paid.cost(), settled, held)) {
                    settled.granted.add(paid.granted(settled.bill.takeOff(paid.value(), pay.what(), proposal.lines())));
                }
            }
        }
    }

    private static void takeOff(List<Proposal> proposals, Settled settled, Amounts held, boolean percentages) {
        for (Proposal proposal : proposals) {
            if (proposal.decision() instanceof Discount discount && (discount.percent() != null) == percentages) {
                if (discount.basis() != null
                        && Objects.requireNonNull(discount.amount()).signum() == 0) {
                    settled.refused.add(nothingOff(proposal, discount.basis()));
                } else if (settled.bill.worth(discount, proposal.lines()).signum() == 0) {
                    settled.refused.add(Sorts.refused(
                            proposal, Refused.Reason.NOTHING_TO_APPLY_TO, "nothing is left to take it off"));
                } else if (pay(proposal, discount.cost(), settled, held)) {
                    settled.granted.add(granted(proposal, discount, settled.bill.takeOff(discount, proposal.lines())));
                }
            }
        }
    }

    private static Refused nothingOff(Proposal proposal, Discount.Basis basis) {
        String step =
                basis.step() == null ? "anything" : "a whole " + basis.step().toPlainString();
        return Sorts.refused(
                proposal,
                Refused.Reason.TOO_LITTLE,
                "there is not " + step + " in " + basis.of().toPlainString() + " to take something off for");
    }

    /** What is granted when a right is used, by the rule that gave it. */
    private Granted granted(Lot.Claim claim, Bill.Off off) {
        return new Granted(
                rules.offerOfOld(claim.rule()),
                Granted.Sort.FREE_ITEM,
                BigDecimal.valueOf(off.units()),
                claim.what(),
                off.lines(),
                off.value(),
                null,
                null,
                null,
                off.note().isEmpty() ? "given before" : "given before; " + off.note());
    }

    private static Granted granted(Proposal proposal, Discount discount, Bill.Off off) {
        BigDecimal percent = discount.percent();
        return new Granted(
                proposal.offer(),
                Granted.Sort.DISCOUNT,
                off.value(),
                discount.what() == null ? "" : discount.what(),
                off.lines(),
                off.value(),
                percent == null ? null : new Granted.Basis(percent, null, off.of()),
                discount.cost(),
                null,
                off.note());
    }

    /** Sets a cost aside, or says how much of it is missing. */
    private static boolean pay(Proposal proposal, @Nullable Cost cost, Settled settled, Amounts held) {
        if (cost == null) {
            return true;
        }
        // Whether the purchase itself pays is found out later, by what it then earns.
        if (!cost.withThisPurchase()) {
            if (isShort(cost, held(cost, held))) {
                settled.refused.add(Costs.missing(proposal, cost, held(cost, held)));
                return false;
            }
            held.add(cost.kind(), cost.amount().negate());
        }
        settled.spendings.add(new Spending(cost, proposal.offer().name()));
        return true;
    }

    private static boolean isOffTheBill(Proposal proposal) {
        return proposal.decision() instanceof Discount
                || proposal.decision() instanceof PayWith
                || (proposal.decision() instanceof FreeItem free && !free.handedOver());
    }

    private static boolean isSelfPaying(Proposal proposal) {
        Cost cost = proposal.cost();
        return isOffTheBill(proposal) && cost != null && cost.withThisPurchase();
    }

    static boolean isShort(Cost cost, BigDecimal held) {
        return held.compareTo(cost.amount()) < 0;
    }

    private static BigDecimal held(Cost cost, Amounts held) {
        return held.of(cost.kind());
    }
}
