/** How the examples print what came of a visit. */
@NullMarked
package org.regulars.examples.receipts;

import org.jspecify.annotations.NullMarked;
