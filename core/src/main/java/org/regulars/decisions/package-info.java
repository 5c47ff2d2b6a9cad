/**
 * What a rule can decide: the verbs of the shop, inserted after {@code then}.
 *
 * <p>A decision only announces. Rounding, multiplying, spreading a discount over lines and taking a
 * cost from the member's lots is the engine's work, so that the order of rules never changes an
 * outcome. Amount first, then kind, everywhere: {@code Earn.of( 2, "stamps" )}.
 */
@NullMarked
package org.regulars.decisions;

import org.jspecify.annotations.NullMarked;
