/** The words of a rule one by one: its patterns, conditions and decisions, each with its place in the file. */
@NullMarked
package org.regulars.internal.syntax;

import org.jspecify.annotations.NullMarked;
