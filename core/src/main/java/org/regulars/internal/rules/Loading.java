package org.regulars.internal.rules;

import org.regulars.Bounds;
import org.regulars.internal.reading.Vocabulary;

/**
 * How rules are to be loaded.
 *
 * @param vocabulary the words they can use
 * @param bounds how much they may use up
 * @param trusted whether they are part of the application's own code, so that the guard is off
 */
public record Loading(Vocabulary vocabulary, Bounds bounds, boolean trusted) {}
