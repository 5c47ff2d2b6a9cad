package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.regulars.Lot;
import org.regulars.Posting;
import org.regulars.Posting.Cause;
import org.regulars.Reversal;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.program.Midnights.Midnight;
import org.regulars.internal.values.Values;
import org.regulars.program.Kind;

/**
 * Posts the difference between what an event came to and what it comes to with what is kept: what had been spent goes back
 * where it came from, and what had been given is taken back, from the very lot it came to as far as it is there.
 */
final class TakingBack {

    private final Definitions definitions;
    private final Account account;
    private final Ledger ledger;
    private final Seen before;
    private final Seen after;
    private final Instant then;

    /**
     * Begins.
     *
     * @param then when the event was
     */
    TakingBack(Definitions definitions, Account account, Seen before, Seen after, Instant then) {
        this.definitions = definitions;
        this.account = account;
        this.ledger = account.ledger();
        this.before = before;
        this.after = after;
        this.then = then;
    }

    /** Posts it all, kind by kind. */
    List<Reversal.OfKind> post() {
        Set<String> kinds = new TreeSet<>();
        before.postings().stream().map(Posting::kind).forEach(kinds::add);
        after.postings().stream().map(Posting::kind).forEach(kinds::add);
        before.limits().forEach(limit -> kinds.add(limit.kind()));
        Netting netting = new Netting(account.counters(), before, after);
        List<Reversal.OfKind> all = new ArrayList<>();
        for (String kind : kinds) {
            Kind defined = definitions.kind(kind);
            BigDecimal naive = before.earned(kind).subtract(after.earned(kind));
            BigDecimal less = netting.less(kind, defined.decimals());
            BigDecimal others =
                    before.sum(kind, true).subtract(after.sum(kind, true)).subtract(naive);
            Reversal.OfKind change = post(defined, less.add(others), naive.subtract(less));
            if (ledger.postings().stream().anyMatch(each -> each.kind().equals(kind))
                    || change.left().signum() != 0
                    || change.lapsed().signum() != 0
                    || change.uncut().signum() != 0) {
                all.add(change);
            }
        }
        ledger.lapse();
        return all;
    }

