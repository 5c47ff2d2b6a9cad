package org.regulars.benchmarks;

import java.math.BigDecimal;
import org.regulars.benchmarks.Shop.Goods;
import org.regulars.benchmarks.Shop.Shopping;

/** What a campaign asks for besides the goods it is for. */
enum Condition {
    WEEKEND,
    THREE_OR_MORE,
    IN_THE_APP,
    SILVER_OR_GOLD,
    FROM_TEN;

    boolean holds(Shopping shopping, Goods goods) {
        return switch (this) {
            case WEEKEND -> shopping.weekend();
            case THREE_OR_MORE -> goods.units() >= 3;
            case IN_THE_APP -> shopping.channel().equals(Shop.APP);
            case SILVER_OR_GOLD -> !shopping.holder().tier().equals(Shop.GREEN);
            case FROM_TEN -> goods.amount().compareTo(BigDecimal.TEN) >= 0;
        };
    }
}
