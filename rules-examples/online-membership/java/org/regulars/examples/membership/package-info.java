/** A shop's paid membership: delivery, prices, early access, and a trial. */
@NullMarked
package org.regulars.examples.membership;

import org.jspecify.annotations.NullMarked;
