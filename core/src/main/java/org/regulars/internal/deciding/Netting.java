package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.regulars.Limited;
import org.regulars.Member;
import org.regulars.decisions.Limit;

/**
 * How much less is earned of a kind once something is returned, when limits had cut what was earned.
 *
 * <p>A limit is held against what is left after the return: what it had cut of other purchases in the same time comes in,
 * as far as the return makes room for it. (2 % of 63,000 with at most 1,250: returning 1,000 leaves 2 % of 62,000, which is
 * 1,240, and not 1,250 - 20.)
 */
final class Netting {

    /** What limits on one rule are held against is exact. */
    private static final int EXACT = Integer.MAX_VALUE;

    private final Counters counters;
    private final Seen before;
    private final Seen after;

    /**
     * Begins.
     *
     * @param counters the member's, as they are now
     */
    Netting(Counters counters, Seen before, Seen after) {
        this.counters = counters;
        this.before = before;
        this.after = after;
    }

    /** How much less is earned of a kind; the limits' counters are told. Below zero if more is. */
    BigDecimal less(String kind, int decimals) {
        BigDecimal less = before.earned(kind).subtract(after.earned(kind));
        BigDecimal cameIn = BigDecimal.ZERO;
        List<Limited> onOffers = inOrder(kind, true);
        for (String offer :
                new TreeSet<>(onOffers.stream().map(Limited::onOffer).toList())) {
            List<Limited> own = onOffers.stream()
                    .filter(limit -> limit.onOffer().equals(offer))
                    .toList();
            Limited last = own.get(own.size() - 1);
            BigDecimal allowed = allowed(before, last).subtract(allowed(after, last));
            cameIn = cameIn.add(allowed.subtract(through(own, EXACT)));
        }
        List<Limited> onAll = inOrder(kind, false);
        BigDecimal onThis = onAll.isEmpty() ? less : through(onAll, decimals);
        // It was earned by others, at their own times: limits on everything are not held against it, and only whole
        // units count.
        int places = Math.max(decimals, less.scale());
        return onThis.subtract(cameIn.setScale(places, RoundingMode.DOWN));
    }

    /**
     * By how much less limits let through, each held against what the one before lets through.
     *
     * @param limits at least one, the shorter time first
     */
    private BigDecimal through(List<Limited> limits, int decimals) {
        Limited first = limits.get(0);
        BigDecimal change = wanted(before, first).subtract(wanted(after, first));
        for (Limited limit : limits) {
            BigDecimal wanted = change.scale() > decimals ? change.setScale(decimals, RoundingMode.DOWN) : change;
            change = let(limit, wanted, allowed(before, limit).subtract(allowed(after, limit)));
        }
        return change;
    }

    /** By how much less a limit lets through once so much less is wanted. */
    private BigDecimal let(Limited limit, BigDecimal lessWanted, BigDecimal otherwise) {
        Counters.Key key = Counters.Key.of(limit);
        Member.Counted counted = counters.of(key, limit.from());
        if (counted == null) {
            return otherwise;
        }
        BigDecimal left = counted.wanted().subtract(lessWanted).max(BigDecimal.ZERO);
        BigDecimal less = counted.allowed().subtract(left.min(limit.most()));
        // Another amount may have been the most when the others were earned; a return never gives for that.
        less = lessWanted.signum() >= 0 ? less.max(BigDecimal.ZERO).min(lessWanted) : less.max(lessWanted);
        counters.add(key, limit.from(), lessWanted.negate(), less.negate());
        return less;
    }

    /** The limits of a kind over a time, the shorter time first, as they were applied. */
    private List<Limited> inOrder(String kind, boolean onOffers) {
        List<Limited> limits = new ArrayList<>();
        for (Seen seen : List.of(before, after)) {
            for (Limited each : seen.limits()) {
                boolean isNew = limits.stream().noneMatch(other -> isSame(other, each));
                if (each.kind().equals(kind)
                        && each.onOffer().isEmpty() != onOffers
                        && each.per().compareTo(Limit.Per.DAY) >= 0
                        && isNew) {
                    limits.add(each);
                }
            }
        }
        limits.sort(Comparator.comparing(Limited::per));
        return limits;
    }

    private static BigDecimal wanted(Seen seen, Limited limit) {
        Limited same = same(seen, limit);
        return same != null ? same.wanted() : limit.onOffer().isEmpty() ? seen.earned(limit.kind()) : BigDecimal.ZERO;
    }

    private static BigDecimal allowed(Seen seen, Limited limit) {
        Limited same = same(seen, limit);
        return same != null ? same.allowed() : limit.onOffer().isEmpty() ? seen.earned(limit.kind()) : BigDecimal.ZERO;
    }

    private static @Nullable Limited same(Seen seen, Limited limit) {
        return seen.limits().stream()
                .filter(each -> isSame(each, limit))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSame(Limited one, Limited other) {
        return one.kind().equals(other.kind())
                && one.per() == other.per()
                && one.onOffer().equals(other.onOffer())
                && one.from().equals(other.from());
    }
}
