package org.regulars.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A drawing, as text that any browser shows. */
final class Svg {

    private final StringBuilder text = new StringBuilder();

    /** An empty one on white, because a page may be dark. */
    Svg(int width, int height, String title) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"13\" fill=\"#222\">",
                width, height, width, height);
        add("<title>%s</title>", title);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
        text(width / 2.0, 28, "middle", "font-size=\"17\" font-weight=\"bold\"", title);
    }

    /** A point of the drawing. */
    record Point(double x, double y) {}

    void text(double x, double y, String anchor, String style, String words) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>", x, y, anchor, style, words);
    }

    /** From bottom to top, beside an axis. */
    void upright(double x, double y, String words) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" transform=\"rotate(-90 %.1f %.1f)\">%s</text>",
                x, y, x, y, words);
    }

    void line(double fromX, double fromY, double toX, double toY, String colour) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", fromX, fromY, toX, toY, colour);
    }

    void curve(List<Point> points, String colour, double width) {
        String places = points.stream()
                .map(each -> String.format(Locale.ROOT, "%.1f,%.1f", each.x, each.y))
                .collect(Collectors.joining(" "));
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"/>", places, colour, width);
    }

    void dot(Point at, String colour) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>", at.x, at.y, colour);
    }

    private void add(String format, Object... parts) {
        text.append(String.format(Locale.ROOT, format, parts)).append('\n');
    }

    @Override
    public String toString() {
        return text + "</svg>\n";
    }
}
