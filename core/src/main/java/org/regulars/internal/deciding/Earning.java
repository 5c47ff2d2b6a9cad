package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Limited;
import org.regulars.Refused;
import org.regulars.Tally;
import org.regulars.decisions.Bonus;
import org.regulars.decisions.Earn;
import org.regulars.decisions.Multiply;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.program.Definitions;
import org.regulars.program.Expiry;
import org.regulars.program.Kind;

/**
 * What an event earns: every {@code Earn} times the factors that reach it, added up and rounded kind by
 * kind, plus every {@code Bonus}, as far as limits let it through.
 */
final class Earning {

    /** Shares of a purchase among its lines need not be exact: they only say how whole amounts are spread. */
    private static final MathContext SHARES = MathContext.DECIMAL128;

    /** For reading: as the lines follow each other on the receipt. */
    private static final Comparator<Granted> LISTED = Comparator.comparing(Granted::sort)
            .thenComparing(granted -> granted.offer().name())
            .thenComparing(
                    granted -> granted.lines().isEmpty() ? 0 : granted.lines().get(0));

    private final Map<Integer, BigDecimal> paid = new LinkedHashMap<>();
    private final Map<String, OfKind> kinds = new TreeMap<>();
    private final Limits limits;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final List<Granted> granted = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Attribution attribution = new Attribution();
    private final List<Credit> credits = new ArrayList<>();

    /**
     * What is earned of a kind and lives equally long.
     *
     * @param life how long it lives, or null for as long as its kind says
     */
    record Credit(String kind, BigDecimal amount, @Nullable Expiry life) {}

    /** What the rules decided about one kind: what is earned of it and the factors on it, each in order. */
    private record OfKind(List<Proposal> earned, Factors factors) {}

    /**
     * Works everything out.
     *
     * @param lines what is paid for; none for an activity
     * @param proposals what the rules put forward, the best of their groups, in order
     * @param limits the limits to hold against it
     */
    Earning(Definitions definitions, List<BillLine> lines, List<Proposal> proposals, Limits limits) {
        this.limits = limits;
        for (BillLine line : lines) {
            BigDecimal amount = line.paidAmount();
            if (amount.signum() > 0) {
                paid.put(line.line().number(), amount);
            }
        }
        for (Proposal proposal : proposals) {
            sort(proposal);
        }
        kinds.forEach((name, all) -> {
            if (!all.earned().isEmpty()) {
                earn(definitions.kind(name), name, all);
            }
        });
        for (Proposal proposal : proposals) {
            if (proposal.decision() instanceof Multiply multiply
                    && !of(multiply.kind()).factors().hasReached(proposal)) {
                refused.add(Sorts.refused(
                        proposal,
                        Refused.Reason.NOTHING_TO_APPLY_TO,
                        "no " + multiply.kind() + " were earned on "
                                + (proposal.lines().isEmpty() ? "it" : "its lines")));
            }
        }
        granted.sort(LISTED);
    }

    List<Tally> tallies() {
        return List.copyOf(tallies.values());
    }

    List<Granted> granted() {
        return granted;
    }

    List<Refused> refused() {
        return refused;
    }

    /** Every limit that something went through. */
    List<Limited> limits() {
        return limits.limited();
    }

    /** What is earned, apart by how long it lives. */
    List<Credit> credits() {
        return credits;
    }

    Attribution attribution() {
        return attribution;
    }

    /** How much of a kind is earned in all. */
    BigDecimal total(String kind) {
        Tally tally = tallies.get(kind);
        return tally == null ? BigDecimal.ZERO : tally.total();
    }

    /** How much of a kind is earned in all, before the sum is rounded. */
    BigDecimal unrounded(String kind) {
        Tally tally = tallies.get(kind);
        return tally == null ? BigDecimal.ZERO : tally.exact().add(tally.bonus());
    }

    private void sort(Proposal proposal) {
        if (proposal.decision() instanceof Earn earn) {
            of(earn.kind()).earned().add(proposal);
        } else if (proposal.decision() instanceof Bonus bonus) {
            of(bonus.kind()).earned().add(proposal);
        } else if (proposal.decision() instanceof Multiply multiply) {
            of(multiply.kind()).factors().add(proposal);
        }
    }

    private OfKind of(String kind) {
        return kinds.computeIfAbsent(kind, any -> new OfKind(new ArrayList<>(), new Factors()));
    }

    private void earn(Kind kind, String name, OfKind all) {
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal bonus = BigDecimal.ZERO;
        Map<List<Integer>, BigDecimal> onLines = new LinkedHashMap<>();
        Map<Optional<Expiry>, BigDecimal> lives = new LinkedHashMap<>();
        for (Award award : limits.cut(name, awards(kind, all))) {
            BigDecimal amount = award.isFlat() ? kind.round(award.amount()) : award.amount();
            exact = award.isFlat() ? exact : exact.add(amount);
            bonus = award.isFlat() ? bonus.add(amount) : bonus;
            lives.merge(Optional.ofNullable(award.life()), amount, BigDecimal::add);
            onLines.merge(award.proposal().lines(), amount, BigDecimal::add);
            granted.add(granted(award));
        }
        for (Proposal proposal : all.factors().all()) {
            if (proposal.decision() instanceof Multiply multiply
                    && all.factors().hasReached(proposal)) {
                granted.add(granted(proposal, Granted.Sort.MULTIPLY, multiply.factor(), null, ""));
            }
        }
        BigDecimal rounded = kind.round(exact);
        BigDecimal uncut = rounded.add(bonus);
        BigDecimal total = limits.cut(kind, uncut);
        tallies.put(
                name,
                new Tally(
                        name,
                        exact,
                        rounded,
                        bonus,
                        uncut.subtract(total),
                        total,
                        kind.decimals(),
                        kind.rounding(),
                        kind.eachEarnRounded()));
        attribute(name, kind, total, shares(onLines));
        credit(name, kind, total, lives);
    }

