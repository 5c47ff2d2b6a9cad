/** The merchant's command: checks rule files, and tries them on a purchase. */
@NullMarked
package org.regulars.examples.command;

import org.jspecify.annotations.NullMarked;
