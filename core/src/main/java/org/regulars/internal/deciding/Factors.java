package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.regulars.decisions.Multiply;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.values.Scope;

/**
 * The factors on one kind, found by the lines they are on, so that not every earning is held against every factor.
 *
 * <p>A factor on the whole purchase reaches every earning, one on lines those whose lines are all among its own.
 */
final class Factors {

    /** They are multiplied exactly, so a thousand fine ones would come to a number that fills the memory. */
    private static final int MOST_DIGITS = 1000;

    private final List<Proposal> all = new ArrayList<>();
    private final List<Proposal> onWhole = new ArrayList<>();
    private final Map<Integer, List<Proposal>> onLine = new HashMap<>();
    private final Map<List<Integer>, BigDecimal> worked = new HashMap<>();
    private final Set<Proposal> reaching = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Adds a factor. */
    void add(Proposal factor) {
        all.add(factor);
        if (factor.lines().isEmpty()) {
            onWhole.add(factor);
        }
        for (Integer line : factor.lines()) {
            onLine.computeIfAbsent(line, any -> new ArrayList<>()).add(factor);
        }
    }

    /** All of them, in order. */
    List<Proposal> all() {
        return all;
    }

    /** Whether a factor has reached any earning that was asked for by now. */
    boolean hasReached(Proposal factor) {
        return reaching.contains(factor);
    }

    /** What all factors come to that reach an earning on these lines. */
    BigDecimal on(List<Integer> lines) {
        if (all.isEmpty()) {
            return BigDecimal.ONE;
        }
        BigDecimal known = worked.get(lines);
        if (known == null) {
            known = product(lines);
            worked.put(lines, known);
        }
        return known;
    }

    private BigDecimal product(List<Integer> lines) {
        BigDecimal product = times(BigDecimal.ONE, onWhole, lines);
        return lines.isEmpty() ? product : times(product, onLine.getOrDefault(lines.get(0), List.of()), lines);
    }

    private BigDecimal times(BigDecimal before, List<Proposal> factors, List<Integer> lines) {
        BigDecimal product = before;
        for (Proposal factor : factors) {
            Meter.tick();
            if (factor.decision() instanceof Multiply multiply && Scope.reaches(factor.lines(), lines)) {
                reaching.add(factor);
                product = product.multiply(multiply.factor());
                if (product.precision() > MOST_DIGITS) {
                    throw new Refusal(
                            factor.offer(),
                            "and the factors before it on " + multiply.kind() + " come to a number of more than "
                                    + MOST_DIGITS + " digits. Maybe one factor for the whole purchase?");
                }
            }
        }
        return product;
    }
}
