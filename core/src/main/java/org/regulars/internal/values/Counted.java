package org.regulars.internal.values;

import java.math.BigDecimal;

/** So much of a kind, in words: kinds are called by their plural, and of one there is one. */
public final class Counted {

    private Counted() {}

    /** {@code 7 stamps}, {@code 1 stamp}, {@code 0.5 stamps}. A name that is no English plural stays as it is. */
    public static String of(BigDecimal amount, String kind) {
        return Values.plain(amount).toPlainString() + " "
                + (amount.compareTo(BigDecimal.ONE) == 0 ? Plural.singular(kind) : kind);
    }
}
