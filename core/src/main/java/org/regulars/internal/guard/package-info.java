/** What keeps a rule file from hurting the application: see {@code SECURITY.md}. */
@NullMarked
package org.regulars.internal.guard;

import org.jspecify.annotations.NullMarked;
