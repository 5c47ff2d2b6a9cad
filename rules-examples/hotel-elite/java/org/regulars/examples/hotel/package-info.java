/** A hotel's program: points for what is spent, nights for the tier, a soft landing. */
@NullMarked
package org.regulars.examples.hotel;

import org.jspecify.annotations.NullMarked;
