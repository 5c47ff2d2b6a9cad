package org.regulars.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the repository says of speed is what the commands make of the raw results in it. */
class RecordTest {

    private static final Path RESULTS = Path.of("results");

    private final Figures figures = Figures.read(RESULTS.resolve("record.json"));

    @Test
    void the_tables_of_the_readme_are_those_of_the_raw_results() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .as("paste the output of `table results/record.json`")
                .contains(String.join("\n", Table.of(figures)));
    }

    @Test
    void the_charts_are_those_of_the_raw_results(@TempDir Path directory) throws IOException {
        Charts.write(figures, directory);

        for (String chart : List.of(Charts.THROUGHPUT, Charts.HISTORY)) {
            assertThat(RESULTS.resolve(chart))
                    .as("draw them anew with `charts results/record.json results`")
                    .hasSameTextualContentAs(directory.resolve(chart));
        }
    }

    @Test
    void what_is_written_can_be_read_again(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("again.json"), Figures.json(figures));

        assertThat(Figures.read(file)).isEqualTo(figures);
    }

    @Test
    void a_ratio_is_the_median_of_what_each_round_gives() {
        assertThat(Figures.Ratio.of("20x5", "one/other", List.of(30.0, 20.0, 40.0), List.of(10.0, 10.0, 10.0)))
                .hasToString("ratio 20x5 one/other 3.00 (min 2.00 max 4.00, 3 rounds)");
    }
}
