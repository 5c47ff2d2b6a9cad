package org.regulars.internal.deciding;

import org.jspecify.annotations.Nullable;
import org.regulars.program.Expiry;

/**
 * A tier that a threshold over what is held gives by now.
 *
 * @param rank its place on its ladder, the lowest 0
 * @param rule the rule that gives it
 * @param lasts through when it would hold, or null for as long as its ladder says
 */
record Reached(int rank, String rule, @Nullable Expiry lasts) {

    /** Of two the higher one; of equals the first. */
    Reached orHigher(Reached other) {
        return other.rank > rank ? other : this;
    }
}
