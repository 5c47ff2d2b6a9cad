/** A restaurant's table for regulars: visits, streaks of weeks, a boost for a time, and something free with a meal. */
@NullMarked
package org.regulars.examples.restaurant;

import org.jspecify.annotations.NullMarked;
