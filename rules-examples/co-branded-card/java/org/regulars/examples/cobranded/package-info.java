/** A card of two sponsors: each gives by rules of its own, and pays for what these gave. */
@NullMarked
package org.regulars.examples.cobranded;

import org.jspecify.annotations.NullMarked;
