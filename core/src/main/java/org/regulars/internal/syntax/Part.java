package org.regulars.internal.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can stand in the lines after {@code when}. */
public sealed interface Part {

    /**
     * A fact with its conditions.
     *
     * @param binding the name given to it, or null
     * @param type the fact's name
     * @param at where that stands
     * @param conditions what stands in its parentheses
     * @param isGiven whether it is one of the facts of the event, not made or taken from elsewhere
     */
    record Pattern(@Nullable String binding, String type, int at, List<Term> conditions, boolean isGiven)
            implements Part {}

    /** All of these. */
    record All(List<Part> parts) implements Part {}

    /** One of these. */
    record Any(List<Part> parts) implements Part {}

    /** None of this. */
    record None(int at, Part part) implements Part {}

    /** At least one of this. */
    record Some(Part part) implements Part {}

    /** What could not be read. */
    record Unread() implements Part {}
}
