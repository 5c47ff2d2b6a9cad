/**
 * Cases that others have published, each with one expected outcome: the terms of five programs (2, 5, 9, 12, 13), vectors of
 * other vendors (B), bugs that real programs had (C), and what holds for all of them (D).
 *
 * <p>The rule files are in {@code cases} among the test resources, and read like the published terms. A case is named by its
 * number in the first column of a table, or at the front of a test's name ({@code c17_…}, {@code p12_9_…}); {@link
 * org.regulars.cases.CasesCoveredTest} sees that none is forgotten.
 */
@NullMarked
package org.regulars.cases;

import org.jspecify.annotations.NullMarked;
