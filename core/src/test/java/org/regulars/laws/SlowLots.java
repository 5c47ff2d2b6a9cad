package org.regulars.laws;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.laws.Card.TakenBack;

/** What a member holds of one kind over time, as a plain list that is gone through from the first to the last. */
final class SlowLots {

    /** An amount; below zero for what is owed. */
    static final class Held {
        final String id;
        final Instant earned;
        final Instant active;

        @Nullable
        Instant end;

        BigDecimal amount;

        Held(String id, Instant earned, Instant active, @Nullable Instant end, BigDecimal amount) {
            this.id = id;
            this.earned = earned;
            this.active = active;
            this.end = end;
            this.amount = amount;
        }

        Held of(BigDecimal other) {
            return new Held(id, earned, active, end, other);
        }

        boolean endsBy(Instant time) {
            return end != null && !end.isAfter(time);
        }
    }

    private static final Comparator<Held> FIRST = Comparator.comparing(
                    (Held held) -> held.end == null ? Instant.MAX : held.end)
            .thenComparing(held -> held.earned)
            .thenComparing(held -> held.id);

    private final Card card;
    private final List<Held> all = new ArrayList<>();
    private final Map<String, BigDecimal> lapsed = new TreeMap<>();
    private Instant now = Card.JOINED;
    private @Nullable Instant lastActive;

    SlowLots(Card card) {
        this.card = card;
    }

    SlowLots copy() {
        SlowLots copy = new SlowLots(card);
        all.forEach(held -> copy.all.add(held.of(held.amount)));
        copy.lapsed.putAll(lapsed);
        copy.now = now;
        copy.lastActive = lastActive;
        return copy;
    }

    void pass(Instant to) {
        now = to.isAfter(now) ? to : now;
        lapse();
    }

    /** What has reached its end goes, and it is remembered how much that was. */
    void lapse() {
        for (Held held : List.copyOf(all)) {
            if (held.endsBy(now)) {
                lapsed.merge(held.id, held.amount, BigDecimal::add);
                all.remove(held);
            }
        }
    }

    BigDecimal held() {
        return sum(true);
    }

    BigDecimal pending() {
        return sum(false);
    }

    /** Lets everything live anew that lives on with activity. */
    void active(Instant at) {
        lastActive = lastActive == null || at.isAfter(lastActive) ? at : lastActive;
        all.stream().filter(held -> held.amount.signum() > 0).forEach(this::alive);
    }

    /** Lets what came late, or had been put aside, live on until as long after the latest activity. */
    Held alive(Held held) {
        Instant end =
                lastActive == null || card.life() != Card.Life.TWO_MONTHS_SINCE_ACTIVITY ? null : card.end(lastActive);
        if (end != null && held.end != null && end.isAfter(held.end)) {
            held.end = end;
        }
        return held;
    }

    /** The lot in which an amount would be put. */
    Held lotFor(String id, Instant at) {
        Held added = alive(new Held(id, at, card.active(at), card.end(at), BigDecimal.ZERO));
        for (Held held : all) {
            boolean sameEnd = held.end == null ? added.end == null : held.end.equals(added.end);
            boolean sameStart = held.active.equals(added.active) || (isActive(held) && isActive(added));
            if (held.amount.signum() > 0 && sameEnd && sameStart) {
                return held;
            }
        }
        return added;
    }

    /** What is owed is made good first; the rest comes to its lot. */
    void add(Held lot, BigDecimal amount) {
        BigDecimal left = amount;
        for (Held debt : List.copyOf(all)) {
            if (debt.amount.signum() < 0) {
                BigDecimal paid = left.min(debt.amount.negate());
                debt.amount = debt.amount.add(paid);
                left = left.subtract(paid);
            }
        }
        if (left.signum() > 0) {
            Held there = find(lot.id);
            if (there == null) {
                all.add(lot.of(left));
            } else {
                there.amount = there.amount.add(left);
            }
        }
        all.removeIf(held -> held.amount.signum() == 0);
    }

    /** Spends what ends first; returns what came from where. */
    Map<String, Held> spend(BigDecimal amount) {
        Map<String, Held> from = new TreeMap<>();
        BigDecimal left = amount;
        for (Held held : all.stream().sorted(FIRST).toList()) {
            if (isActive(held) && held.amount.signum() > 0 && left.signum() > 0) {
                BigDecimal part = left.min(held.amount);
                from.put(held.id, held.of(part));
                left = left.subtract(take(held, part));
            }
        }
        return from;
    }

