package org.regulars.program;

import java.util.HashSet;
import java.util.List;

/**
 * A ladder of tiers, from the one everybody starts in to the highest.
 *
 * <pre>{@code
 * rule "From Green by Gold to Reserve"
 * when
 *     Program()
 * then
 *     insert( Tiers.of( "Green", "Gold", "Reserve" ) );
 * end
 * }</pre>
 *
 * @param ladder the ladder's name; {@value #DEFAULT_LADDER} if none is given
 * @param names the tiers, the lowest first; a tier's name stands on one ladder only
 */
public record Tiers(String ladder, List<String> names) {

    /** The name of a ladder that was given none. */
    public static final String DEFAULT_LADDER = "tier";

    /** Refuses a ladder without rungs, or with one twice. */
    public Tiers {
        names = List.copyOf(names);
        if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(
                    "A ladder needs tiers, each with a name of its own, and " + names + " is not that");
        }
    }

    /** A ladder, the lowest tier first. */
    public static Tiers of(String... names) {
        return new Tiers(DEFAULT_LADDER, List.of(names));
    }

    /** This ladder under a name, for programs that have several. */
    public Tiers named(String ladder) {
        return new Tiers(ladder, names);
    }
}
