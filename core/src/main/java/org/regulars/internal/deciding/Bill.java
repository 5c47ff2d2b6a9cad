package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.regulars.LineOutcome;
import org.regulars.decisions.Discount;
import org.regulars.internal.guard.Meter;
import org.regulars.internal.values.Money;
import org.regulars.internal.values.Values;

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

    /**
     * What of a line an offer is for: all that is not free, or some units of it.
     *
     * @param price what it costs before discounts
     * @param left what is left to pay for it, at most what is left on the line
     */
    private record Part(BillLine line, BigDecimal price, BigDecimal left) {}

    private final LineOrder order;
    private final List<BillLine> lines;
    private final int moneyDecimals;

    /** A bill of these lines, nothing taken off. */
    Bill(LineOrder order, int moneyDecimals) {
        this.order = order;
        this.moneyDecimals = moneyDecimals;
        this.lines = new ArrayList<>(order.size());
        for (int i = 0; i < order.size(); i++) {
            lines.add(new BillLine(order.at(i), moneyDecimals));
        }
    }

    /** The order of its lines. */
    LineOrder order() {
        return order;
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
        // A right may have been given without a currency, finer than this one goes.
        BigDecimal most = bound(upTo).setScale(moneyDecimals, RoundingMode.DOWN);
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal price = BigDecimal.ZERO;
        long wanted = quantity;
        TreeSet<Integer> from = new TreeSet<>();
        for (BillLine line : lines) {
            long units = line.line().isA(what) ? Math.min(wanted, line.unitsLeft()) : 0;
            if (units > 0) {
                value = value.add(line.worthOfNext(units, most));
                price = price.add(line.worthOfNext(units, NO_BOUND));
                line.giveAway(units, most);
                wanted -= units;
                from.add(line.line().number());
            }
        }
        String note = upTo == null || value.compareTo(price) == 0
                ? ""
                : "of each at most " + Money.show(upTo, moneyDecimals) + " is free";
        return new Off(List.copyOf(from), quantity - wanted, value, BigDecimal.ZERO, note);
    }

    /** What a discount would take off. */
    BigDecimal worth(Discount discount, List<Integer> matched) {
        List<Part> on = eligible(discount, matched);
        return value(discount, prices(on)).min(left(on));
    }

    /** Takes a discount off the lines it is for, in proportion to what is left to pay on each. */
    Off takeOff(Discount discount, List<Integer> matched) {
        List<Part> on = eligible(discount, matched);
        BigDecimal of = prices(on);
        BigDecimal meant = value(discount, of);
        BigDecimal value = meant.min(left(on));
        return new Off(spread(value, on), 0, value, of, note(discount, meant, value));
    }

    /** How the amount came about, as far as it is not the percentage or amount that was stated. */
    private String note(Discount discount, BigDecimal meant, BigDecimal value) {
        String basis = discount.basis() == null ? "" : times(discount.basis());
        String bound = value.compareTo(meant) < 0
                ? "no more was left to pay"
                : discount.upTo() != null && meant.compareTo(discount.upTo()) == 0
                        ? "at most " + Money.show(discount.upTo(), moneyDecimals)
                        : "";
        return basis + (basis.isEmpty() || bound.isEmpty() ? "" : "; ") + bound;
    }

    private String times(Discount.Basis basis) {
        String of = basis.of().toPlainString();
        if (basis.step() != null) {
            String step = basis.step().toPlainString();
            return basis.rate().toPlainString() + " for every whole " + step + " in " + of;
        }
        BigDecimal exact = Values.plain(basis.rate().multiply(basis.of()));
        String product = basis.rate().toPlainString() + " x " + of;
        return exact.scale() <= moneyDecimals ? product : product + " = " + exact.toPlainString() + ", rounded half up";
    }

    /** What is left to pay of a name or category, or of what a rule matched. */
    BigDecimal left(@Nullable String what, List<Integer> matched) {
        return left(whole(what, matched));
    }

    /** Takes an amount that is left to pay off the lines it is for; returns which these are. */
    List<Integer> takeOff(BigDecimal amount, @Nullable String what, List<Integer> matched) {
        return spread(amount, whole(what, matched));
    }

    List<LineOutcome> outcomes(Attribution earned) {
        LineOutcome[] outcomes = new LineOutcome[lines.size()];
        int next = 0;
        for (int place : order.placesByNumber()) {
            BillLine line = lines.get(place);
            outcomes[next++] = new LineOutcome(
                    line.line().number(),
                    line.line().amount(),
                    line.freeUnits(),
                    line.freeAmount(),
                    line.discount(),
                    line.paidAmount(),
                    line.toPay(),
                    earned.of(place));
        }
        return List.of(outcomes);
    }

    private List<Part> eligible(Discount discount, List<Integer> matched) {
        String what = discount.what();
        return what == null || discount.units() == 0 ? whole(what, matched) : cheapest(discount.units(), what);
    }

    private List<Part> whole(@Nullable String what, List<Integer> matched) {
        List<Part> parts = new ArrayList<>();
        for (BillLine line : what == null && !matched.isEmpty() ? matched(matched) : lines) {
            if (what == null || line.line().isA(what)) {
                Meter.tick();
                BigDecimal left = line.paidAmount();
                parts.add(new Part(line, left.add(line.discount()), left));
            }
        }
        return parts;
    }

    /** The lines that a rule matched, in the order of the bill. */
    private List<BillLine> matched(List<Integer> numbers) {
        List<BillLine> matched = new ArrayList<>(numbers.size());
        for (int place : order.places(numbers)) {
            if (place >= 0) {
                matched.add(lines.get(place));
            }
        }
        return matched;
    }

    /** The cheapest units that are not free. */
    private List<Part> cheapest(long units, String what) {
        List<Part> parts = new ArrayList<>();
        long wanted = units;
        for (BillLine line : lines) {
            long from = line.line().isA(what) ? Math.min(wanted, line.unitsLeft()) : 0;
            if (from > 0) {
                BigDecimal price = line.worthOfNext(from, NO_BOUND);
                parts.add(new Part(line, price, price.min(line.paidAmount())));
                wanted -= from;
            }
        }
        return parts;
    }

    private List<Integer> spread(BigDecimal amount, List<Part> on) {
        BigDecimal[] left = new BigDecimal[on.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = on.get(i).left();
        }
        BigDecimal[] parts = Allocation.spread(amount, left, moneyDecimals);
        TreeSet<Integer> from = new TreeSet<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].signum() > 0) {
                BillLine line = on.get(i).line();
                line.takeOff(parts[i]);
                from.add(line.line().number());
            }
        }
        return List.copyOf(from);
    }

    private BigDecimal value(Discount discount, BigDecimal of) {
        BigDecimal value = BigDecimal.ZERO;
        if (discount.percent() != null) {
            value = of.multiply(discount.percent()).divide(HUNDRED, moneyDecimals, RoundingMode.HALF_UP);
        } else if (discount.amount() != null) {
            value = discount.basis() == null
                    ? discount.amount()
                    : discount.amount().setScale(moneyDecimals, RoundingMode.HALF_UP);
        }
        return value.min(bound(discount.upTo()));
    }

    private static BigDecimal prices(List<Part> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Part part : parts) {
            sum = sum.add(part.price());
        }
        return sum;
    }

    private static BigDecimal left(List<Part> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Part part : parts) {
            sum = sum.add(part.left());
        }
        return sum;
    }

    private static BigDecimal bound(@Nullable BigDecimal upTo) {
        return upTo == null ? NO_BOUND : upTo;
    }
}