    /**
     * Takes back what had come to a lot.
     *
     * @param own how much of it had come to that lot, and not made good what was owed
     * @param comesBack how much comes back to the member by the same return
     * @return how much had lapsed, and how much stays with the member
     */
    BigDecimal[] takeBack(String lot, BigDecimal own, BigDecimal amount, BigDecimal comesBack, String by) {
        boolean onlyPending = card.policy() == TakenBack.WHILE_PENDING;
        BigDecimal paidByItself = comesBack.min(amount);
        Held there = find(lot);
        BigDecimal most = there == null
                ? BigDecimal.ZERO
                : onlyPending && isActive(there) ? there.amount.min(paidByItself) : there.amount;
        BigDecimal fromOwn = there == null ? BigDecimal.ZERO : take(there, most.min(own));
        paidByItself = paidByItself.subtract(fromOwn).max(BigDecimal.ZERO);
        BigDecimal gone = lapsed.getOrDefault(lot, BigDecimal.ZERO).min(own.subtract(fromOwn));
        lapsed.merge(lot, gone.negate(), BigDecimal::add);
        BigDecimal left = amount.subtract(fromOwn).subtract(gone);
        BigDecimal stays = take(left.min(paidByItself), TakenBack.WITHIN_BALANCE, by);
        left = left.subtract(left.min(paidByItself)).add(stays);
        if (!onlyPending) {
            left = take(left, card.policy(), by);
        }
        return new BigDecimal[] {gone, left};
    }

    /** Takes what is pending first, then what can be spent, then what is not there; returns what stays. */
    BigDecimal take(BigDecimal amount, TakenBack policy, String by) {
        BigDecimal left = amount;
        for (Held held : all.stream().sorted(FIRST).toList()) {
            left = isActive(held) ? left : left.subtract(take(held, left));
        }
        if (policy != TakenBack.WHILE_PENDING) {
            for (Held each : spend(left).values()) {
                left = left.subtract(each.amount);
            }
        }
        if (policy == TakenBack.IN_FULL && left.signum() > 0) {
            Held debt = all.stream()
                    .filter(held -> held.amount.signum() < 0)
                    .findFirst()
                    .orElse(null);
            if (debt == null) {
                all.add(new Held(by, now, Instant.MIN, null, left.negate()));
            } else {
                debt.amount = debt.amount.subtract(left);
            }
            left = BigDecimal.ZERO;
        }
        return left;
    }

    /** How much of what can be told apart by time: what can be spent now by its end, and what cannot yet by its start too. */
    Map<String, String> apart() {
        Map<String, BigDecimal> apart = new TreeMap<>();
        all.forEach(held -> apart.merge(
                key(held.amount, held.active.isAfter(now) ? held.active.toString() : "", String.valueOf(held.end)),
                held.amount,
                BigDecimal::add));
        return plain(apart);
    }

    /** The same of a member. */
    static Map<String, String> apart(Member member, String kind) {
        Instant now = Instant.parse(member.asOf());
        Map<String, BigDecimal> apart = new TreeMap<>();
        for (Lot lot : member.lots()) {
            if (lot.kind().equals(kind)) {
                boolean waits = Instant.parse(lot.activeFrom()).isAfter(now);
                apart.merge(
                        key(lot.amount(), waits ? lot.activeFrom() : "", String.valueOf(lot.expiresAt()))
                                + (lot.claim() == null ? "" : lot.claim()),
                        lot.amount(),
                        BigDecimal::add);
            }
        }
        return plain(apart);
    }

    private static String key(BigDecimal amount, String from, String end) {
        return amount.signum() < 0 ? "owed" : "from " + from + " until " + end;
    }

    private static Map<String, String> plain(Map<String, BigDecimal> amounts) {
        Map<String, String> plain = new TreeMap<>();
        amounts.forEach(
                (key, amount) -> plain.put(key, amount.stripTrailingZeros().toPlainString()));
        return plain;
    }

    private BigDecimal take(Held held, BigDecimal most) {
        BigDecimal part = held.amount.signum() <= 0 ? BigDecimal.ZERO : most.min(held.amount);
        held.amount = held.amount.subtract(part);
        all.removeIf(each -> each.amount.signum() == 0);
        return part;
    }

    private @Nullable Held find(String id) {
        return all.stream()
                .filter(held -> held.id.equals(id) && held.amount.signum() > 0)
                .findFirst()
                .orElse(null);
    }

    private boolean isActive(Held held) {
        return !held.active.isAfter(now);
    }

    private BigDecimal sum(boolean active) {
        return all.stream()
                .filter(held -> isActive(held) == active)
                .map(held -> held.amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
