package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regulars.Lot;
import org.regulars.Posting.Cause;
import org.regulars.internal.program.Midnights.Midnight;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;
import org.regulars.program.Kind;

/**
 * What events do to a member's lots: what is earned and given comes in, what is spent, used, lost and taken back goes out, and
 * some of it comes to live longer.
 */
final class Ledger extends Lots {

    private static final String OWN_LIFE = " to ";

    private final Lifetimes lifetimes;
    private Amounts before;
    private final Amounts lent = new Amounts();
    private Map<String, Instant> endsBefore = Map.of();
    private @Nullable Instant lastActive;

    /**
     * The lots of a member.
     *
     * @param clock the member's
     * @param lastActive when they were last active, or null for never
     */
    Ledger(Lifetimes lifetimes, Clock clock, @Nullable Instant lastActive, List<Lot> lots, List<Lot> lapsed) {
        super(clock, lots, lapsed);
        this.lifetimes = lifetimes;
        this.before = holdings().active();
        this.lastActive = lastActive;
    }

    /**
     * Goes on to the next event, or to what is asked at a moment of the calendar.
     *
     * @param id what new lots are called after
     * @param time when it happens, from which what it gives counts
     */
    void begin(String id, Instant time) {
        // Before the clock moves: what becomes spendable at this very moment was not there before.
        before = holdings().active();
        moveTo(time);
        called(id);
        lent.clear();
        endsBefore = Map.of();
    }

    /** How much of each kind can be spent, what is held and what is lent; to be changed as it is spent. */
    Amounts spendable() {
        Amounts spendable = holdings().active().copy();
        lent.forEach(spendable::add);
        return spendable;
    }

    /** How much of a kind can be spent: what is held and what is lent. */
    BigDecimal spendable(String kind) {
        return held(kind).add(lent.of(kind));
    }

    /** What can be spent beyond what is held, by kind. */
    Amounts lent() {
        return lent;
    }

    /** What was held before the event, by kind. */
    Amounts before() {
        return before;
    }

    /** What is left of what could be spent before the event. */
    BigDecimal spendableBeforehand(String kind) {
        return before.of(kind).add(lent.of(kind)).subtract(spent(kind));
    }

    /** What the event has taken of a kind so far, for rewards and by rights that were used. */
    BigDecimal spent(String kind) {
        return spent().of(kind);
    }

    /**
     * How much of what the event earns of a kind it can spend itself: all, or none while it is pending or if lapsed.
     *
     * @param life how long it lives, or null for as long as its kind says
     */
    BigDecimal spendableAtOnce(String kind, BigDecimal earned, @Nullable Expiry life) {
        Kind defined = lifetimes.kind(kind);
        Midnight end = endOfNew(at(), defined, life);
        boolean alive = end == null || end.time().isAfter(now());
        return alive && !lifetimes.activeFrom(defined, at()).isAfter(now()) ? earned : BigDecimal.ZERO;
    }

    /** Lets the member spend so much more of a kind than they hold; of several the largest counts. */
    void lend(String kind, BigDecimal amount) {
        lent.raiseTo(kind, amount);
    }

    /**
     * Starts the life of every kind anew that lives on with activity.
     *
     * @param active when the member was last active, which may be later than an event that comes late
     */
    void restartLives(Instant active) {
        lastActive = active;
        if (!lifetimes.anyRestartsWithActivity()) {
            return;
        }
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            Kind kind = lifetimes.kind(lot.kind());
            if (lot.amount().signum() > 0 && lifetimes.restartsWithActivity(kind) && !livesForItsOwn(lot)) {
                Midnight end = endOfNew(at(), kind, null);
                // What was extended may live longer already.
                if (end != null && end.time().isAfter(end(lot))) {
                    lots.set(i, lot.expiringAt(end.text()));
                }
            }
        }
    }

    /** Adds an amount that lives as its kind says, or as it says itself; come so late that it has lapsed, it goes at once. */
    void add(String kind, BigDecimal amount, @Nullable Expiry life, Cause cause, String rule) {
        add(at(), kind, amount, life, null, cause, rule);
    }

    /** Adds an amount as if it had come at a time before, to live from then. */
    void addSince(Instant earned, String kind, BigDecimal amount, Cause cause) {
        add(earned, kind, amount, null, null, cause, "");
    }

    /** Adds rights to something free. */
    void claim(Lot.Claim claim, BigDecimal quantity, @Nullable Expiry life) {
        add(at(), "free " + claim.what(), quantity, life, claim, Cause.CLAIM_GIVEN, claim.rule());
    }

    /** Takes what a reward costs; the member must hold it or be lent it. */
    void spend(String kind, BigDecimal amount, String rule) {
        BigDecimal left = takeActive(kind, amount, Cause.SPENT, rule);
        if (left.signum() > 0) {
            if (lent.of(kind).compareTo(left) < 0) {
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
                lapsed().remember(lot.withAmount(left.subtract(rest)).expiringAt(at().toString()));
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
        endsBefore = endsBefore.isEmpty() ? new HashMap<>() : endsBefore;
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
        endsBefore = endsBefore.isEmpty() ? new HashMap<>() : endsBefore;
        for (Lot lot : List.copyOf(lapsed().lots())) {
            if (lot.kind().equals(kind) && !end(lot).isBefore(since)) {
                lapsed().forget(lot);
                Lot again = taken(lot.id()) ? lot.named(newId(kind)) : lot;
                endsBefore.put(again.id(), end(lot));
                add(again.expiringAt(end.apply(end(lot)).toString()), Cause.REINSTATED, rule);
                back = back.add(lot.amount());
            }
        }
        return back;
    }

    /** From when what comes now is gone; what comes late lives on with what the member has done since. */
    private @Nullable Midnight endOfNew(Instant at, Kind kind, @Nullable Expiry life) {
        boolean livesOn = life == null && lifetimes.restartsWithActivity(kind);
        Instant from = livesOn && lastActive != null && lastActive.isAfter(at) ? lastActive : at;
        return lifetimes.expiresAt(kind, from, life);
    }

    private void add(
            Instant since,
            String kind,
            BigDecimal amount,
            @Nullable Expiry life,
            Lot.@Nullable Claim claim,
            Cause cause,
            String rule) {
        Kind defined = lifetimes.kind(kind);
        Midnight end = endOfNew(since, defined, life);
        String earned = since.equals(at()) ? atText() : Values.text(since);
        Instant active = lifetimes.activeFrom(defined, since);
        String from = active.equals(since) ? earned : Values.text(active);
        Coming coming = new Coming(kind, amount, earned, from, end == null ? null : end.text(), claim);
        // What lives for its own time has an id of its own, the same whatever else there is.
        String name = life == null || end == null ? kind : kind + OWN_LIFE + end.text();
        add(coming, name, cause, rule);
    }

    /** Whether an amount lives for as long as its award said, and not as its kind does; its id tells. */
    static boolean livesForItsOwn(Lot lot) {
        String id = lot.id();
        int at = id.indexOf(OWN_LIFE);
        return at > 0 && id.contains("/" + lot.kind() + OWN_LIFE);
    }
}
