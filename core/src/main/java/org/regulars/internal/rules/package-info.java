/** All that touches Drools: reading, checking, compiling and firing rule files. */
@NullMarked
package org.regulars.internal.rules;

import org.jspecify.annotations.NullMarked;
