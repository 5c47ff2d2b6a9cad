/** A warehouse's paid membership: entrance, member prices, a yearly reward. */
@NullMarked
package org.regulars.examples.warehouse;

import org.jspecify.annotations.NullMarked;
