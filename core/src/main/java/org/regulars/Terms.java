package org.regulars;

/**
 * What a program promises its customers, in plain sentences: how one earns, what one gets, limits, expiry, tiers, dates. Written
 * from the rules, so that it cannot say anything else than they do; the same rules give the same text, letter by letter.
 *
 * @param markdown it as Markdown
 * @param html it as a page of its own, HTML 5 without scripts
 */
public record Terms(String markdown, String html) {}