    /** Everything of a kind, before any limit is held against it: an earning is rounded first if its kind says so. */
    private static List<Award> awards(Kind kind, OfKind all) {
        List<Award> awards = new ArrayList<>(all.earned().size());
        for (Proposal proposal : all.earned()) {
            Meter.tick();
            if (proposal.decision() instanceof Earn earn) {
                BigDecimal once = kind.eachEarnRounded() ? kind.round(earn.amount()) : earn.amount();
                awards.add(Award.whole(proposal, once.multiply(all.factors().on(proposal.lines()))));
            } else if (proposal.decision() instanceof Bonus extra) {
                awards.add(Award.whole(proposal, extra.amount()));
            }
        }
        return awards;
    }

    /** Spreads what is earned over how long its parts live. */
    private void credit(String name, Kind kind, BigDecimal total, Map<Optional<Expiry>, BigDecimal> lives) {
        List<Optional<Expiry>> inOrder = lives.keySet().stream()
                .sorted(Comparator.comparing(Optional::toString))
                .toList();
        List<BigDecimal> weights = inOrder.stream()
                .map(life -> lives.getOrDefault(life, BigDecimal.ZERO))
                .toList();
        List<BigDecimal> parts =
                inOrder.size() == 1 ? List.of(total) : Allocation.spread(total, weights, kind.decimals());
        for (int i = 0; i < parts.size(); i++) {
            credits.add(new Credit(name, parts.get(i), inOrder.get(i).orElse(null)));
        }
    }

    /**
     * Gives lines their part of what belongs to them, in proportion to what is paid for them.
     *
     * @param onLines what is earned, by the lines it was earned on; what none of them is paid for belongs to all
     */
    private Map<Integer, BigDecimal> shares(Map<List<Integer>, BigDecimal> onLines) {
        Map<Integer, BigDecimal> shares = new HashMap<>();
        BigDecimal onAll = BigDecimal.ZERO;
        boolean any = false;
        for (Map.Entry<List<Integer>, BigDecimal> each : onLines.entrySet()) {
            List<Integer> itsOwn =
                    each.getKey().stream().filter(paid::containsKey).toList();
            if (itsOwn.isEmpty()) {
                // Added up first: walking all lines for each decision would take decisions times lines.
                onAll = onAll.add(each.getValue());
                any = true;
            } else {
                share(each.getValue(), itsOwn, shares);
            }
        }
        if (any) {
            share(onAll, paid.keySet(), shares);
        }
        return shares;
    }

    private void share(BigDecimal amount, Collection<Integer> on, Map<Integer, BigDecimal> shares) {
        BigDecimal all = BigDecimal.ZERO;
        for (Integer line : on) {
            all = all.add(paid.getOrDefault(line, BigDecimal.ZERO));
        }
        for (Integer line : on) {
            Meter.tick();
            BigDecimal part = on.size() == 1
                    ? amount
                    : amount.multiply(paid.getOrDefault(line, BigDecimal.ZERO)).divide(all, SHARES);
            shares.merge(line, part, BigDecimal::add);
        }
    }

    private void attribute(String name, Kind kind, BigDecimal total, Map<Integer, BigDecimal> shares) {
        List<Integer> numbers = new ArrayList<>(shares.size());
        List<BigDecimal> weights = new ArrayList<>(shares.size());
        // In the order of the bill, by which the first of equal parts gets what is left over.
        for (Integer line : shares.size() == 1 ? shares.keySet() : paid.keySet()) {
            BigDecimal share = shares.get(line);
            if (share != null) {
                numbers.add(line);
                weights.add(share);
            }
        }
        List<BigDecimal> parts = Allocation.spread(total, weights, kind.decimals());
        for (int i = 0; i < parts.size(); i++) {
            attribution.add(numbers.get(i), name, parts.get(i));
        }
    }

    private static Granted granted(Award award) {
        if (award.proposal().decision() instanceof Earn earn) {
            Granted.Basis basis =
                    earn.basis() == null ? null : new Granted.Basis(earn.rate(), earn.step(), earn.basis());
            return granted(award.proposal(), Granted.Sort.EARN, earn.amount(), basis, award.note());
        }
        Bonus bonus = (Bonus) award.proposal().decision();
        return granted(award.proposal(), Granted.Sort.BONUS, bonus.amount(), null, award.note());
    }

    private static Granted granted(
            Proposal proposal, Granted.Sort sort, BigDecimal amount, Granted.@Nullable Basis basis, String note) {
        return new Granted(
                proposal.offer(),
                sort,
                amount,
                Sorts.what(proposal.decision()),
                proposal.lines(),
                BigDecimal.ZERO,
                basis,
                null,
                null,
                note);
    }
}
