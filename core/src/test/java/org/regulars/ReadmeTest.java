package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Docs run. All Java of a page is one program, compiled and run with the page's rule files on its class
 * path; what it prints is the page's text blocks, one after the other. A rule file is named in
 * backquotes just before its block.
 */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern RULE_FILE = Pattern.compile("`([\\w/-]+\\.drl)`");

    @TempDir
    private Path workplace;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/embedding.md", "docs/testing-rules.md", "docs/writing-rules.md"})
    void every_snippet_of_the_page_compiles_runs_and_prints_what_the_page_says(String page) throws Exception {
        String text = Files.readString(Path.of("..").resolve(page));
        StringBuilder java = new StringBuilder();
        StringBuilder types = new StringBuilder();
        List<String> printed = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            switch (block.group(1)) {
                case "java" -> (block.group(2).startsWith("public record") ? types : java).append(block.group(2));
                case "text" -> printed.add(block.group(2));
                case "drl" -> save(text.substring(0, block.start()), block.group(2));
                default -> assertThat(block.group(1)).isIn("sh", "xml", "console");
            }
        }
        // Rules that ask for facts of the page's own are loaded by its snippets only.
        if (types.isEmpty() && Files.list(workplace).findAny().isPresent()) {
            RuleSet.fromDirectory(workplace).close();
        }
        String output = run(java.toString(), types.toString());

        int from = 0;
        for (String expected : printed) {
            assertThat(output.substring(from))
                    .as("what the snippets of %s print", page)
                    .contains(expected);
            from = output.indexOf(expected, from) + expected.length();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md"})
    void the_dependency_to_add_is_this_one(String page) throws IOException {
        String text = Files.readString(Path.of("..").resolve(page));
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.replaceFirst("(?s).*?<parent>.*?<version>(.*?)</version>.*", "$1");

        assertThat(text)
                .contains("<groupId>io.github.regulars</groupId>")
                .contains("<artifactId>regulars-core</artifactId>")
                .contains("<version>" + version + "</version>");
        assertThat(text.lines().takeWhile(line -> !line.equals("```java")).count())
                .isLessThan(15);
    }

    private void save(String before, String rules) throws IOException {
        Matcher named = RULE_FILE.matcher(before);
        String name = "";
        while (named.find()) {
            name = named.group(1);
        }
        assertThat(name)
                .as("the name of the rule file, in backquotes before its block")
                .isNotEmpty();
        Path file = workplace.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, rules, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String run(String statements, String types) throws Exception {
        Path source = workplace.resolve("Page.java");
        Files.writeString(source, """
                package page;
                import static org.regulars.testing.Scenario.given;
                import java.math.BigDecimal;
                import java.nio.file.*;
                import java.time.*;
                import java.util.*;
                import org.regulars.*;
                import org.regulars.testing.*;
                public class Page {
                    public static void main( String[] args ) throws Exception {
                %s
                    }
                %s
                }
                """.formatted(statements, types));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        errors,
                        "-d",
                        workplace.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString());
        assertThat(failed).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        PrintStream console = System.out;
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {workplace.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
            Thread.currentThread().setContextClassLoader(loader);
            loader.loadClass("page.Page").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(console);
            Thread.currentThread().setContextClassLoader(context);
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}
