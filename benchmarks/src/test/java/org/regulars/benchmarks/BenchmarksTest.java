package org.regulars.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {

    /** Building each peer checks all its answers; a failed one is thrown. */
    @Test
    void every_benchmark_runs_once() throws RunnerException {
        // Nothing is timed here, so another benchmark on this machine is no reason to fail.
        System.setProperty("jmh.ignoreLock", "true");
        var once = new OptionsBuilder()
                .include(Decisions.class.getName())
                .param("peer", "handwritten")
                .param("workload", "20x5")
                .param("past", "10")
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
                .containsExactlyInAnyOrder("byRulesAndLines", "againstHistory");
    }

    @Test
    void the_parts_of_the_profile_are_done_by_classes_that_there_are() throws Exception {
        for (Profile.Part part : Profile.Part.values()) {
            for (String name : part.classNames()) {
                assertThat(Class.forName(name)).isNotNull();
            }
        }
        assertThat(Profile.of(Workload.TYPICAL_5, Duration.ofMillis(200))).hasSize(2 + Profile.Part.values().length);
    }

    @Test
    void the_comparison_says_a_line_for_each_pair() {
        assertThat(Compare.quick().lines())
                .anySatisfy(line -> assertThat(line)
                        .matches("ratio 20x5 regulars/handwritten \\d+\\.\\d\\d \\(min .* max .*, 1 rounds\\)"))
                .anySatisfy(line -> assertThat(line).matches("speed 20x5 regulars .* a CPU second, .* bytes each"))
                .anySatisfy(line -> assertThat(line).startsWith("latency 20x5 regulars p50 "));
    }
}