    private Reversal.OfKind post(Kind kind, BigDecimal toTake, BigDecimal uncut) {
        Map<String, Lot> lots = new TreeMap<>(after.lots());
        lots.putAll(before.lots());
        Map<String, BigDecimal> out = difference(before.byLot(kind.name(), false), after.byLot(kind.name(), false));
        Map<String, BigDecimal> in = difference(before.byLot(kind.name(), true), after.byLot(kind.name(), true));
        BigDecimal givenBack = BigDecimal.ZERO;
        BigDecimal taken = toTake;
        BigDecimal lent = before.owed(kind.name(), false).subtract(after.owed(kind.name(), false));
        if (lent.signum() > 0) {
            // What was spent beyond what was held is no longer owed; what was paid of it since lives as if it had come
            // then.
            ledger.addSince(then, kind.name(), lent, Cause.GIVEN_BACK);
            givenBack = givenBack.add(lent);
        }
        for (Map.Entry<String, BigDecimal> each : out.entrySet()) {
            if (each.getValue().signum() > 0) {
                ledger.giveBack(alive(lot(lots, each.getKey())), each.getValue(), "");
                givenBack = givenBack.add(each.getValue());
            } else {
                taken = taken.subtract(each.getValue());
            }
        }
        taken = taken.subtract(lent.min(BigDecimal.ZERO));
        if (taken.signum() < 0) {
            giveMore(kind, in, lots, taken.negate());
            givenBack = givenBack.subtract(taken);
            taken = BigDecimal.ZERO;
        }
        // What had made good a debt is owed again, whatever the policy says of what was spent.
        BigDecimal paid = before.owed(kind.name(), true).subtract(after.owed(kind.name(), true));
        BigDecimal owed = paid.max(BigDecimal.ZERO).min(taken);
        ledger.takeBack(kind.name(), owed, Kind.TakeBack.UNLIMITED, Cause.TAKEN_BACK, "");
        BigDecimal left = taken.subtract(owed);
        BigDecimal paidByItself = givenBack.min(taken);
        BigDecimal lapsed = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> each : in.entrySet()) {
            BigDecimal own = each.getValue().max(BigDecimal.ZERO).min(left);
            // What comes back to the member by the same return pays, whatever the policy says of other amounts.
            BigDecimal free = own.min(paidByItself);
            BigDecimal notThere = ledger.takeFrom(each.getKey(), free, Cause.TAKEN_BACK, "");
            paidByItself = paidByItself.subtract(free.subtract(notThere));
            notThere = notThere.add(own.subtract(free));
            if (kind.takeBack() != Kind.TakeBack.ONLY_PENDING || ledger.isPending(each.getKey())) {
                notThere = ledger.takeFrom(each.getKey(), notThere, Cause.TAKEN_BACK, "");
            }
            BigDecimal gone = ledger.lapsed().forget(each.getKey(), notThere);
            lapsed = lapsed.add(gone);
            left = left.subtract(own).add(notThere.subtract(gone));
        }
        BigDecimal byItself = left.min(paidByItself);
        left = left.subtract(byItself)
                .add(ledger.takeBack(kind.name(), byItself, Kind.TakeBack.WITHIN_BALANCE, Cause.TAKEN_BACK, ""));
        if (kind.takeBack() != Kind.TakeBack.ONLY_PENDING) {
            left = ledger.takeBack(kind.name(), left, kind.takeBack(), Cause.TAKEN_BACK, "");
        }
        return new Reversal.OfKind(
                kind.name(),
                before.sum(kind.name(), true),
                after.sum(kind.name(), true),
                before.sum(kind.name(), false),
                after.sum(kind.name(), false),
                uncut,
                lapsed,
                taken.subtract(left).subtract(lapsed),
                left,
                givenBack);
    }

    /**
     * What is earned the more with what is kept comes to the lot it would have come to. If it would have made good what was
     * owed then, and that is made good by now, it lives as if it had come then.
     */
    private void giveMore(Kind kind, Map<String, BigDecimal> in, Map<String, Lot> lots, BigDecimal amount) {
        BigDecimal left = amount;
        for (Map.Entry<String, BigDecimal> each : in.entrySet()) {
            BigDecimal more = each.getValue().negate().max(BigDecimal.ZERO).min(left);
            if (more.signum() > 0) {
                ledger.giveBack(alive(lot(lots, each.getKey())), more, "");
                left = left.subtract(more);
            }
        }
        if (left.signum() > 0) {
            ledger.addSince(then, kind.name(), left, Cause.GIVEN_BACK);
        }
    }

    /** A lot as it would be now: what lives on with activity has gone on living while it was spent. */
    private Lot alive(Lot lot) {
        Instant active = account.lastActive();
        Kind kind = account.lifetimes().kind(lot.kind());
        if (active == null
                || lot.expiresAt() == null
                || Ledger.livesForItsOwn(lot)
                || !account.lifetimes().restartsWithActivity(kind)) {
            return lot;
        }
        Midnight end = account.lifetimes().expiresAt(kind, active, null);
        return end != null && Values.compareTimes(end.text(), lot.expiresAt()) > 0 ? lot.expiringAt(end.text()) : lot;
    }

    private static Lot lot(Map<String, Lot> lots, String id) {
        Lot lot = lots.get(id);
        if (lot == null) {
            throw new IllegalStateException("There never was a lot " + id);
        }
        return lot;
    }

    private static Map<String, BigDecimal> difference(Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
        Map<String, BigDecimal> difference = new TreeMap<>(one);
        other.forEach((lot, amount) -> difference.merge(lot, amount.negate(), BigDecimal::add));
        return difference;
    }
}
