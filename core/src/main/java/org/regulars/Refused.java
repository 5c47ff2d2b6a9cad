package org.regulars;

import java.math.BigDecimal;
import org.regulars.internal.values.Values;

/**
 * Something a rule offered and the event did not give, and why.
 *
 * @param offer the rule; of what no rule offers, an offer by the name of what was asked for, without a file
 * @param sort what it would have been
 * @param what of what: a kind, an item, a benefit, a tier
 * @param reason why not
 * @param missing how much was missing, with {@link Reason#COST_MISSING}; zero otherwise
 * @param kind of what it was missing; empty otherwise
 * @param explanation the reason in words
 */
public record Refused(
        Offer offer,
        Granted.Sort sort,
        String what,
        Reason reason,
        BigDecimal missing,
        String kind,
        String explanation) {

    /** Why something was not given. */
    public enum Reason {
        /** The member does not hold what it costs. */
        COST_MISSING,
        /** Another offer of its group is better for the member. */
        NOT_THE_BEST,
        /** The basket has nothing it applies to, or nothing is left to take it off. */
        NOTHING_TO_APPLY_TO,
        /** The member has it already. */
        HAD_ALREADY,
        /** Less than the least that must be used could be used. */
        TOO_LITTLE,
        /** No rule offers what the member asked for, as things are. */
        NOT_OFFERED
    }

    /** Keeps the amount in its plain form. */
    public Refused {
        missing = Values.plain(missing);
    }
}
