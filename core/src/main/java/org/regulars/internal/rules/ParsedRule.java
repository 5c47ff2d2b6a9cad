package org.regulars.internal.rules;

import java.util.Set;
import org.regulars.Offer;

/**
 * A rule as it stands in its file, before it is compiled.
 *
 * @param offer its name, place and text
 * @param facts the simple names of the facts it names
 * @param present those of them that must be there, not the ones under {@code not}
 * @param rewards the rewards it names that a member may ask for
 * @param then what it does, as text
 * @param thenLine the line of the file where that begins
 */
record ParsedRule(
        Offer offer, Set<String> facts, Set<String> present, Set<String> rewards, String then, int thenLine) {}
