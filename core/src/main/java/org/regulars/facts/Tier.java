package org.regulars.facts;

import java.util.List;

/**
 * Where a member stands on a ladder.
 *
 * @param name the tier they have: {@code Gold}
 * @param ladder all tiers of the ladder, the lowest first
 */
public record Tier(String name, List<String> ladder) {

    /** Whether it is this tier or a higher one. Fails for a tier that is not on the ladder. */
    public boolean isAtLeast(String tier) {
        return ladder.indexOf(name) >= rank(tier);
    }

    /** Whether it is a lower tier than this one. Fails for a tier that is not on the ladder. */
    public boolean isBelow(String tier) {
        return !isAtLeast(tier);
    }

    /** Whether it is this very tier. Fails for a tier that is not on the ladder. */
    public boolean is(String tier) {
        return ladder.indexOf(name) == rank(tier);
    }

    private int rank(String tier) {
        int rank = ladder.indexOf(tier);
        if (rank < 0) {
            throw new IllegalArgumentException(
                    "There is no tier '" + tier + "'. Maybe one of " + String.join(", ", ladder) + "?");
        }
        return rank;
    }
}
