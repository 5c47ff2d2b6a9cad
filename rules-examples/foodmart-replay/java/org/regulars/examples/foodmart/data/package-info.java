/** Reads the sales of the FoodMart data set. */
@NullMarked
package org.regulars.examples.foodmart.data;

import org.jspecify.annotations.NullMarked;
