package org.regulars.examples.tpcds;

import java.math.BigDecimal;
import org.regulars.Granted;
import org.regulars.Outcome;

/** The books of the shop: what it sold and took back, what the card gave and took, and how long that took to decide. */
final class Books {

    private final Movements movements = new Movements();
    private int receipts;
    private int lines;
    private int returns;
    private BigDecimal sales = BigDecimal.ZERO;
    private BigDecimal paid = BigDecimal.ZERO;
    private BigDecimal refunded = BigDecimal.ZERO;
    private long freeUnits;
    private int owing;
    private int tierChanges;
    private long nanosDeciding;
    private long nanosReversing;

    /** A purchase and what came of it. */
    void bought(Outcome outcome, long nanos) {
        receipts++;
        lines += outcome.lines().size();
        sales = sales.add(outcome.purchase().total());
        paid = paid.add(outcome.toPay());
        for (Granted free : outcome.freeItems()) {
            freeUnits += free.amount().longValueExact();
        }
        nanosDeciding += nanos;
        movements.enter(outcome);
    }

    /** A return and what came of it. */
    void broughtBack(Outcome outcome, long nanos) {
        returns++;
        refunded = refunded.add(outcome.refund());
        nanosReversing += nanos;
        tierChanges += outcome.tierChanges().size();
        owing += outcome.memberAfter().lots().stream()
                        .anyMatch(lot -> lot.amount().signum() < 0)
                ? 1
                : 0;
        movements.enter(outcome);
    }

    /** Adds the books of another. */
    void add(Books others) {
        movements.add(others.movements);
        receipts += others.receipts;
        lines += others.lines;
        returns += others.returns;
        sales = sales.add(others.sales);
        paid = paid.add(others.paid);
        refunded = refunded.add(others.refunded);
        freeUnits += others.freeUnits;
        owing += others.owing;
        tierChanges += others.tierChanges;
        nanosDeciding += others.nanosDeciding;
        nanosReversing += others.nanosReversing;
    }

    /** What moved of each kind. */
    Movements movements() {
        return movements;
    }

    int receipts() {
        return receipts;
    }

    int lines() {
        return lines;
    }

    int returns() {
        return returns;
    }

    /** What all receipts came to before any offer. */
    BigDecimal sales() {
        return sales;
    }

    /** What was paid at the till. */
    BigDecimal paid() {
        return paid;
    }

    /** What was paid back for returns. */
    BigDecimal refunded() {
        return refunded;
    }

    /** The free units at the till, before returns. */
    long freeUnits() {
        return freeUnits;
    }

    /** The returns after which the member owed something. */
    int owing() {
        return owing;
    }

    /** How often a return took a tier away. */
    int tierChanges() {
        return tierChanges;
    }

    long decisionsPerSecond() {
        return perSecond(receipts, nanosDeciding);
    }

    long reversalsPerSecond() {
        return perSecond(returns, nanosReversing);
    }

    private static long perSecond(int times, long nanos) {
        return nanos == 0 ? 0 : Math.round(times * 1e9 / nanos);
    }
}
