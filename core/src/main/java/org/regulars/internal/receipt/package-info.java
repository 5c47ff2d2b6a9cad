/** What a person reads. */
@NullMarked
package org.regulars.internal.receipt;

import org.jspecify.annotations.NullMarked;
