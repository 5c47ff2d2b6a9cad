package org.regulars.decisions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/**
 * What a reward costs the member. The cost belongs to the reward: either both happen or neither.
 *
 * @param amount how much, above zero
 * @param kind of what: {@code stamps}
 * @param withThisPurchase whether what this very purchase earns may pay for it; if not, the member must
 *     hold the cost beforehand
 * @param forGood whether it stays spent when what it was paid for is brought back
 */
public record Cost(BigDecimal amount, String kind, boolean withThisPurchase, boolean forGood) {

    static Cost of(BigDecimal amount, String kind) {
        return new Cost(amount, kind, false, false);
    }

    Cost alsoOfThisPurchase() {
        return new Cost(amount, kind, true, forGood);
    }

    Cost stayingSpent() {
        return new Cost(amount, kind, withThisPurchase, true);
    }

    static void refuseSecond(@Nullable Cost first, String kind) {
        if (first != null) {
            throw new IllegalArgumentException(
                    "A reward has one cost, and this one costs " + first.kind() + " already, not also " + kind);
        }
    }

    /** Refuses a cost of nothing or less. */
    public Cost {
        amount = Values.plain(amount);
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("A cost is more than nothing, not " + amount + " " + kind);
        }
    }
}
