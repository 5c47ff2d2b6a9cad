package org.regulars.facts;

import java.math.BigDecimal;
import java.time.ZonedDateTime;

/**
 * What the member can spend of one kind when everything of the event has been earned and spent. There is
 * one for each kind the program defines, the member holds, or the event touched.
 *
 * @param kind of what: {@code stamps}
 * @param amount how much the member now holds
 * @param pending how much was earned and cannot be spent yet
 * @param before how much the member held before the event
 * @param earned how much the event earned
 * @param spent how much the event spent
 * @param member the member, as they were before the event
 * @param moment when the event was, in the program's zone
 */
public record Balance(
        String kind,
        BigDecimal amount,
        BigDecimal pending,
        BigDecimal before,
        BigDecimal earned,
        BigDecimal spent,
        Member member,
        ZonedDateTime moment)
        implements Timed {}
