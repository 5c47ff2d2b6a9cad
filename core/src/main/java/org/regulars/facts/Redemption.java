package org.regulars.facts;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The member asks for a reward, with a purchase or without one.
 *
 * @param reward what is asked for: {@code breakfast}
 * @param amount how much of it; 1 where nothing was said
 * @param purchase the receipt it is asked for with, or null for none
 * @param moment when, in the program's zone
 * @param member who asks
 * @param attributes anything else the application knows of it; the purchase's, if there is one
 */
public record Redemption(
        String reward,
        BigDecimal amount,
        @Nullable Purchase purchase,
        ZonedDateTime moment,
        Member member,
        Map<String, String> attributes)
        implements Timed, Attributed {}
