package org.regulars.examples.foodmart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written, the same in every country. */
final class Figures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Figures() {}

    /** How many: 58,381. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Points and stamps, to the nearest whole one. */
    static String whole(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,d", toWhole(amount).toBigIntegerExact());
    }

    static BigDecimal toWhole(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP);
    }

    /** Money, to the nearest cent: 1,764,546.44. */
    static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }

    /** A share, to the nearest tenth of a per cent. */
    static String percent(BigDecimal part, BigDecimal all) {
        BigDecimal percent =
                all.signum() == 0 ? BigDecimal.ZERO : part.multiply(HUNDRED).divide(all, 1, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,.1f %%", percent);
    }

    /** The word with a capital letter. */
    static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
