package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.Arrays;
import org.regulars.internal.values.AmountsByKind;

/** How much there is of each of some kinds. */
final class Amounts extends ByName<BigDecimal> implements AmountsByKind.Source {

    /** Of nothing. */
    Amounts() {}

    private Amounts(Amounts others) {
        super(others);
    }

    /** The same, to be changed. */
    Amounts copy() {
        return new Amounts(this);
    }

    /** How much there is of a kind; zero if it has not come up. */
    BigDecimal of(String kind) {
        BigDecimal sum = get(kind);
        return sum == null ? BigDecimal.ZERO : sum;
    }

    /** Adds an amount, which may be below zero. */
    void add(String kind, BigDecimal amount) {
        BigDecimal sum = get(kind);
        put(kind, sum == null ? amount : sum.add(amount));
    }

    /** Makes it so much of a kind, if it is less. */
    void raiseTo(String kind, BigDecimal amount) {
        BigDecimal sum = get(kind);
        put(kind, sum == null ? amount : sum.max(amount));
    }

    /** All of them, in the order of the kinds and in their plain form. */
    @Override
    public AmountsByKind at(int any) {
        String[] kinds = new String[size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = name(i);
        }
        Arrays.sort(kinds);
        BigDecimal[] amounts = new BigDecimal[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            amounts[i] = of(kinds[i]);
        }
        return AmountsByKind.ofSorted(kinds, amounts);
    }
}
