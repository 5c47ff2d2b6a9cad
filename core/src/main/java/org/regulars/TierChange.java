package org.regulars;

import org.jspecify.annotations.Nullable;

/**
 * A member came to another tier, or keeps the one they have for longer.
 *
 * @param ladder the ladder it stands on
 * @param from the tier they had
 * @param to the tier they have now
 * @param through the last date it holds, as ISO-8601 text, or null for no end
 * @param cause why
 * @param rule the rule that did it; empty where none did
 */
public record TierChange(
        String ladder, String from, String to, @Nullable String through, Cause cause, String rule) {

    /** Why a tier changed. */
    public enum Cause {
        /** A rule gave it. */
        GIVEN,
        /** A rule gave it again, and so it holds for longer. */
        PROLONGED,
        /** The time it held for was over. */
        ENDED,
        /** What it was given for does not hold any more. */
        NOT_REACHED,
        /** A rule took it away. */
        FORFEITED,
        /** What it was given for was returned. */
        RETURNED
    }
}
