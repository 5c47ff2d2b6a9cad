package org.regulars;

import java.math.BigDecimal;
import org.regulars.decisions.Limit;
import org.regulars.internal.values.Values;

/**
 * A limit that something earned went through, whether it cut anything or not.
 *
 * @param offer the rule that set it
 * @param kind what it limits
 * @param onOffer the rule whose awards alone it limits, or empty for everything earned of the kind
 * @param per how often that much can be earned
 * @param from the first date of the time it counts over, as ISO-8601 text; empty for one purchase or award
 * @param most how much can be earned
 * @param before how much had been earned of it before
 * @param wanted how much would have been earned now without it
 * @param allowed how much it let through
 */
public record Limited(
        Offer offer,
        String kind,
        String onOffer,
        Limit.Per per,
        String from,
        BigDecimal most,
        BigDecimal before,
        BigDecimal wanted,
        BigDecimal allowed) {

    /** Keeps the amounts in their plain form. */
    public Limited {
        most = Values.plain(most);
        before = Values.plain(before);
        wanted = Values.plain(wanted);
        allowed = Values.plain(allowed);
    }
}
