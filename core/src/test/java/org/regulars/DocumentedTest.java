package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every public type and method says what it is for, and every component of a public record what it holds. */
class DocumentedTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "regulars");
    private static final Pattern PUBLIC =
            Pattern.compile("^( {4})?(public|default) .*[({]$|^( {4})?(public|default) .*\\(.*");

    @Test
    void nothing_public_is_without_a_sentence() throws IOException {
        List<String> bare = new ArrayList<>();
        for (Path source : sources()) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (PUBLIC.matcher(lines.get(i)).find() && !isDocumented(lines, i)) {
                    bare.add(source + ":" + (i + 1) + " " + lines.get(i).strip());
                }
            }
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void every_component_of_a_record_is_explained() throws IOException {
        List<String> silent = new ArrayList<>();
        Pattern header = Pattern.compile(
                "(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public record (\\w+)\\((.*?)\\)\\s*(?:implements [\\w, ]+)?\\{");
        for (Path source : sources()) {
            var matcher = header.matcher(Files.readString(source));
            while (matcher.find()) {
                for (String component :
                        matcher.group(3).replaceAll("<[^>]*>", "").split(",")) {
                    String[] words = component.strip().split("\\s+");
                    String name = words[words.length - 1];
                    if (!name.isEmpty() && !matcher.group(1).contains("@param " + name + " ")) {
                        silent.add(matcher.group(2) + "." + name);
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    private static boolean isDocumented(List<String> lines, int declaration) {
        int above = declaration - 1;
        while (lines.get(above).strip().startsWith("@")) {
            if (lines.get(above).strip().equals("@Override")) {
                return true;
            }
            above--;
        }
        return lines.get(above).strip().endsWith("*/");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("internal"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }
}
