package org.regulars.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.regulars.facts.Item;
import org.regulars.facts.PaidItem;

/** The numbers of the lines that a rule matched, in order. Most matches are about one of the first lines, and share their lists. */
final class MatchedLines {

    private static final List<List<Integer>> SHARED =
            IntStream.range(0, 128).mapToObj(List::of).toList();

    private MatchedLines() {}

    /** That of one fact; empty if it is about no line. */
    static List<Integer> of(Object fact) {
        if (fact instanceof PaidItem paid) {
            return of(paid.line());
        }
        return fact instanceof Item item ? of(item.line()) : List.of();
    }

    /** Those of several facts, each once. */
    static List<Integer> of(Iterable<?> facts) {
        List<Integer> lines = new ArrayList<>();
        for (Object fact : facts) {
            lines.addAll(of(fact));
        }
        return lines.size() < 2 ? List.copyOf(lines) : List.copyOf(new TreeSet<>(lines));
    }

    private static List<Integer> of(int line) {
        return line >= 0 && line < SHARED.size() ? SHARED.get(line) : List.of(line);
    }
}
