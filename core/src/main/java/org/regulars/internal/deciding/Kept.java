package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.regulars.Line;
import org.regulars.LineOutcome;
import org.regulars.Purchase;
import org.regulars.Return;
import org.regulars.internal.values.Money;

/**
 * What is kept of a purchase while parts of it come back.
 *
 * <p>What a kept part of a line costs is worked out from all that is kept of it, never from return to return, so that it
 * makes no difference in how many steps and in which order the parts come back, and all of them cost what the line did, to
 * the last cent.
 */
final class Kept {

    /** Money paid back on a line, and how much of the line was kept when it was. */
    private record PaidBack(BigDecimal money, BigDecimal quantity) {}

    /** A line as far as it is kept. */
    private static final class KeptLine {
        private final Line line;
        private final int decimals;
        private BigDecimal quantity;
        private final List<PaidBack> paidBack = new ArrayList<>();
        private final List<Return.Part> returned = new ArrayList<>();

        KeptLine(Line line, int decimals) {
            this.line = line;
            this.decimals = decimals;
            this.quantity = line.quantity();
        }

        BigDecimal amount() {
            return amount(quantity);
        }

        /**
         * What so much of it costs: its share of the line's price, less its share of what was paid back since, as one
         * fraction that is rounded once.
         */
        BigDecimal amount(BigDecimal quantity) {
            BigDecimal numerator = line.amount().multiply(quantity);
            BigDecimal denominator = line.quantity();
            for (PaidBack each : paidBack) {
                numerator = numerator
                        .multiply(each.quantity())
                        .subtract(each.money().multiply(quantity).multiply(denominator));
                denominator = denominator.multiply(each.quantity());
            }
            // Half a cent that was rounded up, and paid back, is not owed.
            return numerator.divide(denominator, decimals, RoundingMode.HALF_UP).max(BigDecimal.ZERO);
        }

        /** Takes down what came back; units that follow each other are one part. */
        void note(BigDecimal back, @Nullable BigDecimal money) {
            int last = returned.size() - 1;
            if (money == null && last >= 0 && returned.get(last).money() == null) {
                BigDecimal before = Objects.requireNonNull(returned.get(last).quantity());
                returned.set(last, new Return.Part(line.number(), before.add(back), null));
            } else {
                returned.add(new Return.Part(line.number(), back.signum() == 0 ? null : back, money));
            }
        }

        boolean isGone() {
            return quantity.signum() == 0;
        }
    }

    private final Purchase purchase;
    private final List<KeptLine> lines;
    private final Map<Integer, KeptLine> byNumber = new HashMap<>();

    /** All of a purchase. */
    Kept(Purchase purchase) {
        this.purchase = purchase;
        int decimals = Money.decimals(purchase.currency());
        this.lines = purchase.lines().stream()
                .map(line -> new KeptLine(line, decimals))
                .toList();
        lines.forEach(line -> byNumber.put(line.line.number(), line));
    }

    /**
     * Takes parts away; none for everything. Throws a {@link Refusal} if something is to come back that is not kept.
     */
    Kept without(List<Return.Part> parts) {
        if (parts.isEmpty()) {
            if (isNothing()) {
                throw new Refusal("Nothing is kept any more of '" + purchase.id() + "'. Maybe it came back before?");
            }
            lines.stream().filter(line -> !line.isGone()).forEach(line -> take(Return.line(line.line.number())));
        }
        parts.forEach(this::take);
        return this;
    }

    /** All that came back, as parts that could come back at once. */
    List<Return.Part> returned() {
        return lines.stream().flatMap(line -> line.returned.stream()).toList();
    }

    boolean isNothing() {
        return lines.stream().allMatch(KeptLine::isGone);
    }

    /** How much of a line is kept. */
    BigDecimal quantity(int number) {
        return line(number).quantity;
    }

    /** How much of a line came back. */
    BigDecimal returned(int number) {
        KeptLine line = line(number);
        return line.line.quantity().subtract(line.quantity);
    }

    /** The part of an amount that belongs to what is kept of a line, by what it costs, rounded once to some decimals. */
    BigDecimal share(int number, BigDecimal amount, int places) {
        KeptLine line = line(number);
        boolean free = line.line.amount().signum() == 0;
        BigDecimal kept = free ? line.quantity : line.amount();
        BigDecimal all = free ? line.line.quantity() : line.line.amount();
        return amount.multiply(kept).divide(all, places, RoundingMode.HALF_UP);
    }

    /** The part of an amount of money that so many of a line's free units have in it. */
    BigDecimal ofUnits(LineOutcome line, BigDecimal units, BigDecimal amount) {
        return units.signum() == 0
                ? BigDecimal.ZERO
                : amount.multiply(units)
                        .divide(BigDecimal.valueOf(line.freeUnits()), line(line.line()).decimals, RoundingMode.HALF_UP);
    }

    /** The purchase as if nothing else had been bought, or null if nothing is kept. */
    @Nullable
    Purchase purchase() {
        return purchaseWith(Map.of());
    }

    /**
     * The purchase with what is kept and some units more, or null if that is nothing.
     *
     * @param more units that came back, by line
     */
    @Nullable
    Purchase purchaseWith(Map<Integer, BigDecimal> more) {
        List<Line> left = new ArrayList<>();
        for (KeptLine line : lines) {
            BigDecimal quantity = line.quantity.add(more.getOrDefault(line.line.number(), BigDecimal.ZERO));
            if (quantity.signum() > 0) {
                left.add(line.line.costing(quantity, line.amount(quantity)));
            }
        }
        return left.isEmpty() ? null : purchase.withLines(left);
    }

    private void take(Return.Part part) {
        KeptLine line = line(part.line());
        String which = "line " + part.line() + " (" + line.line.name() + ")";
        BigDecimal quantity = part.quantity();
        BigDecimal money = part.money();
        if (line.isGone()) {
            throw new Refusal("Nothing is kept any more of " + which + ". Maybe it came back before?");
        }
        if ((quantity != null && quantity.signum() <= 0) || (money != null && money.signum() <= 0)) {
            throw new Refusal("Of " + which + " nothing or less is to come back. Maybe leave it out?");
        }
        if (quantity != null && quantity.compareTo(line.quantity) > 0) {
            throw new Refusal(quantity.toPlainString() + " of " + which + " cannot come back: "
                    + line.quantity.toPlainString() + " of "
                    + line.line.quantity().toPlainString()
                    + " bought are still kept. Maybe another line?");
        }
        if (money != null && (money.compareTo(line.amount()) > 0 || money.scale() > line.decimals)) {
            throw new Refusal(
                    "Of " + which + " " + money.toPlainString() + " cannot be paid back: what is kept of it costs "
                            + Money.show(line.amount(), line.decimals) + ". Maybe another line?");
        }
        if (money != null) {
            line.paidBack.add(new PaidBack(money, line.quantity));
        }
        BigDecimal all = money == null ? line.quantity : BigDecimal.ZERO;
        BigDecimal back = quantity == null ? all : quantity;
        line.quantity = line.quantity.subtract(back);
        line.note(back, money);
    }

    private KeptLine line(int number) {
        KeptLine line = byNumber.get(number);
        if (line == null) {
            throw new Refusal("There is no line " + number + " on '" + purchase.id() + "'. Maybe one of "
                    + purchase.lines().stream().map(Line::number).toList() + "?");
        }
        return line;
    }
}
