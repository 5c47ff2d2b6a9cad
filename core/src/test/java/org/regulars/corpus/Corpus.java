package org.regulars.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule file of a corpus, and what its remarks ask for.
 *
 * @param name its file name
 * @param text what stands in it
 */
record Corpus(String name, String text) {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    /** All files of a corpus, by name. */
    static List<Corpus> in(String folder) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .sorted()
                    .map(Corpus::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a remark {@code // word: …} says, or an empty text. */
    String remark(String word) {
        String begin = "// " + word + ": ";
        return text.lines()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()).strip())
                .findFirst()
                .orElse("");
    }

    /** The words of such a remark, parted by commas. */
    List<String> words(String word) {
        return Arrays.stream(remark(word).split(", "))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Corpus read(Path file) {
        try {
            return new Corpus(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
