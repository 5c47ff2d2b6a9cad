/**
 * What a program is made of: kinds, tier ladders and a time zone.
 *
 * <p>Inserted by rules on the {@link org.regulars.facts.Program} fact, which run once, when the rule
 * set is loaded.
 */
@NullMarked
package org.regulars.program;

import org.jspecify.annotations.NullMarked;
