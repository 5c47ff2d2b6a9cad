package org.regulars.internal.kept;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Bounds;
import org.regulars.internal.reading.Vocabulary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory in which compiled rules are kept, a file for each set of rules and way to load them. Threads and processes may
 * share one: a file is written beside the others and then moved to its place as a whole.
 */
public final class KeptRules {

    private static final Logger LOG = LoggerFactory.getLogger(KeptRules.class);

    /** What is kept beyond so many is deleted, the oldest first. */
    static final int MOST = 50;

    /** Many times what five thousand rules take. */
    private static final int MOST_BYTES = 128 * 1024 * 1024;

    private static final String ENDING = ".kept";
    private static final String WRITING = ".writing-";

    private final Path directory;

    /** Those in this directory, which need not be there yet. */
    public KeptRules(Path directory) {
        this.directory = directory;
    }

    /** Where these rules have their place when they are loaded so; null if that cannot be told from another way. */
    public @Nullable Place place(String fingerprint, Vocabulary vocabulary, Bounds bounds, @Nullable LocalDate today) {
        byte[] key = Key.of(fingerprint, vocabulary, bounds, today);
        return key == null ? null : new Place(fingerprint, key);
    }

    /** Where one set of rules is kept, or will be. */
    public final class Place {

        private final String fingerprint;
        private final byte[] key;
        private final Path file;

        Place(String fingerprint, byte[] key) {
            this.fingerprint = fingerprint;
            this.key = key;
            this.file = directory.resolve(HexFormat.of().formatHex(key) + ENDING);
        }

        /** The fingerprint of the rules. */
        public String fingerprint() {
            return fingerprint;
        }

        /** What is kept here, as far as it is whole; null if it is not, or if there is nothing. */
        public @Nullable Compilation read() {
            try {
                // What waits for someone to write to it, as a pipe does, would have us wait, too.
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    LOG.debug("Nothing is kept in {}", file);
                    return null;
                }
                return Entry.read(bytes(), key);
            } catch (NoSuchFileException e) {
                LOG.debug("Nothing is kept in {} any more", file);
            } catch (Entry.Damaged e) {
                LOG.warn("What is kept in {} is damaged, and the rules are compiled anew: {}", file, e.getMessage());
            } catch (IOException | RuntimeException e) {
                LOG.warn("What is kept in {} cannot be read, and the rules are compiled anew", file, e);
            }
            return null;
        }

        private byte[] bytes() throws IOException {
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] read = in.readNBytes(MOST_BYTES + 1);
                if (read.length > MOST_BYTES) {
                    throw new Entry.Damaged("it is longer than anything that is kept");
                }
                return read;
            }
        }

        /** Keeps it here; if that cannot be, the log says so. */
        public void write(Compilation made) {
            try {
                byte[] entry = Entry.write(made, key);
                if (entry.length > MOST_BYTES) {
                    LOG.warn("The rules are too large to be kept: {} bytes", entry.length);
                    return;
                }
                Files.createDirectories(directory);
                Path written = Files.createTempFile(directory, WRITING, null);
                try {
                    Files.write(written, entry);
                    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(written);
                }
                deleteOld("*" + ENDING);
                // Left behind where the JVM ended while it wrote.
                deleteOld(WRITING + "*");
            } catch (IOException | RuntimeException e) {
                LOG.warn("The compiled rules cannot be kept in {}", directory, e);
            }
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    private void deleteOld(String names) throws IOException {
        record Dated(Path file, FileTime at) {}
        List<Dated> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, names)) {
            for (Path each : files) {
                all.add(new Dated(each, Files.getLastModifiedTime(each, LinkOption.NOFOLLOW_LINKS)));
            }
        }
        if (all.size() > MOST) {
            all.sort(Comparator.comparing(Dated::at));
            for (Dated old : all.subList(0, all.size() - MOST)) {
                Files.deleteIfExists(old.file());
            }
        }
    }
}
