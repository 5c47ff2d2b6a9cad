package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.values.Sum;
import org.regulars.program.Kind;

/**
 * How much of what is earned of one kind each line earned: what a rule earned on lines belongs to those of them that are paid for,
 * in proportion to what is paid; what none of them is paid for belongs to all.
 *
 * <p>Worked out when somebody asks for it. Only what is on several lines at once is worked out while the event is decided, because
 * it can take as many steps as there are decisions times lines, and those are to be counted.
 */
final class Shares {

    /** They need not be exact: they only say how whole amounts are spread. */
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final Bill bill;
    private final Kind kind;
    private final List<Award> awards;
    private final BigDecimal total;

    /** Null until it is asked for; threads that ask at once come to the same. */
    private volatile BigDecimal @Nullable [] ofLines;

    /**
     * What was earned of a kind.
     *
     * @param bill what is paid for; it does not change any more
     * @param awards what rules gave of it
     * @param total how much it came to
     */
    Shares(Bill bill, Kind kind, List<Award> awards, BigDecimal total) {
        this.bill = bill;
        this.kind = kind;
        this.awards = awards;
        this.total = total;
        for (int i = 0; i < awards.size(); i++) {
            if (awards.get(i).proposal().lines().size() > 1) {
                ofLines = new Weights(bill, kind, awards).spread(total);
                return;
            }
        }
    }

    String kind() {
        return kind.name();
    }

    /** How much the line at a place of the bill earned. */
    BigDecimal ofLine(int place) {
        BigDecimal[] worked = ofLines;
        if (worked == null) {
            worked = new Weights(bill, kind, awards).spread(total);
            ofLines = worked;
        }
        return worked[place];
    }

    /** How much was earned on which lines, by which a total is spread. */
    private static final class Weights {

        private final Bill bill;
        private final Kind kind;
        private final @Nullable BigDecimal[] atPlace;
        private final Map<List<Integer>, BigDecimal> onSeveral = new LinkedHashMap<>(0);
        private boolean isAnyOnLines;
        private @Nullable BigDecimal onAll;

        Weights(Bill bill, Kind kind, List<Award> awards) {
            this.bill = bill;
            this.kind = kind;
            this.atPlace = new BigDecimal[bill.order().size()];
            for (Award award : awards) {
                add(award.proposal().lines(), award.rounded(kind));
            }
            onSeveral.forEach((lines, amount) -> share(amount, bill.order().places(lines)));
        }

        /** How much of a total each line earned, at its place on the bill. */
        BigDecimal[] spread(BigDecimal total) {
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
            return Allocation.spread(total, weights, kind.decimals());
        }

        private void add(List<Integer> lines, BigDecimal amount) {
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
                onSeveral.merge(lines, amount, BigDecimal::add);
            }
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
}
