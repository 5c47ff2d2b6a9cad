package org.regulars.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regulars.RuleSet;

/** A JVM of its own decides rightly by what another has kept; how fast is for the benchmark to say. */
class StartUpTest {

    @Test
    void a_new_jvm_takes_the_rules_that_another_has_kept(@TempDir Path directory) throws Exception {
        RuleSet.loader().keptIn(directory).fromText(Workload.TYPICAL_5.text()).close();
        List<Path> kept = files(directory);
        byte[] before = Files.readAllBytes(kept.get(0));

        assertThat(StartUp.millis(Workload.TYPICAL_5, FirstDecision.By.REGULARS_KEPT, directory))
                .isPositive();
        assertThat(files(directory)).isEqualTo(kept);
        assertThat(kept.get(0)).hasBinaryContent(before);
    }

    @Test
    void a_line_says_the_ratio_in_the_middle_and_the_outermost() {
        StartUp.Line line = new StartUp.Line("startup-20 a/b", List.of(0.2, 0.25, 0.5), List.of(10L, 40L));

        assertThat(line)
                .hasToString("ratio startup-20 a/b 0.25 (min 0.20 max 0.50, 3 rounds; 10 ms and 40 ms of"
                        + " processor time)");
    }

    private static List<Path> files(Path directory) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
