/** What is wrong with rules, found in their text and in what was parsed, in words a merchant knows. */
@NullMarked
package org.regulars.internal.check;

import org.jspecify.annotations.NullMarked;
