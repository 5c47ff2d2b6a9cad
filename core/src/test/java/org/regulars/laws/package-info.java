/**
 * The laws of the engine, each as a property over generated rule sets and histories.
 *
 * <p>{@link org.regulars.laws.Terms} are a rule set as a structure, from which both the rule files and
 * the {@link org.regulars.laws.ObviousModel} are made; {@link org.regulars.laws.RuleSets} generates
 * them, {@link org.regulars.laws.Histories} what members do, ask for and bring back, and what is put right or falls due. A
 * failure shows the fewest rules that still fail.
 *
 * <p>System properties: {@code regulars.laws.rulesets} says how many rule sets there are, {@code
 * regulars.laws.seed} which, {@code jqwik.tries.default} how many histories each property tries.
 */
@NullMarked
package org.regulars.laws;

import org.jspecify.annotations.NullMarked;
