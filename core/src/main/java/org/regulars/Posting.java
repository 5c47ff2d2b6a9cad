package org.regulars;

import java.math.BigDecimal;
import org.regulars.internal.values.Values;

/**
 * One movement of a kind in or out of a member's lots.
 *
 * <p>The balance afterwards is the balance before plus the sum of the postings, kind by kind.
 *
 * @param kind what moved: {@code stamps}
 * @param amount how much; negative when it left
 * @param cause why
 * @param at when, as ISO-8601 text in UTC: the time of the event, or the time at which it expired
 * @param lot the lot it came to or went from, as that was left
 * @param rule the rule by which it was spent or claimed; empty for what no single rule moved: what was earned, which the
 *     {@link Tally} explains, what expired, was corrected, taken or given back
 */
public record Posting(String kind, BigDecimal amount, Cause cause, String at, Lot lot, String rule) {

    /** Why a kind moved. */
    public enum Cause {
        /** Earned by this event. */
        EARNED,
        /** Paid for a reward. */
        SPENT,
        /** Gone at the end of its life. */
        EXPIRED,
        /** A right to something free next time, given by a reward. */
        CLAIM_GIVEN,
        /** Such a right, used. */
        CLAIM_USED,
        /** Became another kind, or came of one. */
        CONVERTED,
        /** Lapsed before, and came back. */
        REINSTATED,
        /** Lost by a rule. */
        FORFEITED,
        /** Given or taken by staff. */
        CORRECTED,
        /** Spent or used before, and given back because that was returned. */
        GIVEN_BACK,
        /** Given before, and taken back because that was returned. */
        TAKEN_BACK
    }

    /** Keeps the amount in its plain form. */
    public Posting {
        amount = Values.plain(amount);
    }
}
