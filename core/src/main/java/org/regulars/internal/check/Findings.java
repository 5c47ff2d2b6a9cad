package org.regulars.internal.check;

import java.util.TreeMap;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;

/** What the lint has found in one file, told at once, and kept so that no mistake is told twice in other words. */
final class Findings {

    private final RuleFile file;
    private final Problems problems;
    private final TreeMap<Integer, Integer> places = new TreeMap<>();

    Findings(RuleFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    RuleFile file() {
        return file;
    }

    /** Something wrong at an offset; the first to say something of a place is right. */
    void wrong(int offset, String message) {
        if (places.putIfAbsent(offset, offset) == null) {
            problems.error(file, offset, message);
        }
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
        int from = file.text().lastIndexOf('\n', offset - 1) + 1;
        int to = file.text().indexOf('\n', offset);
        return between(from, to < 0 ? file.text().length() + 1 : to + 1);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }
}
