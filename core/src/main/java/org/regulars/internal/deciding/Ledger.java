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

/**
 * A member's lots while an event is being decided: what comes in, what goes out, and a posting for each
 * movement, so that what is held afterwards is what was held before plus the postings.
 */
final class Ledger {

    /** What ends first is spent first, then what is oldest, then by id. */
    private static final Comparator<Lot> SPENDING_ORDER = Comparator.comparing(Ledger::end)
            .thenComparing(lot -> Instant.parse(lot.earnedAt()))
            .thenComparing(Lot::id);

    private final String event;
    private final String at;
    private final List<Lot> lots;
    private final List<Posting> postings = new ArrayList<>();
    private final Map<String, BigDecimal> before = new HashMap<>();

    Ledger(String event, String at, List<Lot> lots) {
        this.event = event;
        this.at = at;
        this.lots = new ArrayList<>(lots);
        lots.forEach(lot -> before.merge(lot.kind(), lot.amount(), BigDecimal::add));
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

    /** All lots, what is spent first first. */
    List<Lot> inSpendingOrder() {
        return lots.stream().sorted(SPENDING_ORDER).toList();
    }

    BigDecimal held(String kind) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Lot lot : lots) {
            if (lot.kind().equals(kind)) {
                sum = sum.add(lot.amount());
            }
        }
        return sum;
    }

    /** What is left of what was held before the event. */
    BigDecimal heldBeforehand(String kind) {
        BigDecimal left = before.getOrDefault(kind, BigDecimal.ZERO);
        for (Posting posting : postings) {
            if (posting.kind().equals(kind) && posting.amount().signum() < 0) {
                left = left.add(posting.amount());
            }
        }
        return left;
    }

    /** Adds what was earned. */
    void earn(String kind, BigDecimal amount) {
        add(kind, amount, null, Posting.Cause.EARNED, "");
    }

    /** Adds rights to something free. */
    void claim(Lot.Claim claim, BigDecimal quantity) {
        add("free " + claim.what(), quantity, claim, Posting.Cause.CLAIM_GIVEN, claim.rule());
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

    private void add(String kind, BigDecimal amount, Lot.@Nullable Claim claim, Posting.Cause cause, String rule) {
        if (amount.signum() == 0) {
            return;
        }
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            // Nothing can tell the two amounts apart: same kind, same end, both can be spent.
            if (lot.kind().equals(kind) && lot.expiresAt() == null && Objects.equals(lot.claim(), claim)) {
                lots.set(i, lot.withAmount(lot.amount().add(amount)));
                postings.add(new Posting(kind, amount, cause, lot.id(), rule));
                return;
            }
        }
        Lot lot = new Lot(newId(kind), kind, amount, at, at, null, claim);
        lots.add(lot);
        postings.add(new Posting(kind, amount, cause, lot.id(), rule));
    }

    private void take(Lot lot, BigDecimal amount, Posting.Cause cause, String rule) {
        int place = lots.indexOf(lot);
        BigDecimal left = lot.amount().subtract(amount);
        if (left.signum() == 0) {
            lots.remove(place);
        } else {
            lots.set(place, lot.withAmount(left));
        }
        postings.add(new Posting(lot.kind(), amount.negate(), cause, lot.id(), rule));
    }

    private static Instant end(Lot lot) {
        return lot.expiresAt() == null ? Instant.MAX : Instant.parse(lot.expiresAt());
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
