package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that explains what the checker says quotes what it really says. */
class CheckerPageTest {

    private static final Pattern QUOTED = Pattern.compile("(?m)^\\| `(.+?)` \\| ");

    @Test
    void every_message_on_the_page_is_one_of_the_corpus_of_mistakes() throws IOException {
        String page = Files.readString(Path.of("../docs/writing-rules.md"));
        String section = page.substring(page.indexOf("## What the checker says, and what to do"));
        List<String> quoted = QUOTED.matcher(section)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        String told;
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/mistakes"))) {
            told = files.filter(file -> file.toString().endsWith(".expected"))
                    .map(CheckerPageTest::read)
                    .collect(Collectors.joining());
        }

        assertThat(quoted)
                .hasSizeGreaterThan(30)
                .allSatisfy(message -> assertThat(told).contains(": " + message + "\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
