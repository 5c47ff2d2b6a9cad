package org.regulars.examples.foodmart;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns: the first to the left, all others to the right, or as told. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> left = new ArrayList<>();

    /** A table with this many columns to the left before those to the right. */
    TextTable(int toTheLeft) {
        for (int i = 0; i < toTheLeft; i++) {
            left.add(true);
        }
    }

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The rows, indented, each ended by a newline. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String padding = " ".repeat(width(column) - cell.length());
                line.append(GAP).append(column < left.size() ? cell + padding : padding + cell);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
