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
 */
public record Cost(BigDecimal amount, String kind, boolean withThisPurchase) {

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
