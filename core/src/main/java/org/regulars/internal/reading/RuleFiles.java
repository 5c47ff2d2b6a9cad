package org.regulars.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regulars.RuleProblem;

/** Rule files being read, and what was wrong with those that could not be. */
public final class RuleFiles {

    private static final String ENDING = ".drl";

    private final List<RuleFile> files = new ArrayList<>();
    private final Problems problems = new Problems();

    /** The files read so far, in the order of their names. */
    public List<RuleFile> files() {
        return files.stream().sorted(Comparator.comparing(RuleFile::name)).toList();
    }

    /** Why the others could not be read. */
    public List<RuleProblem> problems() {
        return problems.all();
    }

    /**
     * Reads all rule files in a directory and below it, but for hidden ones: those are what editors, file systems and
     * deployments keep there for themselves.
     */
    public RuleFiles directory(Path directory) {
        if (!Files.isDirectory(directory)) {
            problems.error(directory.toString(), "is not a directory. Maybe the path is wrong?");
            return this;
        }
        try (Stream<Path> below = Files.walk(directory)) {
            below.filter(path -> path.toString().endsWith(ENDING))
                    .filter(path -> !isHidden(directory.relativize(path)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .forEach(path -> read(directory.relativize(path).toString().replace('\\', '/'), path));
        } catch (IOException e) {
            unreadable(directory.toString(), e);
        } catch (UncheckedIOException e) {
            unreadable(directory.toString(), e);
        }
        if (files.isEmpty() && !problems.hasErrors()) {
            problems.error(directory.toString(), "has no rule files. Maybe their names do not end in " + ENDING + "?");
        }
        return this;
    }

    /** Reads one rule file, named by its file name. */
    public RuleFiles file(Path file) {
        read(String.valueOf(file.getFileName()), file);
        return this;
    }

    /** Reads one resource of the class path. */
    public RuleFiles resource(String name, ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in == null) {
                problems.error(
                        name, "is not on the class path. Maybe it is in another folder, as in 'rules/" + name + "'?");
            } else {
                decode(name, in.readAllBytes());
            }
        } catch (IOException e) {
            unreadable(name, e);
        }
        return this;
    }

    /** Takes a text as it is. */
    public RuleFiles text(String name, String text) {
        add(new RuleFile(name, text));
        return this;
    }

    private void read(String name, Path path) {
        try {
            decode(name, Files.readAllBytes(path));
        } catch (IOException e) {
            unreadable(name, e);
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path name : relative) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private void decode(String name, byte[] bytes) {
        if (bytes.length == 0) {
            problems.error(name, "is empty. Maybe it was not saved yet?");
            return;
        }
        String text = utf8(bytes);
        if (text == null) {
            String readable = new String(bytes, StandardCharsets.UTF_8);
            problems.error(
                    new RuleFile(name, readable),
                    firstLineNotUtf8(bytes),
                    0,
                    "is not UTF-8 text. Maybe save it again with encoding UTF-8?");
        } else {
            add(new RuleFile(name, text));
        }
    }

    private void add(RuleFile file) {
        if (files.stream().anyMatch(other -> other.name().equals(file.name()))) {
            problems.error(file.name(), "was given twice. Maybe one of the two was meant otherwise?");
        } else {
            files.add(file);
        }
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int firstLineNotUtf8(byte[] bytes) {
        int line = 1;
        int start = 0;
        for (int end = 0; end <= bytes.length; end++) {
            if (end == bytes.length || bytes[end] == '\n') {
                byte[] one = Arrays.copyOfRange(bytes, start, end);
                if (utf8(one) == null) {
                    return line;
                }
                start = end + 1;
                line++;
            }
        }
        return 0;
    }

    private void unreadable(String name, Exception e) {
        problems.error(name, "cannot be read (" + e + "). Maybe it is gone, or not yours to read?");
    }
}
