package org.regulars.internal.lint;

import java.util.List;

/**
 * A rule as it stands in the text of its file, told by its words alone, so that a broken one has its place too.
 *
 * @param name its name, without quotes; empty if it has none
 * @param start the offset where it begins
 * @param end the offset behind its last letter
 * @param head what stands before {@code when}
 * @param when what stands between {@code when} and {@code then}
 * @param then what stands between {@code then} and {@code end}
 */
record RuleOutline(String name, int start, int end, List<Token> head, List<Token> when, List<Token> then) {}
