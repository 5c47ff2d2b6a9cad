package org.regulars.benchmarks;

/**
 * What a purchase brings, as far as every peer can say it.
 *
 * @param points how many points it earns
 * @param collected how much counts towards a tier
 * @param stamps how many bakery stamps it earns
 * @param stampsSpent how many bakery stamps go for what is free
 * @param freeLine the line of which one unit is free, or 0
 * @param upgrade the tier reached, or empty
 */
public record Answer(long points, long collected, long stamps, long stampsSpent, int freeLine, String upgrade) {}
