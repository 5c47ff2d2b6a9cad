package org.regulars.internal.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Money in the smallest unit of its currency. */
public final class Money {

    private Money() {}

    /** How many decimals the currency's smallest unit has: 2 for EUR, 0 for JPY. */
    public static int decimals(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /** An amount with all its decimals: 4.80. */
    public static String show(BigDecimal amount, int decimals) {
        return amount.scale() > decimals
                ? amount.toPlainString()
                : amount.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }
}
