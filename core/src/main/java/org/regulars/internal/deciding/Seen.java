package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.regulars.Granted;
import org.regulars.Limited;
import org.regulars.LineOutcome;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.decisions.Cost;
import org.regulars.internal.program.Definitions;

/**
 * What an event came to, with what is kept of it: the side of a return that is compared with the other.
 *
 * @param postings what moved
 * @param limits the limits that what was earned went through
 * @param lines what became of the lines
 * @param toPay what there was to pay
 * @param statuses the tiers the member had then
 */
record Seen(
        List<Posting> postings,
        List<Limited> limits,
        List<LineOutcome> lines,
        BigDecimal toPay,
        List<Member.Status> statuses) {

    /** As it was decided. */
    static Seen of(Outcome outcome) {
        return new Seen(
                outcome.postings(),
                outcome.limits(),
                outcome.lines(),
                outcome.toPay(),
                outcome.memberAfter().statuses());
    }

    /**
     * As it was decided with free units that came back and stay taken. They are not on the receipt any more, and what was to pay
     * for them beyond a bound is not either.
     *
     * @param handedBack how many of them, by line
     * @param kept what is kept besides; of nothing there is nothing to deliver
     */
    static Seen without(Map<Integer, BigDecimal> handedBack, Outcome decided, Kept kept) {
        List<LineOutcome> lines = new ArrayList<>();
        BigDecimal toPay = decided.toPay();
        for (LineOutcome line : decided.lines()) {
            BigDecimal units = handedBack.getOrDefault(line.line(), BigDecimal.ZERO);
            BigDecimal beyond = kept.ofUnits(line, units, line.toPay().subtract(line.paid()));
            toPay = toPay.subtract(beyond);
            if (kept.quantity(line.line()).signum() > 0) {
                BigDecimal free = kept.ofUnits(line, units, line.freeAmount());
                lines.add(new LineOutcome(
                        line.line(),
                        line.amount().subtract(free).subtract(beyond),
                        line.freeUnits() - units.longValueExact(),
                        line.freeAmount().subtract(free),
                        line.discount(),
                        line.paid(),
                        line.toPay().subtract(beyond),
                        line.earned()));
            }
        }
        return new Seen(
                decided.postings(),
                decided.limits(),
                lines,
                kept.isNothing() ? BigDecimal.ZERO : toPay,
                decided.memberAfter().statuses());
    }

    /** As if it had never been. */
    static Seen nothing(List<Member.Status> statuses) {
        return new Seen(List.of(), List.of(), List.of(), BigDecimal.ZERO, statuses);
    }

    /**
     * The recorded shares of what is kept, where the rules that decided are not at hand: of what lines earned their part by
     * price; what rewards cost and rights that were used or given until all the lines they were for are back.
     */
    static Seen shares(Outcome outcome, Kept kept, Definitions definitions) {
        List<LineOutcome> lines = new ArrayList<>();
        // Delivery stays with what is kept, until nothing is.
        BigDecimal toPay = outcome.toPay();
        int decimals = 0;
        for (LineOutcome line : outcome.lines()) {
            decimals = Math.max(
                    decimals, Math.max(line.toPay().scale(), line.amount().scale()));
        }
        for (LineOutcome line : outcome.lines()) {
            int number = line.line();
            BigDecimal left = kept.share(number, line.toPay(), decimals);
            toPay = toPay.subtract(line.toPay()).add(left);
            lines.add(new LineOutcome(
                    number,
                    kept.share(number, line.amount(), decimals),
                    Math.min(
                            line.freeUnits(),
                            kept.quantity(line.line())
                                    .setScale(0, RoundingMode.DOWN)
                                    .longValueExact()),
                    kept.share(number, line.freeAmount(), decimals),
                    kept.share(number, line.discount(), decimals),
                    kept.share(number, line.paid(), decimals),
                    left,
                    earned(line, kept, definitions)));
        }
        Map<String, BigDecimal> earned = new TreeMap<>();
        lines.forEach(line -> line.earned().forEach((kind, amount) -> earned.merge(kind, amount, BigDecimal::add)));
        return new Seen(
                postings(outcome, earned, kept, definitions),
                limits(outcome, earned, definitions),
                lines,
                toPay,
                outcome.memberAfter().statuses());
    }

    /** What came in by this, or went out, lot by lot. */
    Map<String, BigDecimal> byLot(String kind, boolean in) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Posting posting : postings) {
            if (posting.kind().equals(kind)
                    && posting.cause() != Posting.Cause.EXPIRED
                    && !isDebt(posting)
                    && posting.amount().signum() > 0 == in) {
                sums.merge(posting.lot().id(), posting.amount().abs(), BigDecimal::add);
            }
        }
        return sums;
    }

    /** How much came in of a kind, or went out. */
    BigDecimal sum(String kind, boolean in) {
        return byLot(kind, in).values().stream().reduce(owed(kind, in), BigDecimal::add);
    }

    /** How much of a kind made good what was owed, or came to be owed. */
    BigDecimal owed(String kind, boolean madeGood) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Posting posting : postings) {
            boolean isIn = posting.amount().signum() > 0;
            if (posting.kind().equals(kind) && isDebt(posting) && isIn == madeGood) {
                sum = sum.add(posting.amount().abs());
            }
        }
        return sum;
    }

    /** Whether something moved in or out of what is owed: a lot that is below zero after it, or was before. */
    private static boolean isDebt(Posting posting) {
        BigDecimal after = posting.lot().amount();
        return after.signum() < 0 || after.subtract(posting.amount()).signum() < 0;
    }

    /** How much was earned of a kind. */
    BigDecimal earned(String kind) {
        return postings.stream()
                .filter(each -> each.kind().equals(kind) && each.cause() == Posting.Cause.EARNED)
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The lots that moved, as they last were. */
    Map<String, Lot> lots() {
        Map<String, Lot> lots = new TreeMap<>();
        postings.forEach(each -> lots.put(each.lot().id(), each.lot()));
        return lots;
    }

    private static Map<String, BigDecimal> earned(LineOutcome line, Kept kept, Definitions definitions) {
        Map<String, BigDecimal> part = new TreeMap<>();
        line.earned().forEach((kind, amount) -> {
            int places = Math.max(amount.scale(), definitions.kind(kind).decimals());
            part.put(kind, kept.share(line.line(), amount, places));
        });
        return part;
    }

    private static List<Posting> postings(
            Outcome outcome, Map<String, BigDecimal> earned, Kept kept, Definitions definitions) {
        Map<String, BigDecimal> undone = undone(outcome, kept);
        List<Posting> postings = new ArrayList<>();
        Map<String, List<Posting>> byKind = new TreeMap<>();
        for (Posting posting : outcome.postings()) {
            if (posting.cause() == Posting.Cause.EARNED) {
                byKind.computeIfAbsent(posting.kind(), any -> new ArrayList<>()).add(posting);
            } else {
                String what =
                        what(posting.rule(), posting.kind(), posting.amount().signum() > 0);
                BigDecimal less = undone.getOrDefault(what, BigDecimal.ZERO)
                        .min(posting.amount().abs());
                undone.merge(what, less.negate(), BigDecimal::add);
                BigDecimal left = posting.amount().abs().subtract(less);
                if (left.signum() > 0) {
                    BigDecimal moved = posting.amount().signum() > 0 ? left : left.negate();
                    postings.add(new Posting(
                            posting.kind(), moved, posting.cause(), posting.at(), posting.lot(), posting.rule()));
                }
            }
        }
        byKind.forEach((kind, all) -> {
            BigDecimal left = earned.getOrDefault(kind, BigDecimal.ZERO);
            int decimals = Math.max(left.scale(), definitions.kind(kind).decimals());
            BigDecimal[] weights = all.stream().map(Posting::amount).toArray(BigDecimal[]::new);
            BigDecimal[] parts = Allocation.spread(left, weights, decimals);
            for (int i = 0; i < parts.length; i++) {
                Posting was = all.get(i);
                postings.add(new Posting(kind, parts[i], was.cause(), was.at(), was.lot(), was.rule()));
            }
        });
        return postings;
    }

    /** How much of what rules took and gave is undone, because all the lines it was for are back. */
    private static Map<String, BigDecimal> undone(Outcome outcome, Kept kept) {
        Map<String, BigDecimal> undone = new TreeMap<>();
        for (Granted granted : outcome.granted()) {
            boolean back = granted.lines().isEmpty()
                    ? kept.isNothing()
                    : granted.lines().stream()
                            .allMatch(line -> kept.quantity(line).signum() == 0);
            Cost cost = granted.cost();
            String rule = granted.offer().name();
            if (back && cost != null && !cost.forGood()) {
                undone.merge(what(rule, cost.kind(), false), cost.amount(), BigDecimal::add);
            }
            if (back && granted.sort() == Granted.Sort.FREE_ITEM && cost == null) {
                undone.merge(what(rule, "free " + granted.what(), false), granted.amount(), BigDecimal::add);
            }
            if (back && granted.sort() == Granted.Sort.CLAIM) {
                undone.merge(what(rule, "free " + granted.what(), true), granted.amount(), BigDecimal::add);
            }
            if (back && granted.sort() == Granted.Sort.CONVERSION) {
                undone.merge(what(rule, granted.what(), true), granted.amount(), BigDecimal::add);
            }
        }
        return undone;
    }

    private static String what(String rule, String kind, boolean in) {
        return (in ? "+" : "-") + kind + " by " + rule;
    }

    /** What limits wanted and let through, in proportion to what is still earned. */
    private static List<Limited> limits(Outcome outcome, Map<String, BigDecimal> earned, Definitions definitions) {
        List<Limited> limits = new ArrayList<>();
        for (Limited each : outcome.limits()) {
            BigDecimal all = outcome.earned(each.kind());
            BigDecimal left = earned.getOrDefault(each.kind(), BigDecimal.ZERO);
            int decimals = definitions.kind(each.kind()).decimals();
            limits.add(new Limited(
                    each.offer(),
                    each.kind(),
                    each.onOffer(),
                    each.per(),
                    each.from(),
                    each.most(),
                    each.before(),
                    part(each.wanted(), left, all, decimals),
                    part(each.allowed(), left, all, decimals)));
        }
        return limits;
    }

    private static BigDecimal part(BigDecimal amount, BigDecimal of, BigDecimal all, int decimals) {
        return all.signum() == 0 ? BigDecimal.ZERO : amount.multiply(of).divide(all, decimals, RoundingMode.HALF_UP);
    }
}
