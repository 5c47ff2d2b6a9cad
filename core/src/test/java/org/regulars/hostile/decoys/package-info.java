/** Classes that would take the place of words of a rule. */
@NullMarked
package org.regulars.hostile.decoys;

import org.jspecify.annotations.NullMarked;
