package org.regulars.examples.tpcds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.regulars.Posting.Cause;

/** One customer in ten; {@link WholeStoreTest} has them all. */
class TpcdsReplayTest extends ReplayChecks {

    TpcdsReplayTest() {
        super(history -> history.customer() % 10 == 0);
    }

    @Test
    void the_generator_makes_the_store_that_the_figures_are_of() {
        assertThat(store().gaps().lines()).isEqualTo(120_527);
        assertThat(store().gaps().returns()).isEqualTo(11_925);
        assertThat(store().gaps().linesLeftOut()).isEqualTo(4_304);
        assertThat(store().gaps().returnsLeftOut()).isEqualTo(455);
        assertThat(store().tickets()).hasSize(10_000);
        assertThat(store().returns()).hasSize(11_470);
    }

    @Test
    void the_sample_comes_to_these_totals() {
        Books years = Replay.years(played());

        assertThat(played().size()).isEqualTo(419);
        assertThat(years.receipts()).isEqualTo(999);
        assertThat(years.lines()).isEqualTo(11_753);
        assertThat(years.returns()).isEqualTo(1_196);
        assertThat(years.freeUnits()).isEqualTo(276);
        assertThat(years.movements().of("points", Cause.EARNED)).isEqualByComparingTo("31722632");
        assertThat(years.movements().of("points", Cause.TAKEN_BACK)).isEqualByComparingTo("-1737259");
        assertThat(years.movements().of("bakery stamps", Cause.GIVEN_BACK)).isEqualByComparingTo("20");
    }
}
