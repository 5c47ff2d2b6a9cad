package org.regulars.internal.progress;

import java.math.BigDecimal;
import org.regulars.Offer;

/**
 * So much that a rule asks for before it gives something.
 *
 * @param rule what else is known of the rule
 * @param of what it asks for
 * @param needed how much of it
 * @param beyond whether more than that is needed, as in {@code amount > 50}
 */
record Threshold(Asking rule, Measured of, BigDecimal needed, boolean beyond) {

    /** What there must be so much of. */
    sealed interface Measured {

        /** Of a kind, among what the member holds. */
        record Held(String kind) implements Measured {}

        /** On the receipt: money or units, as it is worked out from there. */
        record OnReceipt(ReceiptAmount amount) implements Measured {}
    }

    /** The rule. */
    Offer offer() {
        return rule.offer();
    }
}
