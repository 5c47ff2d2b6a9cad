/**
 * Rule files that the guard must let pass, and rule files that it must stop.
 *
 * <p>They are in {@code benign} and {@code hostile} among the test resources, each of a few lines. Every one decides the same
 * life of the same member.
 */
@NullMarked
package org.regulars.corpus;

import org.jspecify.annotations.NullMarked;
