package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.values.Sum;

/**
 * How much of what is earned of one kind each line earned: what a rule earned on lines belongs to those of them that are paid for,
 * in proportion to what is paid; what none of them is paid for belongs to all.
 */
final class Shares {

    /** They need not be exact: they only say how whole amounts are spread. */
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final Bill bill;
    private final @Nullable BigDecimal[] atPlace;
    private boolean isAnyOnLines;
    private @Nullable Map<List<Integer>, BigDecimal> onSeveral;
    private @Nullable BigDecimal onAll;

    Shares(Bill bill) {
        this.bill = bill;
        this.atPlace = new BigDecimal[bill.order().size()];
    }

    /** Adds what was earned on some lines. */
    void add(List<Integer> lines, BigDecimal amount) {
        int[] places = bill.order().places(lines);
        if (!isAnyPaid(places)) {
            // Added up first: walking all lines for each decision would take decisions times lines.
            onAll = onAll == null ? amount : onAll.add(amount);
            return;
        }
        isAnyOnLines = true;
        if (places.length == 1) {
            give(places[0], amount);
        } else {
            onSeveral = onSeveral == null ? new LinkedHashMap<>() : onSeveral;
            onSeveral.merge(lines, amount, BigDecimal::add);
        }
    }

    /** How much of a total each line earned, at its place on the bill. */
    BigDecimal[] of(BigDecimal total, int decimals) {
        if (onSeveral != null) {
            onSeveral.forEach((lines, amount) -> share(amount, bill.order().places(lines)));
        }
        BigDecimal[] weights = new BigDecimal[atPlace.length];
        BigDecimal all = onAll == null || !isAnyOnLines ? BigDecimal.ZERO : allPaid();
        for (int place = 0; place < weights.length; place++) {
            if (onAll == null) {
                weights[place] = given(place);
            } else if (!isAnyOnLines) {
                // What is paid says the proportion by itself.
                weights[place] = paid(place).max(BigDecimal.ZERO);
            } else {
                // Each times what is paid for all lines, so that nothing is divided.
                weights[place] = onAll.multiply(paid(place).max(BigDecimal.ZERO))
                        .add(given(place).multiply(all));
            }
        }
        // In the order of the bill, by which the first of equal parts gets what is left over.
        return Allocation.spread(total, weights, decimals);
    }

    private void share(BigDecimal amount, int[] places) {
        BigDecimal all = BigDecimal.ZERO;
        for (int place : places) {
            all = place < 0 ? all : all.add(paid(place));
        }
        for (int place : places) {
            Meter.tick();
            if (place >= 0 && isPaid(place)) {
                give(place, amount.multiply(paid(place)).divide(all, DIGITS));
            }
        }
    }

    private BigDecimal allPaid() {
        Sum sum = new Sum();
        for (int place = 0; place < atPlace.length; place++) {
            sum.add(paid(place).max(BigDecimal.ZERO));
        }
        return sum.value();
    }

    private boolean isAnyPaid(int[] places) {
        for (int place : places) {
            if (place >= 0 && isPaid(place)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPaid(int place) {
        return paid(place).signum() > 0;
    }

    private BigDecimal paid(int place) {
        return bill.lines().get(place).paidAmount();
    }

    private void give(int place, BigDecimal amount) {
        BigDecimal before = atPlace[place];
        atPlace[place] = before == null ? amount : before.add(amount);
    }

    private BigDecimal given(int place) {
        BigDecimal amount = atPlace[place];
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
