package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Posting;
import org.regulars.Posting.Cause;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;
import org.regulars.program.Kind;

/**
 * A member's lots while events are being decided: what comes in, what goes out, and a posting for each
 * movement, so that what is held afterwards is what was held before plus the postings.
 *
 * <p>What a member owes of a kind is one lot below zero. Whatever comes in of the kind makes it good first, so while there
 * is one nothing else of the kind is there.
 */
final class Ledger {

    /** What ends first is spent first, then what is oldest, then by id. */
    private static final Comparator<Lot> SPENDING_ORDER = Comparator.comparing(Ledger::end)
            .thenComparing(lot -> Values.moment(lot.earnedAt()))
            .thenComparing(Lot::id);

    private static final String OWN_LIFE = " to ";

    private final Lifetimes lifetimes;
    private final List<Lot> lots;
    private final List<Lot> lapsed;
    private final Map<String, BigDecimal> before = new HashMap<>();
    private final Map<String, BigDecimal> lent = new HashMap<>();
    private final Map<String, Instant> endsBefore = new HashMap<>();
    private List<Posting> postings = new ArrayList<>();
    private Instant now;
    private Instant at;
    private String event = "";
    private @Nullable Instant lastActive;

    /**
     * The lots of a member.
     *
     * @param now the member's clock
     * @param lastActive when they were last active, or null for never
     */
    Ledger(Lifetimes lifetimes, Instant now, @Nullable Instant lastActive, List<Lot> lots, List<Lot> lapsed) {
        this.lastActive = lastActive;
        this.lifetimes = lifetimes;
        this.now = now;
        this.at = now;
        this.lots = new ArrayList<>(lots);
        this.lapsed = new ArrayList<>(lapsed);
    }

    /**
     * Goes on to the next event or moment. The clock never runs backwards: for an event that comes late it stays.
     *
     * @param id what new lots are called after
     * @param time when it happens, from which what it gives counts
     */
    void begin(String id, Instant time) {
        // Before the clock moves: what becomes spendable at this very moment was not there before.
        before.clear();
        lots.stream().filter(this::isActive).forEach(lot -> before.merge(lot.kind(), lot.amount(), BigDecimal::add));
        event = id;
        at = time;
        now = time.isAfter(now) ? time : now;
        postings = new ArrayList<>();
        lent.clear();
        endsBefore.clear();
    }

    Instant now() {
        return now;
    }

    List<Lot> lots() {
        return lots;
    }

    /** The lots that lapsed last, as they were then. */
    List<Lot> lapsed() {
        return lapsed;
    }

    /** What moved since {@link #begin}. */
    List<Posting> postings() {
        return postings;
    }

    /** The kinds there are lots of. */
    Set<String> kinds() {
        Set<String> kinds = new TreeSet<>(lent.keySet());
        lots.forEach(lot -> kinds.add(lot.kind()));
        return kinds;
    }

    /** All lots that can be spent, what is spent first first. */
    List<Lot> inSpendingOrder() {
        return lots.stream()
                .filter(lot -> isActive(lot) && lot.amount().signum() > 0)
                .sorted(SPENDING_ORDER)
                .toList();
    }

    /** How much of a kind is there to spend; below zero if the member owes some. */
    BigDecimal held(String kind) {
        return sum(kind, true);
    }

    /** How much of a kind can be spent: what is held and what is lent. */
    BigDecimal spendable(String kind) {
        return held(kind).add(lent.getOrDefault(kind, BigDecimal.ZERO));
    }

    /** How much of a kind is there and cannot be spent yet. */
    BigDecimal pending(String kind) {
        return sum(kind, false);
    }

    /** What was held before the event, by kind. */
    Map<String, BigDecimal> before() {
        return before;
    }

    /** What is left of what could be spent before the event. */
    BigDecimal spendableBeforehand(String kind) {
        BigDecimal left = before.getOrDefault(kind, BigDecimal.ZERO).add(lent.getOrDefault(kind, BigDecimal.ZERO));
        return left.subtract(spent(kind));
    }

    /** What the event has taken of a kind so far, for rewards and by rights that were used. */
    BigDecimal spent(String kind) {
        BigDecimal spent = BigDecimal.ZERO;
        for (Posting posting : postings) {
            if (posting.kind().equals(kind) && posting.amount().signum() < 0 && posting.cause() != Cause.EXPIRED) {
                spent = spent.subtract(posting.amount());
            }
        }
        return spent;
    }

    /**
     * How much of what the event earns of a kind it can spend itself: all, or none while it is pending or if lapsed.
     *
     * @param life how long it lives, or null for as long as its kind says
     */
    BigDecimal spendableAtOnce(String kind, BigDecimal earned, @Nullable Expiry life) {
        Instant end = endOfNew(kind, life);
        boolean alive = end == null || end.isAfter(now);
        return alive && !lifetimes.activeFrom(kind, at).isAfter(now) ? earned : BigDecimal.ZERO;
    }

