package org.regulars.internal.prose;

import java.util.List;
import java.util.stream.Collectors;

/** A document as a page of its own: HTML 5 with its looks in it, without scripts, fit to be printed. */
final class HtmlWriter {

    private static final String LOOKS = """
            body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, "Times New Roman", serif;
              color: #222; background: #fff; overflow-wrap: break-word; }
            h1, h2 { line-height: 1.2; font-weight: normal; }
            h1 { font-size: 2rem; margin: 0 0 1rem; }
            h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid #ccc; break-after: avoid; }
            ul { padding-left: 1.2rem; }
            li { margin: .4rem 0; break-inside: avoid; }
            table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
            th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #ccc; }
            th { white-space: nowrap; }
            tr { break-inside: avoid; }
            code { font: .9em/1.4 Consolas, Menlo, monospace; }
            @media print { body { max-width: none; margin: 0; padding: 0; font-size: 11pt; } }
            """;

    private HtmlWriter() {}

    /** The document. */
    static String write(Document document) {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped(document.title()))
                .append("</title>\n<style>\n")
                .append(LOOKS)
                .append("</style>\n</head>\n<body>\n")
                .append(within("h1", escaped(document.title())));
        document.blocks().forEach(block -> page.append(block(block)));
        return page.append("</body>\n</html>\n").toString();
    }

    private static String block(Block block) {
        if (block instanceof Block.Heading heading) {
            return within("h2", escaped(heading.text()));
        }
        if (block instanceof Block.Paragraph paragraph) {
            return within("p", runs(paragraph.runs()));
        }
        if (block instanceof Block.Bullets bullets) {
            return "<ul>\n"
                    + bullets.items().stream()
                            .map(item -> within("li", runs(item)))
                            .collect(Collectors.joining())
                    + "</ul>\n";
        }
        Block.Table table = (Block.Table) block;
        String head = table.head().stream()
                .map(cell -> "<th>" + escaped(cell) + "</th>")
                .collect(Collectors.joining());
        String rows = table.rows().stream().map(HtmlWriter::row).collect(Collectors.joining());
        return "<table>\n<thead>\n" + within("tr", head) + "</thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n";
    }

    private static String row(List<List<Run>> cells) {
        return within(
                "tr", cells.stream().map(cell -> "<td>" + runs(cell) + "</td>").collect(Collectors.joining()));
    }

    private static String runs(List<Run> runs) {
        return runs.stream().map(HtmlWriter::run).collect(Collectors.joining());
    }

    private static String run(Run run) {
        return switch (run.look()) {
            case PLAIN -> escaped(run.text());
            case STRONG -> "<strong>" + escaped(run.text()) + "</strong>";
            case CODE -> "<code>" + escaped(run.text()) + "</code>";
        };
    }

    private static String within(String tag, String inner) {
        return "<" + tag + ">" + inner + "</" + tag + ">\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
