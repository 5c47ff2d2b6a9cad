package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A document as Markdown, of the sort that GitHub shows. */
final class MarkdownWriter {

    private static final Pattern SIGN = Pattern.compile("[\\\\`*\\[\\]<|~&]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
    /** What would begin a heading, a list or a quotation at the beginning of a line. */
    private static final Pattern BEGINNING = Pattern.compile("^([#+\\-=>]|\\d+(?=[.)]))");

    private MarkdownWriter() {}

    /** The document. */
    static String write(Document document) {
        List<String> parts = new ArrayList<>();
        parts.add("# " + escaped(document.title()));
        document.blocks().forEach(block -> parts.add(block(block)));
        return String.join("\n\n", parts) + "\n";
    }

    private static String block(Block block) {
        if (block instanceof Block.Heading heading) {
            return "## " + escaped(heading.text());
        }
        if (block instanceof Block.Paragraph paragraph) {
            return atBeginning(runs(paragraph.runs()));
        }
        if (block instanceof Block.Bullets bullets) {
            return bullets.items().stream()
                    .map(item -> "- " + atBeginning(runs(item)))
                    .collect(Collectors.joining("\n"));
        }
        Block.Table table = (Block.Table) block;
        List<String> lines = new ArrayList<>();
        lines.add(row(table.head().stream().map(MarkdownWriter::escaped).toList()));
        lines.add("|" + "---|".repeat(table.head().size()));
        table.rows()
                .forEach(row ->
                        lines.add(row(row.stream().map(MarkdownWriter::cell).toList())));
        return String.join("\n", lines);
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** In a table a bar ends the cell, even one in code. */
    private static String cell(List<Run> runs) {
        return runs.stream()
                .map(run -> run.look() == Run.Look.CODE ? run(run).replace("|", "\\|") : run(run))
                .collect(Collectors.joining());
    }

    private static String runs(List<Run> runs) {
        return runs.stream().map(MarkdownWriter::run).collect(Collectors.joining());
    }

    private static String run(Run run) {
        return switch (run.look()) {
            case PLAIN -> escaped(run.text());
            case STRONG -> "**" + escaped(run.text()) + "**";
            case CODE -> code(run.text());
        };
    }

    /** Between more backticks than stand in it one after the other. */
    private static String code(String text) {
        StringBuilder fence = new StringBuilder("`");
        while (text.contains(fence)) {
            fence.append('`');
        }
        String blank = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + blank + text + blank + fence;
    }

    private static String escaped(String text) {
        return SIGN.matcher(text).replaceAll(sign -> "\\\\" + (sign.group().equals("\\") ? "\\\\" : sign.group()));
    }

    private static String atBeginning(String text) {
        return BEGINNING
                .matcher(text)
                .replaceFirst(
                        sign -> Character.isDigit(text.charAt(0)) ? sign.group() + "\\\\" : "\\\\" + sign.group());
    }
}
