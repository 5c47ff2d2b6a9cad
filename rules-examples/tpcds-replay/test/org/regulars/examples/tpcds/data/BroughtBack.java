package org.regulars.examples.tpcds.data;

import java.time.Instant;

/**
 * Something of a receipt is brought back.
 *
 * @param ticket the number of the receipt
 * @param line the line on it
 * @param units how many units, or 0 for all that are still kept
 * @param at when, in UTC
 */
public record BroughtBack(long ticket, int line, int units, Instant at) {}
