/** A clothes shop's thanks to its long-standing members: deeper discounts, extras, gifts and invitations by years. */
@NullMarked
package org.regulars.examples.members;

import org.jspecify.annotations.NullMarked;
