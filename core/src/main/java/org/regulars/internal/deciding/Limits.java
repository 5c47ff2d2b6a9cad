package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.regulars.Limited;
import org.regulars.Member;
import org.regulars.decisions.Limit;
import org.regulars.decisions.Limit.Per;
import org.regulars.internal.values.Values;
import org.regulars.program.Kind;

/**
 * What limits let through of what one event earns.
 *
 * <p>They are held against it from the shortest time to the longest, each against what the one before let through. First,
 * exact and before anything is rounded, come those on each award and those on one rule's awards; then, on the rounded
 * total, those on everything earned of a kind. Of several on the same the smallest counts.
 *
 * <p>Nothing is counted here, so that what is earned can be tried out: the counters are told once, at the end.
 */
final class Limits {

    private final Counters counters;
    private final Instant at;
    private Map<String, Map<Counters.Key, Proposal>> smallest = Map.of();
    private final List<Limited> limited = new ArrayList<>();

    private Limits(Counters counters, Instant at) {
        this.counters = counters;
        this.at = at;
    }

    /**
     * The limits that the rules set.
     *
     * @param proposals in order
     * @param counters what has been counted before
     * @param at when the event happens, by which it is counted to its day, month and year
     */
    static Limits of(List<Proposal> proposals, Counters counters, Instant at) {
        Limits limits = new Limits(counters, at);
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            if (proposal.decision() instanceof Limit limit) {
                limits.smallest = limits.smallest.isEmpty() ? new HashMap<>() : limits.smallest;
                String onOffer = limit.ofItsOffer() ? proposal.offer().name() : "";
                limits.smallest
                        .computeIfAbsent(limit.kind(), any -> new TreeMap<>())
                        .merge(
                                new Counters.Key(limit.kind(), limit.per(), onOffer),
                                proposal,
                                (one, other) -> amount(other).compareTo(amount(one)) < 0 ? other : one);
            }
        }
        return limits;
    }

    /** Every limit that something went through so far. */
    List<Limited> limited() {
        return limited;
    }

    /** What is left of awards of a kind, by the limits on each of them and on those of one rule. */
    List<Award> cut(String kind, List<Award> awards) {
        Map<Counters.Key, Proposal> onKind = on(kind);
        List<Award> left = awards;
        if (onKind.isEmpty()) {
            return left;
        }
        for (Per per : Per.values()) {
            for (Map.Entry<Counters.Key, Proposal> each : onKind.entrySet()) {
                Counters.Key key = each.getKey();
                if (key.per() == per && !key.onOffer().isEmpty()) {
                    left = ofOneRule(key, each.getValue(), left);
                }
            }
            Counters.Key ofAll = new Counters.Key(kind, per, "");
            Proposal onEach = onKind.get(ofAll);
            if (per == Per.AWARD && onEach != null) {
                left = left.stream()
                        .map(award -> eachAlone(ofAll, onEach, award))
                        .toList();
            }
        }
        return left;
    }

    /** What is left of all that is earned of a kind, by the limits on everything of it. */
    BigDecimal cut(Kind kind, BigDecimal total) {
        Map<Counters.Key, Proposal> onKind = on(kind.name());
        BigDecimal left = total;
        if (onKind.isEmpty()) {
            return left;
        }
        for (Per per : Per.values()) {
            Counters.Key key = new Counters.Key(kind.name(), per, "");
            Proposal by = onKind.get(key);
            if (per != Per.AWARD && by != null) {
                // What is whole stays whole: at most 2.5 stamps are 2.
                left = through(key, by, left, amount(by).setScale(kind.decimals(), RoundingMode.DOWN), kind.decimals());
            }
        }
        return left;
    }

    private Map<Counters.Key, Proposal> on(String kind) {
        return smallest.isEmpty() ? Map.of() : smallest.getOrDefault(kind, Map.of());
    }

    private List<Award> ofOneRule(Counters.Key key, Proposal by, List<Award> awards) {
        List<Award> own = awards.stream().filter(award -> isOf(key, award)).toList();
        if (own.isEmpty()) {
            return awards;
        }
        if (key.per() == Per.AWARD) {
            return awards.stream()
                    .map(award -> isOf(key, award) ? eachAlone(key, by, award) : award)
                    .toList();
        }
        BigDecimal wanted = own.stream().map(Award::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = through(key, by, wanted, amount(by), Integer.MAX_VALUE);
        String words = words(limited.get(limited.size() - 1));
        List<Award> after = new ArrayList<>();
        // One after the other, and not in proportion, so that what each is cut to can be written down exactly.
        for (Award award : awards) {
            BigDecimal allowed = isOf(key, award) ? award.amount().min(left) : award.amount();
            left = isOf(key, award) ? left.subtract(allowed) : left;
            after.add(award.cutTo(allowed, words));
        }
        return after;
    }

    private static boolean isOf(Counters.Key key, Award award) {
        return award.proposal().offer().name().equals(key.onOffer());
    }

    private Award eachAlone(Counters.Key key, Proposal by, Award award) {
        BigDecimal allowed = through(key, by, award.amount(), amount(by), Integer.MAX_VALUE);
        return award.cutTo(allowed, words(limited.get(limited.size() - 1)));
    }

    /** Holds one limit against an amount, and notes it. */
    private BigDecimal through(Counters.Key key, Proposal by, BigDecimal wanted, BigDecimal most, int decimals) {
        String from = "";
        BigDecimal before = BigDecimal.ZERO;
        if (Counters.isOverTime(key.per())) {
            from = counters.from(key.per(), at).toString();
            Member.Counted counted = counters.of(key, from);
            before = counted == null ? before : counted.allowed();
        }
        BigDecimal room = most.subtract(before).max(BigDecimal.ZERO);
        // What was counted under other rules may have more decimals than the kind has now.
        BigDecimal whole = room.scale() > decimals ? room.setScale(decimals, RoundingMode.DOWN) : room;
        BigDecimal allowed = wanted.min(whole);
        limited.add(new Limited(by.offer(), key.kind(), key.onOffer(), key.per(), from, most, before, wanted, allowed));
        return allowed;
    }

    /** The limit in words, for what it cut. */
    private static String words(Limited limited) {
        String before =
                limited.before().signum() == 0 ? "" : ", " + limited.before().toPlainString() + " of it before";
        return "at most " + limited.most().toPlainString() + " " + words(limited.per())
                + (limited.onOffer().isEmpty() ? " by \"" + limited.offer().name() + "\"" : "") + before;
    }

    private static String words(Per per) {
        return switch (per) {
            case AWARD -> "each time";
            case PURCHASE -> "a purchase";
            case DAY -> "a day";
            case WEEK -> "a week";
            case MONTH -> "a month";
            case YEAR -> "a year";
            case MEMBERSHIP_YEAR -> "a membership year";
        };
    }

    private static BigDecimal amount(Proposal proposal) {
        return proposal.decision() instanceof Limit limit ? Values.plain(limit.amount()) : BigDecimal.ZERO;
    }
}
