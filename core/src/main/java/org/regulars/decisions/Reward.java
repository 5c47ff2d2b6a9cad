package org.regulars.decisions;

import org.jspecify.annotations.Nullable;

/** A decision that gives something other than points, and that may cost points. */
public sealed interface Reward extends Decision permits Discount, FreeItem, FreeShipping, Benefit, Upgrade, Convert {

    /** What it costs the member, or null for nothing. */
    @Nullable
    Cost cost();
}
