package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.values.Scope;

/**
 * The factors on one kind. Of many, those that reach an earning are found by its lines, so that not every earning is held
 * against every factor.
 *
 * <p>A factor on the whole purchase reaches every earning, one on lines those whose lines are all among its own.
 */
final class Factors {

    /** They are multiplied exactly, so a thousand fine ones would come to a number that fills the memory. */
    private static final int MOST_DIGITS = 1000;

    /** None on a kind. */
    static final Factors NONE = new Factors();

    /** So many are looked through in less time than it takes to find them. */
    private static final int FEW = 8;

    /** A factor, and whether it has reached any earning by now. */
    private static final class Factor {

        private final Proposal proposal;
        private final BigDecimal by;
        private boolean reaching;

        Factor(Proposal proposal, BigDecimal by) {
            this.proposal = proposal;
            this.by = by;
        }
    }

    private final List<Factor> all = new ArrayList<>(4);
    private @Nullable Lookup lookup;

    /** Adds a factor. */
    void add(Proposal proposal, BigDecimal by) {
        all.add(new Factor(proposal, by));
    }

    int size() {
        return all.size();
    }

    /** The factor that was added as the so manyeth. */
    Proposal proposal(int place) {
        return all.get(place).proposal;
    }

    /** Whether that has reached an earning that was asked for by now. */
    boolean isReaching(int place) {
        return all.get(place).reaching;
    }

    /** An amount earned on these lines, times all factors that reach it. */
    BigDecimal times(BigDecimal amount, List<Integer> lines) {
        if (all.isEmpty()) {
            return amount;
        }
        BigDecimal by = all.size() > FEW ? lookedUp(lines) : product(all, lines);
        return by.compareTo(BigDecimal.ONE) == 0 ? amount : amount.multiply(by);
    }

    private BigDecimal lookedUp(List<Integer> lines) {
        if (lookup == null) {
            lookup = new Lookup(all);
        }
        return lookup.product(lines);
    }

    private static BigDecimal product(List<Factor> factors, List<Integer> lines) {
        return product(BigDecimal.ONE, factors, lines);
    }

    private static BigDecimal product(BigDecimal before, List<Factor> factors, List<Integer> lines) {
        BigDecimal product = before;
        for (int i = 0; i < factors.size(); i++) {
            Factor factor = factors.get(i);
            Meter.tick();
            if (Scope.reaches(factor.proposal.lines(), lines)) {
                factor.reaching = true;
                product = product.compareTo(BigDecimal.ONE) == 0 ? factor.by : product.multiply(factor.by);
                if (product.precision() > MOST_DIGITS) {
                    throw tooLong(factor);
                }
            }
        }
        return product;
    }

    private static Refusal tooLong(Factor factor) {
        return new Refusal(
                factor.proposal.offer(),
                "and the factors before it on " + Sorts.what(factor.proposal.decision())
                        + " come to a number of more than " + MOST_DIGITS
                        + " digits. Maybe one factor for the whole purchase?");
    }

    /** Many factors, by the lines they are on. */
    private static final class Lookup {

        private final List<Factor> onWhole = new ArrayList<>();
        private final Map<Integer, List<Factor>> onLine = new HashMap<>();
        private final Map<List<Integer>, BigDecimal> worked = new HashMap<>();

        Lookup(List<Factor> all) {
            for (Factor factor : all) {
                List<Integer> lines = factor.proposal.lines();
                if (lines.isEmpty()) {
                    onWhole.add(factor);
                }
                for (int i = 0; i < lines.size(); i++) {
                    onLine.computeIfAbsent(lines.get(i), any -> new ArrayList<>(2))
                            .add(factor);
                }
            }
        }

        BigDecimal product(List<Integer> lines) {
            return worked.computeIfAbsent(lines, this::reckoned);
        }

        private BigDecimal reckoned(List<Integer> lines) {
            BigDecimal whole = Factors.product(onWhole, lines);
            // All others that reach these lines are on the first of them.
            List<Factor> near = lines.isEmpty() ? List.of() : onLine.getOrDefault(lines.get(0), List.of());
            return Factors.product(whole, near, lines);
        }
    }
}
