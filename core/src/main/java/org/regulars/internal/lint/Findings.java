package org.regulars.internal.lint;

import java.util.TreeMap;
import java.util.TreeSet;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;

/** What the lint has found in one file, told at once, and kept so that no mistake is told twice in other words. */
final class Findings {

    /** Nobody reads more, and a file of nothing but mistakes must not take for ever. */
    private static final int MOST = 50;

    private final RuleFile file;
    private final Problems problems;
    private final TreeSet<Integer> lineStarts = new TreeSet<>();
    private final TreeMap<Integer, Integer> places = new TreeMap<>();
    private int told;

    Findings(RuleFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
        lineStarts.add(0);
        for (int end = file.text().indexOf('\n'); end >= 0; end = file.text().indexOf('\n', end + 1)) {
            lineStarts.add(end + 1);
        }
    }

    RuleFile file() {
        return file;
    }

    /** Something wrong at an offset; the first to say something of a place is right. */
    void wrong(int offset, String message) {
        if (places.putIfAbsent(offset, offset) == null && told < MOST) {
            told++;
            problems.error(file, offset, message);
        }
    }

    /** Whether so much is wrong that nothing more is told. */
    boolean isFull() {
        return told >= MOST;
    }

    /** Something wrong with a token. */
    void wrong(Token token, String message) {
        wrong(token.start(), message);
    }

    /** Takes a token for part of what was told last. */
    void told(Token token) {
        places.putIfAbsent(token.start(), token.start());
    }

    /** Something at an offset that is probably not meant so. */
    void doubtful(int offset, String message) {
        problems.warning(file, offset, message);
    }

    /** Whether something was found from one offset to before another. */
    boolean between(int from, int to) {
        return from < to && !places.subMap(from, to).isEmpty();
    }

    /** Whether something was found on the line of an offset. */
    boolean onLineOf(int offset) {
        Integer next = lineStarts.higher(offset);
        return between(lineStart(offset), next == null ? file.text().length() + 1 : next);
    }

    /** The offset at which the line of another offset begins. */
    int lineStart(int offset) {
        Integer start = lineStarts.floor(offset);
        return start == null ? 0 : start;
    }
}
