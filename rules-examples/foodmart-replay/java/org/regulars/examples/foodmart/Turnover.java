package org.regulars.examples.foodmart;

import java.math.BigDecimal;
import org.regulars.Posting;

/** How much of one kind members were given and spent. */
final class Turnover {

    private BigDecimal given = BigDecimal.ZERO;
    private BigDecimal spent = BigDecimal.ZERO;

    void enter(Posting posting) {
        if (posting.amount().signum() > 0) {
            given = given.add(posting.amount());
        } else {
            spent = spent.subtract(posting.amount());
        }
    }

    BigDecimal given() {
        return given;
    }

    BigDecimal spent() {
        return spent;
    }
}
