package org.regulars.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.examples.command.Terminal.types;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regulars.RuleSet;
import org.regulars.Terms;
import org.regulars.examples.command.Terminal.Said;

/** {@code regulars terms}: what the rules promise, for a wall or a web page. */
class TermsCommandTest {

    private static final Path RULES = Path.of("coffee-punch-card", "coffee-punch-card.drl");

    @TempDir
    private Path files;

    @Test
    void terms_are_printed_as_markdown_or_as_a_page() {
        Said markdown = types("terms", RULES);
        Said page = types("terms", RULES, "--html");

        assertThat(markdown.code()).isZero();
        assertThat(markdown.out()).isEqualTo(terms().markdown()).startsWith("# The coffee punch card\n");
        assertThat(page.code()).isZero();
        assertThat(page.out()).isEqualTo(terms().html()).startsWith("<!DOCTYPE html>");
        assertThat(markdown.err() + page.err()).isEmpty();
    }

    @Test
    void both_are_written_into_a_directory_that_need_not_be_there() throws IOException {
        Path window = files.resolve("shop/window");

        Said said = types("terms", RULES, "--out", window);

        assertThat(said.code()).isZero();
        assertThat(said.out()).isEqualTo(window.resolve("TERMS.md") + "\n" + window.resolve("TERMS.html") + "\n");
        assertThat(Files.readString(window.resolve("TERMS.md"))).isEqualTo(terms().markdown());
        assertThat(Files.readString(window.resolve("TERMS.html"))).isEqualTo(terms().html());
    }

    @Test
    void wrong_rules_are_told_as_check_tells_them() throws IOException {
        Path rules = Files.writeString(files.resolve("bad.drl"), "rule");

        Said said = types("terms", rules, "--out", files.resolve("window"));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).isEqualTo(types("check", rules).out());
        assertThat(files.resolve("window")).doesNotExist();
    }

    @Test
    void a_directory_that_cannot_be_made_is_told_in_one_sentence() throws IOException {
        Path file = Files.writeString(files.resolve("window"), "a file");

        Said said = types("terms", RULES, "--out", file);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("cannot be written").hasLineCount(1);
        assertThat(types("terms", files.resolve("nowhere")).code()).isEqualTo(2);
    }

    private static Terms terms() {
        try (RuleSet rules = RuleSet.fromFiles(RULES)) {
            return rules.terms();
        }
    }
}
