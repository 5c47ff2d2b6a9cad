package org.regulars.examples.foodmart;

import java.math.BigDecimal;

/** What one rule gave over all purchases. */
final class RuleAccount {

    private final String rule;
    private int purchases;
    private BigDecimal points = BigDecimal.ZERO;
    private BigDecimal off = BigDecimal.ZERO;

    RuleAccount(String rule) {
        this.rule = rule;
    }

    void countPurchase() {
        purchases++;
    }

    void addPoints(BigDecimal more) {
        points = points.add(more);
    }

    void addOff(BigDecimal more) {
        off = off.add(more);
    }

    String rule() {
        return rule;
    }

    /** In how many purchases it gave something. */
    int purchases() {
        return purchases;
    }

    /** The points it brought, exact; see {@link Credits}. */
    BigDecimal points() {
        return points;
    }

    /** What it took off the bills, in money. */
    BigDecimal off() {
        return off;
    }
}
