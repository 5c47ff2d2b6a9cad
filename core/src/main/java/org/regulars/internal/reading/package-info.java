/** Rule files as texts and as parsed rules, before anything is compiled. */
@NullMarked
package org.regulars.internal.reading;

import org.jspecify.annotations.NullMarked;
