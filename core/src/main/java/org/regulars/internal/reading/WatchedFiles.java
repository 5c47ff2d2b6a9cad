package org.regulars.internal.reading;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The rule files of a directory in which others write at the same time. Whoever saves a file may write half of it now and
 * half of it later, or take it away for a moment, so what stands there counts once two looks in a row have seen the
 * same. Looks at the texts, because time stamps are too coarse for two saves in a moment, and change when nothing else does.
 * Used by one thread at a time.
 */
public final class WatchedFiles {

    private final Path directory;
    private String seen = "";
    private String given = "";

    /** Looks at nothing yet. */
    public WatchedFiles(Path directory) {
        this.directory = directory;
    }

    /** What stands there now, at rest or not. */
    public RuleFiles first() {
        RuleFiles files = new RuleFiles().directory(directory);
        seen = imprint(files);
        given = seen;
        return files;
    }

    /** What stands there now, if it was the same at the last look, and is other than what was given out last. */
    public Optional<RuleFiles> look() {
        RuleFiles files = new RuleFiles().directory(directory);
        String now = imprint(files);
        boolean atRest = now.equals(seen);
        seen = now;
        if (!atRest || now.equals(given)) {
            return Optional.empty();
        }
        given = now;
        return Optional.of(files);
    }

    private static String imprint(RuleFiles files) {
        return Fingerprint.of(files.files()) + files.problems();
    }
}
