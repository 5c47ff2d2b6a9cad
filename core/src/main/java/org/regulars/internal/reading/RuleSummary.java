package org.regulars.internal.reading;

import java.util.List;
import java.util.Set;
import org.regulars.Offer;

/**
 * What counts of a rule once it is compiled. Unlike a {@link ParsedRule} it can be known without a parser.
 *
 * @param offer its name, place and text
 * @param facts the simple names of the facts it names
 * @param present those of them that must be there, not the ones under {@code not}
 * @param rewards the rewards it names that a member may ask for
 * @param multiplying the sorts of fact whose numbers multiply to the combinations it may try; empty if none do
 * @param firesOnNothing whether it may fire before there is any fact
 * @param then what it does, as text
 * @param thenAt where that begins in the file, from 0
 */
public record RuleSummary(
        Offer offer,
        Set<String> facts,
        Set<String> present,
        Set<String> rewards,
        List<String> multiplying,
        boolean firesOnNothing,
        String then,
        int thenAt) {}
