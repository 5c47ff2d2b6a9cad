package org.regulars.examples.tpcds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All customers, and the page that shows their figures: {@code mvn -Psoak verify}. */
@Tag("soak")
class WholeStoreTest extends ReplayChecks {

    WholeStoreTest() {
        super(history -> true);
    }

    @Test
    void the_readme_shows_what_the_replay_prints() throws IOException {
        String readme = Files.readString(Path.of("tpcds-replay", "README.md"));

        assertThat(readme.replace("\r\n", "\n")).contains(Summary.of(played(), store().gaps()));
    }
}
