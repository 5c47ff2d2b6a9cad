package org.regulars.internal.reading;

import java.util.Set;
import org.drools.drl.ast.descr.RuleDescr;
import org.regulars.Offer;

/**
 * A rule as it stands in its file, before it is compiled.
 *
 * @param file where it stands
 * @param content all that stands in it, as Drools reads it
 * @param offer its name, place and text
 * @param facts the simple names of the facts it names
 * @param present those of them that must be there, not the ones under {@code not}
 * @param rewards the rewards it names that a member may ask for
 * @param then what it does, as text
 * @param thenAt where that begins in the file, from 0
 */
public record ParsedRule(
        RuleFile file,
        RuleDescr content,
        Offer offer,
        Set<String> facts,
        Set<String> present,
        Set<String> rewards,
        String then,
        int thenAt) {}
