package org.regulars.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.regulars.Granted;
import org.regulars.benchmarks.Workload.Shopping;

class SupermarketCardTest {

    private final List<Shopping> purchases = Workload.purchases();

    /** Building each peer checks all its answers; a failed one is thrown. */
    @Test
    void every_benchmark_runs_once_its_peer_has_answered_all_purchases_rightly() throws RunnerException {
        // Nothing is timed here, so another benchmark on this machine is no reason to fail.
        System.setProperty("jmh.ignoreLock", "true");
        var once = new OptionsBuilder()
                .include(SupermarketCard.class.getName())
                .mode(Mode.SingleShotTime)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .addProfiler(CpuSeconds.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();

        assertThat(new Runner(once).run())
                .allSatisfy(result -> assertThat(result.getSecondaryResults()).containsKey(CpuSeconds.LABEL))
                .extracting(result -> result.getPrimaryResult().getLabel())
                .containsExactlyInAnyOrder("handwritten", "naiveDrools", "regulars", "regularsFromReceipt");
    }

    @Test
    void a_wrong_answer_is_an_error_that_shows_the_purchase() {
        Shopping first = purchases.get(0);

        assertThatThrownBy(() ->
                        Check.allAnswers("A careless peer", purchases, shopping -> new Answer(1, 2, 3, 0, 0, "Gold")))
                .hasMessageContaining("A careless peer answers wrongly")
                .hasMessageContaining(first.toString())
                .hasMessageContaining(Handwritten.decide(first).toString())
                .hasMessageContaining(new Answer(1, 2, 3, 0, 0, "Gold").toString());
    }

    @Test
    void the_work_load_is_the_same_every_time() {
        assertThat(Workload.purchases())
                .isEqualTo(purchases)
                .hasSize(1024)
                .allSatisfy(shopping -> assertThat(shopping.goods()).hasSize(5));
    }

    @Test
    void the_work_load_gives_every_rule_something_to_do() {
        Set<String> granted = new TreeSet<>();
        try (Regulars regulars = new Regulars()) {
            for (Shopping shopping : purchases) {
                regulars.decide(Regulars.member(shopping.holder()), Regulars.purchase(shopping)).granted().stream()
                        .map(Granted::offer)
                        .forEach(offer -> granted.add(offer.name()));
            }

            assertThat(granted).containsExactlyInAnyOrderElementsOf(regulars.offers());
        }
    }
}
