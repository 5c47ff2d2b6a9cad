/** A friend brought along: thanks to both, points for a word, and a way back for those who have stayed away. */
@NullMarked
package org.regulars.examples.friend;

import org.jspecify.annotations.NullMarked;
