/** All arithmetic of a decision. Nothing here knows the rule engine. */
@NullMarked
package org.regulars.internal.deciding;

import org.jspecify.annotations.NullMarked;
