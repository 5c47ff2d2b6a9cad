package org.regulars.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long MILLISECOND = 1_000_000;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE); // overflows soon, as System.nanoTime may

    @Test
    void aBarIsDrawnAtOnceThenEveryTenthOfASecondAndAtTheEnd() {
        try (ProgressBar bar = new ProgressBar(out, "baskets", 2000, clock::get)) {
            for (int count = 1; count <= 2000; count++) {
                bar.done(count);
                clock.addAndGet(MILLISECOND / 8); // 250 milliseconds for all
            }
        }

        assertThat(written()).isEqualTo("""
                \r[........................................]   0 %  1 of 2,000 baskets\
                \r[################........................]  40 %  801 of 2,000 baskets\
                \r[################################........]  80 %  1,601 of 2,000 baskets\
                \r[########################################] 100 %  2,000 of 2,000 baskets
                """);
    }

    @Test
    void aBarThatEndsBeforeItsTimeLeavesTheLineAsItIs() {
        try (ProgressBar bar = new ProgressBar(out, "baskets", 8, clock::get)) {
            bar.done(1);
        }

        assertThat(written()).isEqualTo("\r[#####...................................]  12 %  1 of 8 baskets\n");
    }

    @Test
    void withoutATerminalThereIsALineForEachTenth() {
        try (ProgressLines lines = new ProgressLines(out, "baskets", 58_381)) {
            for (int count = 1; count <= 17_515; count++) {
                lines.done(count);
            }
        }

        assertThat(written()).isEqualTo("""
                         10 %  5,839 of 58,381 baskets
                         20 %  11,677 of 58,381 baskets
                         30 %  17,515 of 58,381 baskets
                        """);
    }

    @Test
    void ofNothingNothingIsWritten() {
        new ProgressBar(out, "baskets", 0, clock::get).close();
        new ProgressLines(out, "baskets", 0).close();

        assertThat(written()).isEmpty();
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
