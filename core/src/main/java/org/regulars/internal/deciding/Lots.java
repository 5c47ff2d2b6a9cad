package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.regulars.Lot;
import org.regulars.Posting;
import org.regulars.Posting.Cause;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.values.Values;

/**
 * The lots of a member, and a posting for each movement in or out of them, so that what is held afterwards is what was held
 * before plus the postings. What happens for which reason, {@link Ledger} says.
 *
 * <p>What a member owes of a kind is one lot below zero. Whatever becomes spendable of the kind makes it good first.
 */
abstract class Lots {

    final LotList lots;
    private final LapsedLots lapsed;
    private final Clock clock;
    private List<Posting> postings = new ArrayList<>();
    private final Amounts spent = new Amounts();
    private String event = "";

    /** The lots of a member. */
    Lots(Clock clock, List<Lot> lots, List<Lot> lapsed) {
        this.clock = clock;
        this.lots = new LotList(lots);
        this.lapsed = new LapsedLots(lapsed);
    }

    /**
     * Goes on to a moment of the calendar.
     *
     * @param time when it is, from which what is given counts
     */
    void moveTo(Instant time) {
        clock.moveTo(time);
        begin();
    }

    /** Goes on to the time of an event. */
    void moveTo(Instant time, String text) {
        clock.moveTo(time, text);
        begin();
    }

    private void begin() {
        event = "";
        if (!postings.isEmpty()) {
            postings = new ArrayList<>();
        }
        spent.clear();
    }

    /** What new lots are called after from here on. */
    void called(String id) {
        event = id;
    }

    /** The member's clock. */
    Instant now() {
        return clock.now();
    }

    /** The member's clock, as text. */
    String nowText() {
        return clock.nowText();
    }

    /** When the event is, from which what it gives counts. */
    Instant at() {
        return clock.at();
    }

    /** When the event is, as text. */
    String atText() {
        return clock.atText();
    }

    /** All lots there are. */
    List<Lot> lots() {
        return lots;
    }

    /** The lots that lapsed last. */
    LapsedLots lapsed() {
        return lapsed;
    }

    /** What moved since {@link #moveTo}. */
    List<Posting> postings() {
        return postings;
    }

    /** What the event has taken so far, for rewards and by rights that were used, by kind. */
    Amounts spent() {
        return spent;
    }

    /** All lots that can be spent, what is spent first first. */
    List<Lot> inSpendingOrder() {
        return lots.inOrder(lot -> isActive(lot) && lot.amount().signum() > 0);
    }

    /** All rights to something free that can be used, what is spent first first. */
    List<Lot> claimsInSpendingOrder() {
        return lots.inOrder(
                lot -> lot.claim() != null && isActive(lot) && lot.amount().signum() > 0);
    }

    /** How much of a kind is there to spend; below zero if the member owes some. */
    BigDecimal held(String kind) {
        return sum(kind, true);
    }

    /** How much of a kind is there and cannot be spent yet. */
    BigDecimal pending(String kind) {
        return sum(kind, false);
    }

    List<Lot> pendingInOrder(String kind) {
        return lots.inOrder(lot -> lot.kind().equals(kind) && !isActive(lot));
    }

