package org.regulars.facts;

import java.time.ZonedDateTime;

/**
 * A day begins on the program's calendar. What lapses at this midnight is still there.
 *
 * <p>There is one for every day from the day after the member was last up to date, in order, and each is decided as the member
 * then stood.
 *
 * @param moment midnight, in the program's zone
 * @param member the member as they are then
 */
public record Day(ZonedDateTime moment, Member member) implements Timed {}
