package org.regulars.facts;

import java.math.BigDecimal;
import java.time.ZonedDateTime;

/**
 * An amount that just lapsed, unused.
 *
 * @param kind of what: {@code stars}
 * @param amount how much
 * @param earned the date on which it was earned
 * @param moment when it lapsed, in the program's zone: midnight after its last day
 * @param member whose it was
 */
public record Expired(String kind, BigDecimal amount, String earned, ZonedDateTime moment, Member member)
        implements Timed {}
