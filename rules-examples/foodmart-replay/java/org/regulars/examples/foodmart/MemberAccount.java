package org.regulars.examples.foodmart;

import java.math.BigDecimal;
import org.regulars.Granted;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.examples.foodmart.data.Customer;

/** One member: what they hold now, and what they bought and got so far. */
final class MemberAccount {

    private final Customer customer;
    private Member member;
    private int visits;
    private BigDecimal spent = BigDecimal.ZERO;
    private BigDecimal points = BigDecimal.ZERO;
    private int freeItems;
    private BigDecimal freeValue = BigDecimal.ZERO;

    MemberAccount(Customer customer) {
        this.customer = customer;
        this.member = Receipts.member(customer);
    }

    void enter(Outcome outcome) {
        member = outcome.memberAfter();
        visits++;
        spent = spent.add(outcome.toPay());
        points = points.add(outcome.earned(Books.POINTS));
        for (Granted free : outcome.freeItems()) {
            freeItems += free.amount().intValueExact();
            freeValue = freeValue.add(free.value());
        }
    }

    Customer customer() {
        return customer;
    }

    /** The member to decide the next purchase for. */
    Member member() {
        return member;
    }

    int visits() {
        return visits;
    }

    /** What they paid. */
    BigDecimal spent() {
        return spent;
    }

    /** The points they were given, spent ones included. */
    BigDecimal points() {
        return points;
    }

    int freeItems() {
        return freeItems;
    }

    /** What the free items would have cost them. */
    BigDecimal freeValue() {
        return freeValue;
    }
}
