/** A supermarket's card: points, weekend offers, stamps from the bakery, tiers. */
@NullMarked
package org.regulars.examples.supermarket;

import org.jspecify.annotations.NullMarked;
