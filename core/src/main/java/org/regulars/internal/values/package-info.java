/** How values are kept and shown. */
@NullMarked
package org.regulars.internal.values;

import org.jspecify.annotations.NullMarked;
