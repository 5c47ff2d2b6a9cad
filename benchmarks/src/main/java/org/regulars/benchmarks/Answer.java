package org.regulars.benchmarks;

/**
 * What a purchase brings, as far as every peer can say it.
 *
 * @param points how many points it earns
 * @param statusPoints how many points towards a tier it earns
 * @param stamps how many coffee stamps it earns
 * @param stampsSpent how many coffee stamps go for the free one
 * @param freeLine the line of which one unit is free, or 0
 * @param cents what is left to pay, in cents, delivery included
 * @param upgrade the tier reached, or empty
 */
public record Answer(
        long points, long statusPoints, long stamps, long stampsSpent, int freeLine, long cents, String upgrade) {}
