/** How far the next rewards are: thresholds read from the rules, each proved by deciding once more. */
@NullMarked
package org.regulars.internal.progress;

import org.jspecify.annotations.NullMarked;
