/** A punch card for coffee: seven bought, the eighth free. */
@NullMarked
package org.regulars.examples.coffee;

import org.jspecify.annotations.NullMarked;
