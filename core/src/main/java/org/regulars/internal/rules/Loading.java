package org.regulars.internal.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.regulars.Bounds;
import org.regulars.internal.reading.Vocabulary;

/**
 * How rules are to be loaded.
 *
 * @param vocabulary the words they can use
 * @param bounds how much they may use up
 * @param trusted whether they are part of the application's own code, so that the guard is off
 * @param today the day by which offers that have ended are warned of; null for none
 * @param kept the directory where they are kept compiled; null for none
 */
public record Loading(
        Vocabulary vocabulary,
        Bounds bounds,
        boolean trusted,
        @Nullable LocalDate today,
        @Nullable Path kept) {}
