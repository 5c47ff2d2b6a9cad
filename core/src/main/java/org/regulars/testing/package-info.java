/**
 * Tests of rules that read like the promise: given a program and a member, who buys this, earns that.
 *
 * <p>Needs AssertJ on the class path of the tests. No clock, no mock, no database.
 */
@NullMarked
package org.regulars.testing;

import org.jspecify.annotations.NullMarked;
