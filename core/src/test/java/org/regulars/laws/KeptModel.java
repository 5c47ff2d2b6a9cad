package org.regulars.laws;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.regulars.Purchase;
import org.regulars.Return;
import org.regulars.laws.SlowLots.Held;

/** What a member of a {@link Card} holds, worked out from what is kept of every receipt. */
final class KeptModel {

    /** A receipt, and what came of it. */
    static final class Bought {
        final Purchase purchase;
        final KeptLines kept;
        final SlowLots before;
        final Held lot;
        BigDecimal paid = BigDecimal.ZERO;

        Bought(Purchase purchase, SlowLots before) {
            this.purchase = purchase;
            this.kept = new KeptLines(purchase);
            this.before = before;
            this.lot = before.lotFor(purchase.id(), purchase.instant());
        }

        BigDecimal owedBefore() {
            return before.held().negate().max(BigDecimal.ZERO);
        }
    }

    /**
     * What a receipt comes to.
     *
     * @param spent what was spent of which lot, by its id
     */
    record Comes(BigDecimal toPay, BigDecimal earned, Map<String, Held> spent) {

        BigDecimal allSpent() {
            return spent.values().stream().map(held -> held.amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** What a return comes to. */
    record Returned(BigDecimal refund, BigDecimal lapsed, BigDecimal taken, BigDecimal stays, BigDecimal givenBack) {}

    final Card card;
    final SlowLots lots;
    final List<Bought> receipts = new ArrayList<>();
    final List<Map<String, Held>> mugs = new ArrayList<>();

    KeptModel(Card card) {
        this.card = card;
        this.lots = new SlowLots(card);
    }

    Comes buys(Purchase purchase) {
        does(purchase.instant());
        Bought bought = new Bought(purchase, lots.copy());
        receipts.add(bought);
        Comes comes = counted(bought, lots);
        bought.paid = comes.toPay();
        return comes;
    }

    /** Whether there was enough for one. */
    boolean wantsMug(Instant at) {
        does(at);
        boolean enough = lots.held().compareTo(Card.MUG) >= 0;
        if (enough) {
            mugs.add(lots.spend(Card.MUG));
        }
        return enough;
    }

    BigDecimal callsOff(int which, Instant at) {
        lots.pass(at);
        BigDecimal back = giveBack(mugs.remove(which));
        lots.lapse();
        return back;
    }

    void putRight(String id, Instant at, BigDecimal amount) {
        lots.pass(at);
        if (amount.signum() > 0) {
            lots.add(lots.lotFor(id, at), amount);
            lots.lapse();
        } else {
            lots.take(amount.negate(), card.policy(), id);
        }
    }

    Returned bringsBack(Bought bought, String id, Instant at, List<Return.Part> parts) {
        Comes before = comes(bought);
        bought.kept.bringBack(parts);
        Comes after = comes(bought);
        lots.pass(at);
        Map<String, Held> spentLess = new TreeMap<>();
        BigDecimal spentMore = BigDecimal.ZERO;
        for (String lot : union(before.spent(), after.spent())) {
            BigDecimal less = spentOf(lot, before).subtract(spentOf(lot, after));
            if (less.signum() > 0) {
                spentLess.put(lot, before.spent().get(lot).of(less));
            } else {
                spentMore = spentMore.subtract(less);
            }
        }
        BigDecimal comesBack = giveBack(spentLess);
        BigDecimal less = before.earned().subtract(after.earned()).add(spentMore);
        BigDecimal[] taken = {BigDecimal.ZERO, BigDecimal.ZERO};
        if (less.signum() < 0) {
            lots.add(lots.alive(bought.lot), less.negate());
            comesBack = comesBack.subtract(less);
        } else {
            BigDecimal own =
                    inLot(bought, before).subtract(inLot(bought, after)).max(BigDecimal.ZERO);
            taken = lots.takeBack(bought.lot.id, own.min(less), less, comesBack, id);
        }
        lots.lapse();
        // All that was paid, less what it comes to now and what has been paid back: never more than that.
        BigDecimal refund = bought.paid.subtract(after.toPay()).max(BigDecimal.ZERO);
        bought.paid = bought.paid.subtract(refund);
        return new Returned(
                refund, taken[0], less.max(BigDecimal.ZERO).subtract(taken[0]).subtract(taken[1]), taken[1], comesBack);
    }

    /** What a receipt comes to with what is kept of it, for the member as they were. */
    private Comes comes(Bought bought) {
        return counted(bought, bought.before.copy());
    }

    private Comes counted(Bought bought, SlowLots held) {
        BigDecimal left = bought.kept.total("");
        if (card.offers()) {
            BigDecimal off =
                    bought.kept.total("fruit").multiply(new BigDecimal("0.20")).setScale(2, RoundingMode.HALF_UP);
            if (left.compareTo(new BigDecimal(30)) >= 0) {
                off = off.add(BigDecimal.TEN);
            }
            left = left.subtract(off);
        }
        boolean wishes = bought.purchase.attributes().containsKey("wish");
        BigDecimal cost = BigDecimal.ZERO;
        if (wishes && left.signum() > 0 && held.held().compareTo(Card.FIVE_OFF) >= 0) {
            left = left.subtract(new BigDecimal(5)).max(BigDecimal.ZERO);
            cost = Card.FIVE_OFF;
        }
        BigDecimal earned = card.points(left);
        if (earned.signum() > 0) {
            held.add(bought.lot, earned);
            held.lapse();
        }
        return new Comes(left, earned, held.spend(cost));
    }

    /** How much of what was earned came to its lot, and did not make good what was owed. */
    private static BigDecimal inLot(Bought bought, Comes comes) {
        return comes.earned().subtract(bought.owedBefore()).max(BigDecimal.ZERO);
    }

    private BigDecimal giveBack(Map<String, Held> spent) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Held each : spent.values()) {
            lots.add(lots.alive(each), each.amount);
            sum = sum.add(each.amount);
        }
        return sum;
    }

    private static Set<String> union(Map<String, Held> one, Map<String, Held> other) {
        Set<String> union = new TreeSet<>(one.keySet());
        union.addAll(other.keySet());
        return union;
    }

    private static BigDecimal spentOf(String lot, Comes comes) {
        return comes.spent().containsKey(lot) ? comes.spent().get(lot).amount : BigDecimal.ZERO;
    }

    private void does(Instant at) {
        lots.pass(at);
        lots.active(at);
    }
}
