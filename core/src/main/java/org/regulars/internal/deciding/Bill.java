package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.regulars.LineOutcome;
import org.regulars.decisions.Discount;
import org.regulars.internal.values.Money;

/** The receipt while offers are taken off it at the till. Used by one decision. */
final class Bill {

    private static final long MOST_UNITS = 1_000_000_000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal NO_BOUND = BigDecimal.valueOf(Long.MAX_VALUE);

    /**
     * What an offer took off.
     *
     * @param lines the lines it was taken off, in order
     * @param units how many units became free
     * @param value how much money that is
     * @param of what a percentage was of
     * @param note what kept it from being more
     */
    record Off(List<Integer> lines, long units, BigDecimal value, BigDecimal of, String note) {}

    private final List<BillLine> lines;
    private final int moneyDecimals;

    /** A bill of these lines, in an order that does not depend on how they were listed. */
    Bill(List<BillLine> lines, int moneyDecimals) {
        this.lines = lines.stream().sorted(BillLine.CHEAPEST_FIRST).toList();
        this.moneyDecimals = moneyDecimals;
    }

    List<BillLine> lines() {
        return lines;
    }

    BigDecimal toPay() {
        BigDecimal sum = BigDecimal.ZERO;
        for (BillLine line : lines) {
            sum = sum.add(line.toPay());
        }
        return sum;
    }

    /** How many units there still are of a name or category. */
    long unitsLeft(String what) {
        long units = 0;
        for (BillLine line : lines) {
            units = line.line().isA(what) ? Math.min(units + line.unitsLeft(), MOST_UNITS) : units;
        }
        return units;
    }

    /** Makes the cheapest units of a name or category free, as many as there are. */
    Off giveAway(String what, long quantity, @Nullable BigDecimal upTo) {
        BigDecimal most = bound(upTo);
        BigDecimal value = BigDecimal.ZERO;
        long wanted = quantity;
        TreeSet<Integer> from = new TreeSet<>();
        for (BillLine line : lines) {
            long units = line.line().isA(what) ? Math.min(wanted, line.unitsLeft()) : 0;
            if (units > 0) {
                value = value.add(line.worthOfNext(units, most));
                line.giveAway(units, most);
                wanted -= units;
                from.add(line.line().number());
            }
        }
        String note = upTo == null ? "" : "of each at most " + Money.show(upTo, moneyDecimals) + " is free";
        return new Off(List.copyOf(from), quantity - wanted, value, BigDecimal.ZERO, note);
    }

    /** What a discount would take off. */
    BigDecimal worth(Discount discount, List<Integer> matched) {
        List<BillLine> on = eligible(discount, matched);
        return value(discount, beforeDiscounts(on)).min(sum(on));
    }

    /** Takes a discount off the lines it is for, in proportion to what is left to pay on each. */
    Off takeOff(Discount discount, List<Integer> matched) {
        List<BillLine> on = eligible(discount, matched);
        BigDecimal of = beforeDiscounts(on);
        BigDecimal left = sum(on);
        BigDecimal meant = value(discount, of);
        BigDecimal value = meant.min(left);
        List<BigDecimal> weights = on.stream().map(BillLine::paidAmount).toList();
        List<BigDecimal> parts = Allocation.spread(value, weights, moneyDecimals);
        TreeSet<Integer> from = new TreeSet<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).signum() > 0) {
                on.get(i).takeOff(parts.get(i));
                from.add(on.get(i).line().number());
            }
        }
        String note = value.compareTo(meant) < 0
                ? "no more was left to pay"
                : discount.upTo() != null && meant.compareTo(discount.upTo()) == 0
                        ? "at most " + Money.show(discount.upTo(), moneyDecimals)
                        : "";
        return new Off(List.copyOf(from), 0, value, of, note);
    }

    List<LineOutcome> outcomes(Attribution earned) {
        List<LineOutcome> outcomes = new ArrayList<>();
        for (BillLine line : lines) {
            outcomes.add(new LineOutcome(
                    line.line().number(),
                    line.line().amount(),
                    line.freeUnits(),
                    line.freeAmount(),
                    line.discount(),
                    line.paidAmount(),
                    line.toPay(),
                    earned.of(line.line().number())));
        }
        outcomes.sort((one, other) -> Integer.compare(one.line(), other.line()));
        return outcomes;
    }

    private List<BillLine> eligible(Discount discount, List<Integer> matched) {
        String what = discount.what();
        return lines.stream()
                .filter(line -> what != null
                        ? line.line().isA(what)
                        : matched.isEmpty() || matched.contains(line.line().number()))
                .toList();
    }

    private BigDecimal value(Discount discount, BigDecimal of) {
        BigDecimal value = BigDecimal.ZERO;
        if (discount.percent() != null) {
            value = of.multiply(discount.percent()).divide(HUNDRED, moneyDecimals, RoundingMode.HALF_UP);
        } else if (discount.amount() != null) {
            value = discount.amount();
        }
        return value.min(bound(discount.upTo()));
    }

    private static BigDecimal beforeDiscounts(List<BillLine> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BillLine line : lines) {
            sum = sum.add(line.paidAmount()).add(line.discount());
        }
        return sum;
    }

    private static BigDecimal sum(List<BillLine> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BillLine line : lines) {
            sum = sum.add(line.paidAmount());
        }
        return sum;
    }

    private static BigDecimal bound(@Nullable BigDecimal upTo) {
        return upTo == null ? NO_BOUND : upTo;
    }
}
