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

    /** Far more than any rule set has: what is more is not even taken into memory. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int MOST_FILES = 10_000;

    private final List<RuleFile> files = new ArrayList<>();
    private int bytes;
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
            List<Path> found = below.filter(path -> path.toString().endsWith(ENDING))
                    .filter(path -> !isHidden(directory.relativize(path)))
                    .filter(Files::isRegularFile)
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (found.size() > MOST_FILES) {
                problems.error(
                        directory.toString(), "has more than " + MOST_FILES + " rule files. Maybe the path is wrong?");
                return this;
            }
            found.forEach(path -> read(directory.relativize(path).toString().replace('\\', '/'), path));
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
                take(name, in);
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
        try (InputStream in = Files.newInputStream(path)) {
            take(name, in);
        } catch (IOException e) {
            unreadable(name, e);
        }
    }

    /** Reads no more than there is room for, however large a file says it is. */
    private void take(String name, InputStream in) throws IOException {
        byte[] read = in.readNBytes(MOST_BYTES - bytes + 1);
        if (read.length > MOST_BYTES - bytes) {
            bytes = MOST_BYTES;
            problems.error(
                    name,
                    "makes the rule files more than " + MOST_BYTES / 1024 / 1024
                            + " megabytes. Maybe it is no rule file?");
            return;
        }
        bytes += read.length;
        decode(name, read);
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
