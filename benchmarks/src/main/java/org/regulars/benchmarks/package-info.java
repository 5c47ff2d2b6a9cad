/** How fast purchases are decided, beside other ways to decide the same. */
@NullMarked
package org.regulars.benchmarks;

import org.jspecify.annotations.NullMarked;