    BigDecimal sum(String kind, boolean active) {
        BigDecimal sum = BigDecimal.ZERO;
        if (!lots.mayHave(kind)) {
            return sum;
        }
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            if (lot.kind().equals(kind) && isActive(lot) == active) {
                sum = sum.add(lot.amount());
            }
        }
        return sum;
    }

    /** How much of each kind is there, to spend and not yet. */
    Holdings holdings() {
        return lots.holdings(nowText());
    }

    boolean isActive(Lot lot) {
        return isBy(lot.activeFrom());
    }

    /** Whether a time has come. */
    private boolean isBy(String time) {
        return Values.compareTimes(time, nowText()) <= 0;
    }

    static Instant end(Lot lot) {
        return lot.expiresAt() == null ? Instant.MAX : Values.moment(lot.expiresAt());
    }

    /** The next time, this one at the latest, at which something becomes spendable or lapses; null for none. */
    @Nullable
    Instant next(String latest) {
        String next = null;
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            String end = lot.expiresAt();
            if (!isActive(lot) && Values.compareTimes(lot.activeFrom(), next == null ? latest : next) <= 0) {
                next = lot.activeFrom();
            }
            if (end != null && Values.compareTimes(end, next == null ? latest : next) <= 0) {
                next = end;
            }
        }
        return next == null ? null : Values.moment(next);
    }

    /** The kinds of what becomes spendable at a time. */
    Set<String> activatedAt(Instant time) {
        Set<String> kinds = new TreeSet<>();
        lots.stream()
                .filter(lot -> Values.moment(lot.activeFrom()).equals(time))
                .forEach(lot -> kinds.add(lot.kind()));
        return kinds;
    }

    /** Takes as much of one lot as there is; returns what is then left to take. */
    BigDecimal takeFrom(String lotId, BigDecimal amount, Cause cause, String rule) {
        for (Lot lot : List.copyOf(lots)) {
            if (lot.id().equals(lotId) && lot.amount().signum() > 0) {
                return takeUpTo(lot, amount, cause, rule);
            }
        }
        return amount;
    }

    /** Whether a lot is there and cannot be spent yet. */
    boolean isPending(String lotId) {
        return lots.stream().anyMatch(lot -> lot.id().equals(lotId) && !isActive(lot));
    }

    /** Gives an amount back to the lot it came from, as that was; what has lapsed meanwhile goes with {@link #lapse}. */
    void giveBack(Lot origin, BigDecimal amount, String rule) {
        BigDecimal left = payDebt(origin.kind(), amount, Cause.GIVEN_BACK, rule);
        if (left.signum() == 0) {
            return;
        }
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            // The id alone may be another event's by now.
            if (lot.id().equals(origin.id())
                    && lot.kind().equals(origin.kind())
                    && lot.earnedAt().equals(origin.earnedAt())
                    && lot.amount().signum() > 0) {
                put(i, lot.withAmount(lot.amount().add(left)), left, Cause.GIVEN_BACK, rule);
                return;
            }
        }
        lots.add(origin.withAmount(left));
        post(left, Cause.GIVEN_BACK, origin.withAmount(left), rule);
    }

    /** Makes good with what has become spendable what the member owes of the same kind. */
    void settle() {
        for (Lot debt : List.copyOf(lots)) {
            if (debt.amount().signum() < 0) {
                BigDecimal owed = debt.amount().negate();
                BigDecimal paid = owed.subtract(takeActive(debt.kind(), owed, Cause.SPENT, ""));
                if (paid.signum() > 0) {
                    payDebt(debt.kind(), paid, Cause.SPENT, "");
                }
            }
        }
    }

    /**
     * Adds an amount, called after what it is when it becomes a lot of its own.
     *
     * @param name what the lot's id says of it then
     */
    void add(Coming coming, String name, Cause cause, String rule) {
        boolean isPlain = !lots.hasDebt(coming.kind()) && !isOver(coming.expiresAt());
        if (!isPlain || !join(coming, cause, rule)) {
            add(coming.asLot(newId(name)), cause, rule);
        }
    }

    /** Adds an amount that has an id, should it be no part of another lot. */
    void add(Lot added, Cause cause, String rule) {
        BigDecimal left = payDebt(added.kind(), added.amount(), cause, rule);
        if (left.signum() == 0) {
            return;
        }
        Lot rest = left.compareTo(added.amount()) == 0 ? added : added.withAmount(left);
        if (isOver(rest.expiresAt())) {
            // Apart from the others, which at this very moment may not have gone yet.
            lots.add(rest);
            post(left, cause, rest, rule);
            lapse(rest);
        } else if (!join(Coming.again(rest), cause, rule)) {
            lots.add(rest);
            post(left, cause, rest, rule);
        }
    }

    /** Adds an amount to the lot that nothing tells it from; says whether there is one. */
    private boolean join(Coming coming, Cause cause, String rule) {
        boolean isAny = lots.mayHave(coming.kind());
        for (int i = 0; isAny && i < lots.size(); i++) {
            Lot lot = lots.get(i);
            if (isTheSameAs(lot, coming)) {
                put(i, lot.withAmount(lot.amount().add(coming.amount())), coming.amount(), cause, rule);
                return true;
            }
        }
        return false;
    }

    private boolean isOver(@Nullable String end) {
        return end != null && isBy(end);
    }

    /** Makes good what the member owes of a kind, with as much of an amount as it takes; returns the rest. */
    BigDecimal payDebt(String kind, BigDecimal amount, Cause cause, String rule) {
        BigDecimal left = amount;
        if (!lots.hasDebt(kind)) {
            return left;
        }
        for (Lot debt : List.copyOf(lots)) {
            if (left.signum() > 0 && debt.kind().equals(kind) && debt.amount().signum() < 0) {
                BigDecimal paid = left.min(debt.amount().negate());
                put(lots.indexOf(debt), debt.withAmount(debt.amount().add(paid)), paid, cause, rule);
                left = left.subtract(paid);
            }
        }
        return left;
    }

    void owe(String kind, BigDecimal amount, Cause cause, String rule) {
        boolean isAny = lots.hasDebt(kind);
        for (int i = 0; isAny && i < lots.size(); i++) {
            Lot debt = lots.get(i);
            if (debt.kind().equals(kind) && debt.amount().signum() < 0) {
                put(i, debt.withAmount(debt.amount().subtract(amount)), amount.negate(), cause, rule);
                return;
            }
        }
        Lot debt = new Lot(newId(kind), kind, amount.negate(), atText(), atText(), null, null);
        lots.add(debt);
        post(amount.negate(), cause, debt, rule);
    }

    BigDecimal takeActive(String kind, BigDecimal amount, Cause cause, String rule) {
        BigDecimal left = amount;
        List<Lot> inOrder = lots.inOrder(
                lot -> lot.kind().equals(kind) && isActive(lot) && lot.amount().signum() > 0);
        for (Lot lot : inOrder) {
            left = takeUpTo(lot, left, cause, rule);
        }
        return left;
    }

    BigDecimal takeUpTo(Lot lot, BigDecimal amount, Cause cause, String rule) {
        BigDecimal taken = amount.min(lot.amount());
        if (taken.signum() > 0) {
            take(lot, taken, cause, rule);
        }
        return amount.subtract(taken);
    }

    void take(Lot lot, BigDecimal amount, Cause cause, String rule) {
        put(lots.indexOf(lot), lot.withAmount(lot.amount().subtract(amount)), amount.negate(), cause, rule);
    }

    /** Puts a changed lot in the place of what it was; an empty one is gone. */
    void put(int place, Lot changed, BigDecimal moved, Cause cause, String rule) {
        if (changed.amount().signum() == 0) {
            lots.remove(place);
        } else {
            lots.set(place, changed);
        }
        post(moved, cause, changed, rule);
    }

    void post(BigDecimal amount, Cause cause, Lot lot, String rule) {
        String when = cause == Cause.EXPIRED && lot.expiresAt() != null ? lot.expiresAt() : atText();
        if (amount.signum() < 0 && cause != Cause.EXPIRED) {
            spent.add(lot.kind(), amount.negate());
        }
        postings.add(new Posting(lot.kind(), amount, cause, when, lot, rule));
    }

    /** Whether nothing can tell two amounts apart from now on: same kind, same end, spendable from the same time. */
    private boolean isTheSameAs(Lot lot, Coming coming) {
        return lot.kind().equals(coming.kind())
                && Objects.equals(lot.expiresAt(), coming.expiresAt())
                && lot.amount().signum() > 0
                && Objects.equals(lot.claim(), coming.claim())
                && (lot.activeFrom().equals(coming.activeFrom())
                        || (isBy(lot.activeFrom()) && isBy(coming.activeFrom())));
    }

    /** Lets everything go that has lapsed by now, in the order of time. */
    void lapse() {
        lapse(now());
    }

    /** Lets everything go that has lapsed by a time, in the order of time; returns it. */
    List<Lot> lapse(Instant by) {
        List<Lot> gone = lots.inOrder(lot -> !end(lot).isAfter(by));
        gone.forEach(this::lapse);
        return gone;
    }

    private void lapse(Lot lot) {
        take(lot, lot.amount(), Cause.EXPIRED, "");
        lapsed.remember(lot);
    }

    String newId(String kind) {
        String id = event + "/" + kind;
        int next = 2;
        while (taken(id) || lapsed.hasId(id)) {
            Meter.tick();
            id = event + "/" + kind + "/" + next++;
        }
        return id;
    }

    boolean taken(String id) {
        return lots.hasId(id);
    }
}
