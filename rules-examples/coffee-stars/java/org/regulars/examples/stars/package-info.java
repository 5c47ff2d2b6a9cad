/** Stars for coffee: earned by tier, spent on a ladder of rewards, and kept by those who come often. */
@NullMarked
package org.regulars.examples.stars;

import org.jspecify.annotations.NullMarked;
