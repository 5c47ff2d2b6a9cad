/** A program's terms for its customers, written from its rules. */
@NullMarked
package org.regulars.internal.prose;

import org.jspecify.annotations.NullMarked;
