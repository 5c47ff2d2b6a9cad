/** What the rules on {@code Program} defined. */
@NullMarked
package org.regulars.internal.program;

import org.jspecify.annotations.NullMarked;
