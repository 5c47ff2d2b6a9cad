package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.regulars.Line;

/** One line of the receipt while offers are taken off it at the till. Used by one decision. */
final class BillLine {

    private final Line line;
    private final int moneyDecimals;
    private long freeUnits;
    private BigDecimal freeAmount = BigDecimal.ZERO;
    private BigDecimal supplement = BigDecimal.ZERO;
    private BigDecimal discount = BigDecimal.ZERO;

    BillLine(Line line, int moneyDecimals) {
        this.line = line;
        this.moneyDecimals = moneyDecimals;
    }

    Line line() {
        return line;
    }

    /**
     * Whole units that can be given away. A part of a unit cannot, and a unit that costs nothing anyway
     * would make the member pay points for nothing.
     */
    long unitsLeft() {
        if (line.amount().signum() == 0) {
            return 0;
        }
        return line.quantity().setScale(0, RoundingMode.DOWN).longValueExact() - freeUnits;
    }

    long freeUnits() {
        return freeUnits;
    }

    /** What free units would have cost, as far as they are free. */
    BigDecimal freeAmount() {
        return freeAmount;
    }

    BigDecimal discount() {
        return discount;
    }

    /** How much of it is not free. */
    BigDecimal paidQuantity() {
        return freeUnits == 0 ? line.quantity() : line.quantity().subtract(BigDecimal.valueOf(freeUnits));
    }

    /** What is paid for what is not free. This alone earns and counts. */
    BigDecimal paidAmount() {
        BigDecimal ofPaid = freeUnits == 0 ? line.amount() : line.amount().subtract(worth(freeUnits));
        return discount.signum() == 0 ? ofPaid : ofPaid.subtract(discount);
    }

    /** What the member pays for the line: what is not free, and what a free unit costs above its bound. */
    BigDecimal toPay() {
        return supplement.signum() == 0 ? paidAmount() : paidAmount().add(supplement);
    }

    /** What so many of the units that are not free yet would save the member, each up to a bound. */
    BigDecimal worthOfNext(long units, BigDecimal most) {
        BigDecimal price = worth(freeUnits + units).subtract(worth(freeUnits));
        return price.min(most.multiply(BigDecimal.valueOf(units)));
    }

    /** Makes units free, each up to a bound; what it is worth is taken off. */
    void giveAway(long units, BigDecimal most) {
        BigDecimal price = worth(freeUnits + units).subtract(worth(freeUnits));
        BigDecimal saved = worthOfNext(units, most);
        freeUnits += units;
        freeAmount = freeAmount.add(saved);
        supplement = supplement.add(price.subtract(saved));
    }

    /** Takes money off what is paid. */
    void takeOff(BigDecimal amount) {
        discount = discount.add(amount);
    }

    /** What so many units of the line cost; all of them together cost the line's amount, to the last cent. */
    private BigDecimal worth(long units) {
        return line.amount()
                .multiply(BigDecimal.valueOf(units))
                .divide(line.quantity(), moneyDecimals, RoundingMode.HALF_UP);
    }
}