    /** Lets the member spend so much more of a kind than they hold; of several the largest counts. */
    void lend(String kind, BigDecimal amount) {
        lent.merge(kind, amount, BigDecimal::max);
    }

    /**
     * Starts the life of every kind anew that lives on with activity.
     *
     * @param active when the member was last active, which may be later than an event that comes late
     */
    void restartLives(Instant active) {
        lastActive = active;
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            if (lot.amount().signum() > 0 && lifetimes.restartsWithActivity(lot.kind()) && !livesForItsOwn(lot)) {
                Instant end = endOfNew(lot.kind(), null);
                // What was extended may live longer already.
                if (end != null && end.isAfter(end(lot))) {
                    lots.set(i, lot.expiringAt(end.toString()));
                }
            }
        }
    }

    /** Adds an amount that lives as its kind says, or as it says itself; come so late that it has lapsed, it goes at once. */
    void add(String kind, BigDecimal amount, @Nullable Expiry life, Cause cause, String rule) {
        add(newLot(kind, amount, life, null), cause, rule);
    }

    /** Adds an amount as if it had come at a time before, to live from then. */
    void addSince(Instant earned, String kind, BigDecimal amount, Cause cause) {
        Instant today = at;
        at = earned;
        Lot added = newLot(kind, amount, null, null);
        at = today;
        add(added, cause, "");
    }

    /** Adds rights to something free. */
    void claim(Lot.Claim claim, BigDecimal quantity, @Nullable Expiry life) {
        add(newLot("free " + claim.what(), quantity, life, claim), Cause.CLAIM_GIVEN, claim.rule());
    }

    /** Takes what a reward costs; the member must hold it or be lent it. */
    void spend(String kind, BigDecimal amount, String rule) {
        BigDecimal left = takeActive(kind, amount, Cause.SPENT, rule);
        if (left.signum() > 0) {
            if (lent.getOrDefault(kind, BigDecimal.ZERO).compareTo(left) < 0) {
                throw new IllegalStateException(
                        "Spent " + amount + " " + kind + " that are not there: " + left + " missing");
            }
            owe(kind, left, Cause.SPENT, rule);
        }
    }

    /** Uses rights to something free. */
    void use(Lot claimed, BigDecimal quantity) {
        take(
                claimed,
                quantity,
                Cause.CLAIM_USED,
                Objects.requireNonNull(claimed.claim()).rule());
    }

    /**
     * Takes as much of a kind as a policy allows: what is pending first, then what can be spent, then as a debt.
     *
     * @return how much the policy left with the member
     */
    BigDecimal takeBack(String kind, BigDecimal amount, Kind.TakeBack policy, Cause cause, String rule) {
        BigDecimal left = amount;
        for (Lot lot : pendingInOrder(kind)) {
            left = takeUpTo(lot, left, cause, rule);
        }
        if (policy != Kind.TakeBack.ONLY_PENDING) {
            left = takeActive(kind, left, cause, rule);
        }
        if (policy == Kind.TakeBack.UNLIMITED && left.signum() > 0) {
            owe(kind, left, cause, rule);
            left = BigDecimal.ZERO;
        }
        return left;
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

    /** Takes what had lapsed of a lot out of the memory of it, as far as there is so much; returns how much that is. */
    BigDecimal forgetLapsed(String lotId, BigDecimal amount) {
        BigDecimal found = BigDecimal.ZERO;
        for (int i = lapsed.size() - 1; i >= 0 && found.compareTo(amount) < 0; i--) {
            Lot lot = lapsed.get(i);
            if (lot.id().equals(lotId)) {
                BigDecimal part = lot.amount().min(amount.subtract(found));
                found = found.add(part);
                if (part.compareTo(lot.amount()) == 0) {
                    lapsed.remove(i);
                } else {
                    lapsed.set(i, lot.withAmount(lot.amount().subtract(part)));
                }
            }
        }
        return found;
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

    /**
     * Loses as much of a kind as there is of it, null for all; returns how much that was. It is remembered like what lapsed:
     * a return need not take it once more.
     */
    BigDecimal forfeit(String kind, @Nullable BigDecimal amount, String rule) {
        BigDecimal there = held(kind).max(BigDecimal.ZERO).add(pending(kind));
        BigDecimal lost = amount == null ? there : amount.min(there);
        BigDecimal left = lost;
        List<Lot> inOrder = Stream.concat(inSpendingOrder().stream(), pendingInOrder(kind).stream())
                .filter(lot -> lot.kind().equals(kind))
                .toList();
        for (Lot lot : inOrder) {
            BigDecimal rest = takeUpTo(lot, left, Cause.FORFEITED, rule);
            if (rest.compareTo(left) != 0) {
                remember(lot.withAmount(left.subtract(rest)).expiringAt(at.toString()));
            }
            left = rest;
        }
        return lost;
    }

    /**
     * Lets each amount of a kind live to a later end, worked out from the end it had before the event: of several that an
     * event gives the latest counts. Returns how much lives longer by it.
     */
    BigDecimal extend(String kind, UnaryOperator<Instant> end) {
        BigDecimal longer = BigDecimal.ZERO;
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            if (lot.kind().equals(kind) && lot.expiresAt() != null) {
                Instant later = end.apply(endsBefore.computeIfAbsent(lot.id(), any -> end(lot)));
                if (later.isAfter(end(lot))) {
                    lots.set(i, lot.expiringAt(later.toString()));
                    longer = longer.add(lot.amount());
                }
            }
        }
        return longer;
    }

    /** Brings back what lapsed of a kind at or after a time, to live to another end; returns how much that is. */
    BigDecimal reinstate(String kind, Instant since, UnaryOperator<Instant> end, String rule) {
        BigDecimal back = BigDecimal.ZERO;
        for (Lot lot : List.copyOf(lapsed)) {
            if (lot.kind().equals(kind) && !end(lot).isBefore(since)) {
                lapsed.remove(lot);
                Lot again = taken(lot.id()) ? lot.named(newId(kind)) : lot;
                endsBefore.put(again.id(), end(lot));
                add(again.expiringAt(end.apply(end(lot)).toString()), Cause.REINSTATED, rule);
                back = back.add(lot.amount());
            }
        }
        return back;
    }

    /** The next time after now that something becomes spendable, or null for none. */
    @Nullable
    Instant nextActivation() {
        return lots.stream()
                .map(lot -> Values.moment(lot.activeFrom()))
                .filter(time -> time.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The kinds of what becomes spendable at a time. */
    Set<String> activatedAt(Instant time) {
        Set<String> kinds = new TreeSet<>();
        lots.stream()
                .filter(lot -> Values.moment(lot.activeFrom()).equals(time))
                .forEach(lot -> kinds.add(lot.kind()));
        return kinds;
    }

    /** The next time that something lapses, or null for none. */
    @Nullable
    Instant nextEnd() {
        return lots.stream()
                .filter(lot -> lot.expiresAt() != null)
                .map(Ledger::end)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Lets everything go that has lapsed by now, in the order of time. */
    void lapse() {
        lapse(now);
    }

    /** Lets everything go that has lapsed by a time, in the order of time; returns it. */
    List<Lot> lapse(Instant by) {
        List<Lot> gone = lots.stream()
                .filter(lot -> !end(lot).isAfter(by))
                .sorted(SPENDING_ORDER)
                .toList();
        gone.forEach(this::lapse);
        return gone;
    }

    private void lapse(Lot lot) {
        take(lot, lot.amount(), Cause.EXPIRED, "");
        remember(lot);
    }

    private void remember(Lot lot) {
        lapsed.add(lot);
        // At once, and not when the member is saved: how much is remembered must not depend on how often that happens.
        if (lapsed.size() > Member.REMEMBERED) {
            lapsed.remove(0);
        }
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

    /** From when what comes now is gone; what comes late lives on with what the member has done since. */
    private @Nullable Instant endOfNew(String kind, @Nullable Expiry life) {
        boolean livesOn = life == null && lifetimes.restartsWithActivity(kind);
        Instant from = livesOn && lastActive != null && lastActive.isAfter(at) ? lastActive : at;
        return lifetimes.expiresAt(kind, from, life);
    }

    private Lot newLot(String kind, BigDecimal amount, @Nullable Expiry life, Lot.@Nullable Claim claim) {
        Instant end = endOfNew(kind, life);
        // What lives for its own time has an id of its own, the same whatever else there is.
        String name = life == null || end == null ? kind : kind + OWN_LIFE + end;
        return new Lot(
                newId(name),
                kind,
                amount,
                at.toString(),
                lifetimes.activeFrom(kind, at).toString(),
                end == null ? null : end.toString(),
                claim);
    }

    /** Whether an amount lives for as long as its award said, and not as its kind does; its id tells. */
    static boolean livesForItsOwn(Lot lot) {
        return lot.id().contains("/" + lot.kind() + OWN_LIFE);
    }

    private void add(Lot added, Cause cause, String rule) {
        BigDecimal left = payDebt(added.kind(), added.amount(), cause, rule);
        if (left.signum() == 0) {
            return;
        }
        Lot rest = added.withAmount(left);
        if (!end(rest).isAfter(now)) {
            // Apart from the others, which at this very moment may not have gone yet.
            lots.add(rest);
            post(left, cause, rest, rule);
            lapse(rest);
            return;
        }
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            if (isTheSameAs(lot, added)) {
                put(i, lot.withAmount(lot.amount().add(left)), left, cause, rule);
                return;
            }
        }
        lots.add(rest);
        post(left, cause, rest, rule);
    }

    /** Makes good what the member owes of a kind, with as much of an amount as it takes; returns the rest. */
    private BigDecimal payDebt(String kind, BigDecimal amount, Cause cause, String rule) {
        BigDecimal left = amount;
        for (Lot debt : List.copyOf(lots)) {
            if (left.signum() > 0 && debt.kind().equals(kind) && debt.amount().signum() < 0) {
                BigDecimal paid = left.min(debt.amount().negate());
                put(lots.indexOf(debt), debt.withAmount(debt.amount().add(paid)), paid, cause, rule);
                left = left.subtract(paid);
            }
        }
        return left;
    }

    private void owe(String kind, BigDecimal amount, Cause cause, String rule) {
        for (int i = 0; i < lots.size(); i++) {
            Lot debt = lots.get(i);
            if (debt.kind().equals(kind) && debt.amount().signum() < 0) {
                put(i, debt.withAmount(debt.amount().subtract(amount)), amount.negate(), cause, rule);
                return;
            }
        }
        Lot debt = new Lot(newId(kind), kind, amount.negate(), at.toString(), at.toString(), null, null);
        lots.add(debt);
        post(amount.negate(), cause, debt, rule);
    }

    private BigDecimal takeActive(String kind, BigDecimal amount, Cause cause, String rule) {
        BigDecimal left = amount;
        for (Lot lot : inSpendingOrder()) {
            left = lot.kind().equals(kind) ? takeUpTo(lot, left, cause, rule) : left;
        }
        return left;
    }

    private BigDecimal takeUpTo(Lot lot, BigDecimal amount, Cause cause, String rule) {
        BigDecimal taken = amount.min(lot.amount());
        if (taken.signum() > 0) {
            take(lot, taken, cause, rule);
        }
        return amount.subtract(taken);
    }

    private void take(Lot lot, BigDecimal amount, Cause cause, String rule) {
        put(lots.indexOf(lot), lot.withAmount(lot.amount().subtract(amount)), amount.negate(), cause, rule);
    }

    /** Puts a changed lot in the place of what it was; an empty one is gone. */
    private void put(int place, Lot changed, BigDecimal moved, Cause cause, String rule) {
        if (changed.amount().signum() == 0) {
            lots.remove(place);
        } else {
            lots.set(place, changed);
        }
        post(moved, cause, changed, rule);
    }

    private void post(BigDecimal amount, Cause cause, Lot lot, String rule) {
        Instant when = cause == Cause.EXPIRED ? end(lot) : at;
        postings.add(new Posting(lot.kind(), amount, cause, when.toString(), lot, rule));
    }

    /** Whether nothing can tell two amounts apart from now on: same kind, same end, spendable from the same time. */
    private boolean isTheSameAs(Lot lot, Lot other) {
        return lot.kind().equals(other.kind())
                && lot.amount().signum() > 0
                && Objects.equals(lot.expiresAt(), other.expiresAt())
                && Objects.equals(lot.claim(), other.claim())
                && (lot.activeFrom().equals(other.activeFrom()) || (isActive(lot) && isActive(other)));
    }

    private List<Lot> pendingInOrder(String kind) {
        return lots.stream()
                .filter(lot -> lot.kind().equals(kind) && !isActive(lot))
                .sorted(SPENDING_ORDER)
                .toList();
    }

    private BigDecimal sum(String kind, boolean active) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Lot lot : lots) {
            if (lot.kind().equals(kind) && isActive(lot) == active) {
                sum = sum.add(lot.amount());
            }
        }
        return sum;
    }

    private boolean isActive(Lot lot) {
        return !Values.moment(lot.activeFrom()).isAfter(now);
    }

    private static Instant end(Lot lot) {
        return lot.expiresAt() == null ? Instant.MAX : Values.moment(lot.expiresAt());
    }

    private String newId(String kind) {
        String id = event + "/" + kind;
        int next = 2;
        while (taken(id) || isRemembered(id)) {
            id = event + "/" + kind + "/" + next++;
        }
        return id;
    }

    /** A lot that lapsed may come back under its id. */
    private boolean isRemembered(String id) {
        return lapsed.stream().anyMatch(lot -> lot.id().equals(id));
    }

    private boolean taken(String id) {
        return lots.stream().anyMatch(lot -> lot.id().equals(id));
    }
}
