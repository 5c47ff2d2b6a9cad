/** Two years of a supermarket chain, decided by the rules of its card. */
@NullMarked
package org.regulars.examples.foodmart;

import org.jspecify.annotations.NullMarked;
