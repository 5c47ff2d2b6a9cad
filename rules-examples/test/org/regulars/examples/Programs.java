package org.regulars.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The examples as they lie in their folders, one a program. Tests run in the folder that holds them all. */
final class Programs {

    private Programs() {}

    /** The folder of every program. */
    static List<Path> folders() {
        return ruleFiles().stream().map(Path::getParent).distinct().toList();
    }

    /** Every rule file of every program. */
    static List<Path> ruleFiles() {
        List<Path> found = in(Path.of("")).stream()
                .filter(Files::isDirectory)
                .flatMap(folder -> ruleFiles(folder).stream())
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException(
                    "There are no programs in " + Path.of("").toAbsolutePath());
        }
        return found;
    }

    /** The rule files of one program. */
    static List<Path> ruleFiles(Path folder) {
        return in(folder).stream()
                .filter(path -> path.toString().endsWith(".drl"))
                .toList();
    }

    /** The text of a file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
