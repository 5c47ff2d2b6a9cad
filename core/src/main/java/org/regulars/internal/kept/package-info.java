/** Rules kept compiled in a directory, so that they need not be compiled again. */
@NullMarked
package org.regulars.internal.kept;

import org.jspecify.annotations.NullMarked;
