/**
 * A loyalty rules engine to embed: a member and an event go in, an explained outcome comes out.
 *
 * <p>Start at {@link org.regulars.RuleSet} (rule files, checked and compiled once) and {@link
 * org.regulars.LoyaltyEngine} (decides events by them). Everything in this package is immutable and
 * safe to share between threads.
 */
@NullMarked
package org.regulars;

import org.jspecify.annotations.NullMarked;
