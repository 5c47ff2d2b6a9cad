package org.regulars.facts;

/**
 * The program itself. A rule on it runs once, when the rule set is loaded, and inserts definitions:
 * {@link org.regulars.program.Kind}, {@link org.regulars.program.Tiers}, {@link org.regulars.program.Zone}.
 */
public record Program() {}
