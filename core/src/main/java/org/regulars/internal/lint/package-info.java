/**
 * What is wrong with a rule file as far as its letters and words tell, and what parser and compiler say of it in words a merchant
 * knows. It reads broken rules, too, which {@code internal.check} does not.
 */
@NullMarked
package org.regulars.internal.lint;

import org.jspecify.annotations.NullMarked;
