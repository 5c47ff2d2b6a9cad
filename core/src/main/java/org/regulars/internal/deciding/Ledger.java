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
import org.jspecify.annotations.Nullable;
import org.regulars.Lot;
import org.regulars.Posting;
import org.regulars.internal.values.Values;

/**
 * A member's lots while an event is being decided: what comes in, what goes out, and a posting for each
 * movement, so that what is held afterwards is what was held before plus the postings.
 */
final class Ledger {

    /** What ends first is spent first, then what is oldest, then by id. */
    private static final Comparator<Lot> SPENDING_ORDER = Comparator.comparing(Ledger::end)
            .thenComparing(lot -> Values.moment(lot.earnedAt()))
            .thenComparing(Lot::id);

    private final Lifetimes lifetimes;
    private final String event;
    private final Instant at;
    private final Instant now;
    private final List<Lot> lots;
    private final List<Posting> postings = new ArrayList<>();
    private final Map<String, BigDecimal> before = new HashMap<>();

    /**
     * The lots as they are when the event is decided; those that have lapsed by then are gone.
     *
     * @param at when the event happened, from which what it earns counts
     * @param now the member's clock: the same, or later if the event comes late
     */
    Ledger(Lifetimes lifetimes, String event, Instant at, Instant now, List<Lot> lots) {
        this.lifetimes = lifetimes;
        this.event = event;
        this.at = at;
        this.now = now;
        this.lots = new ArrayList<>(lots);
        expire();
        this.lots.stream()
                .filter(this::isActive)
                .forEach(lot -> before.merge(lot.kind(), lot.amount(), BigDecimal::add));
    }

    List<Lot> lots() {
        return lots;
    }

    List<Posting> postings() {
        return postings;
    }

    /** The kinds there are lots of. */
    Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        lots.forEach(lot -> kinds.add(lot.kind()));
        return kinds;
    }

    /** All lots that can be spent, what is spent first first. */
    List<Lot> inSpendingOrder() {
        return lots.stream().filter(this::isActive).sorted(SPENDING_ORDER).toList();
    }

    /** How much of a kind can be spent. */
    BigDecimal held(String kind) {
        return sum(kind, true);
    }

    /** How much of a kind is there and cannot be spent yet. */
    BigDecimal pending(String kind) {
        return sum(kind, false);
    }

    /** What could be spent before the event, by kind. */
    Map<String, BigDecimal> before() {
        return before;
    }

    /** What is left of what could be spent before the event. */
    BigDecimal heldBeforehand(String kind) {
        BigDecimal left = before.getOrDefault(kind, BigDecimal.ZERO);
        for (Posting posting : postings) {
            if (posting.kind().equals(kind)
                    && posting.amount().signum() < 0
                    && posting.cause() != Posting.Cause.EXPIRED) {
                left = left.add(posting.amount());
            }
        }
        return left;
    }

    /** What the event has taken of a kind so far, for rewards and by rights that were used. */
    BigDecimal spent(String kind) {
        return before.getOrDefault(kind, BigDecimal.ZERO).subtract(heldBeforehand(kind));
    }

    /** How much of what the event earns of a kind it can spend itself: all, or none while it is pending or if lapsed. */
    BigDecimal spendableAtOnce(String kind, BigDecimal earned) {
        Instant end = lifetimes.expiresAt(kind, at);
        boolean alive = end == null || end.isAfter(now);
        return alive && !lifetimes.activeFrom(kind, at).isAfter(now) ? earned : BigDecimal.ZERO;
    }

    /** Starts the life of every kind anew that lives on with activity. */
    void restartLives() {
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            if (lifetimes.restartsWithActivity(lot.kind())) {
                Instant end = lifetimes.expiresAt(lot.kind(), at);
                // An event that comes late must not take away what a later one gave.
                if (end != null && end.isAfter(end(lot))) {
                    lots.set(i, lot.expiringAt(end.toString()));
                }
            }
        }
    }

    /** Adds what was earned; earned so late that it has lapsed already, it goes at once. */
    void earn(String kind, BigDecimal amount) {
        add(kind, amount, null, Posting.Cause.EARNED, "");
        expire();
    }

    /** Adds rights to something free. */
    void claim(Lot.Claim claim, BigDecimal quantity) {
        add("free " + claim.what(), quantity, claim, Posting.Cause.CLAIM_GIVEN, claim.rule());
        expire();
    }

    /** Takes what a reward costs; the member must hold it. */
    void spend(String kind, BigDecimal amount, String rule) {
        BigDecimal left = amount;
        for (Lot lot : inSpendingOrder()) {
            if (left.signum() > 0 && lot.kind().equals(kind)) {
                BigDecimal taken = left.min(lot.amount());
                take(lot, taken, Posting.Cause.SPENT, rule);
                left = left.subtract(taken);
            }
        }
        if (left.signum() > 0) {
            throw new IllegalStateException(
                    "Spent " + amount + " " + kind + " that are not there: " + left + " missing");
        }
    }

    /** Uses rights to something free. */
    void use(Lot claimed, BigDecimal quantity) {
        take(
                claimed,
                quantity,
                Posting.Cause.CLAIM_USED,
                Objects.requireNonNull(claimed.claim()).rule());
    }

    private void expire() {
        for (Lot lot : List.copyOf(lots)) {
            if (!end(lot).isAfter(now)) {
                take(lot, lot.amount(), Posting.Cause.EXPIRED, "");
            }
        }
    }

    private void add(String kind, BigDecimal amount, Lot.@Nullable Claim claim, Posting.Cause cause, String rule) {
        if (amount.signum() == 0) {
            return;
        }
        Instant end = lifetimes.expiresAt(kind, at);
        Lot added = new Lot(
                newId(kind),
                kind,
                amount,
                at.toString(),
                lifetimes.activeFrom(kind, at).toString(),
                end == null ? null : end.toString(),
                claim);
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            if (isTheSameAs(lot, added)) {
                lots.set(i, lot.withAmount(lot.amount().add(amount)));
                postings.add(new Posting(kind, amount, cause, at.toString(), lot.id(), rule));
                return;
            }
        }
        lots.add(added);
        postings.add(new Posting(kind, amount, cause, at.toString(), added.id(), rule));
    }

    /** Whether nothing can tell two amounts apart from now on: same kind, same end, spendable from the same time. */
    private boolean isTheSameAs(Lot lot, Lot other) {
        return lot.kind().equals(other.kind())
                && Objects.equals(lot.expiresAt(), other.expiresAt())
                && Objects.equals(lot.claim(), other.claim())
                && (lot.activeFrom().equals(other.activeFrom()) || (isActive(lot) && isActive(other)));
    }

    private void take(Lot lot, BigDecimal amount, Posting.Cause cause, String rule) {
        int place = lots.indexOf(lot);
        BigDecimal left = lot.amount().subtract(amount);
        if (left.signum() == 0) {
            lots.remove(place);
        } else {
            lots.set(place, lot.withAmount(left));
        }
        Instant when = cause == Posting.Cause.EXPIRED ? end(lot) : at;
        postings.add(new Posting(lot.kind(), amount.negate(), cause, when.toString(), lot.id(), rule));
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
        while (taken(id)) {
            id = event + "/" + kind + "/" + next++;
        }
        return id;
    }

    private boolean taken(String id) {
        return lots.stream().anyMatch(lot -> lot.id().equals(id));
    }
}
