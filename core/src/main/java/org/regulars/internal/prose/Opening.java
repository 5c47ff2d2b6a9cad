package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.regulars.internal.reading.RuleFile;

/**
 * The promise that a rule file opens with, as on the poster: the remarks above its first rule.
 *
 * @param title its first line
 * @param paragraphs what stands below
 */
record Opening(String title, List<String> paragraphs) {

    /** The openings of these files, in their order; files without one are left out. */
    static List<Opening> of(List<RuleFile> files) {
        return files.stream()
                .map(Opening::of)
                .filter(opening -> !opening.title().isEmpty())
                .toList();
    }

    private static Opening of(RuleFile file) {
        List<String> lines = file.text()
                .lines()
                .dropWhile(String::isBlank)
                .map(String::strip)
                .takeWhile(line -> line.startsWith("//"))
                .map(line -> line.substring(2).strip())
                .collect(Collectors.toCollection(ArrayList::new));
        lines.add("");
        List<String> paragraphs = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        for (String line : lines) {
            if (!line.isEmpty()) {
                paragraph.add(line);
            } else if (!paragraph.isEmpty()) {
                paragraphs.add(String.join(" ", paragraph));
                paragraph.clear();
            }
        }
        return paragraphs.isEmpty()
                ? new Opening("", List.of())
                : new Opening(paragraphs.get(0), List.copyOf(paragraphs.subList(1, paragraphs.size())));
    }
}
