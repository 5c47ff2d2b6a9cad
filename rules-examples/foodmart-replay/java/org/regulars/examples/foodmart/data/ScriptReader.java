package org.regulars.examples.foodmart.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Streams the rows of the wanted tables out of an HSQLDB script, in which every statement takes one line. The names of
 * the columns come from the CREATE TABLE statements, so the order of the columns need not be known.
 */
final class ScriptReader {

    private static final Pattern CREATE_TABLE =
            Pattern.compile("CREATE MEMORY TABLE \"[^\"]+\".\"([^\"]+)\"\\((.*)\\)");
    private static final Pattern COLUMN = Pattern.compile("(?:^|,)\"([^\"]+)\" ");
    private static final String INSERT = "INSERT INTO \"";
    private static final String VALUES = "\" VALUES";

    private final String script;
    private final Set<String> wanted;
    private final Map<String, Map<String, Integer>> columnsByTable = new HashMap<>();

    ScriptReader(String script, Set<String> wanted) {
        this.script = script;
        this.wanted = wanted;
    }

    /** Hands every wanted row to the consumer, in the order of the script, which must define every wanted table. */
    void read(BufferedReader reader, Consumer<ScriptRow> consumer) {
        int number = 0;
        try {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.startsWith(INSERT)) {
                    readRow(line, number, consumer);
                } else {
                    readColumns(line);
                }
            }
        } catch (IOException e) {
            throw new FoodMartException("Cannot read " + script + " beyond line " + number, e);
        }
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(columnsByTable.keySet());
        if (!missing.isEmpty()) {
            throw new FoodMartException(script + " does not define the tables " + missing);
        }
    }

    private void readColumns(String line) {
        Matcher table = CREATE_TABLE.matcher(line);
        if (!table.matches()) {
            return;
        }
        Map<String, Integer> columns = new HashMap<>();
        Matcher column = COLUMN.matcher(table.group(2));
        while (column.find()) {
            columns.put(column.group(1), columns.size());
        }
        columnsByTable.put(table.group(1), columns);
    }

    private void readRow(String line, int number, Consumer<ScriptRow> consumer) {
        int end = line.indexOf(VALUES, INSERT.length());
        if (end < 0) {
            throw error(number, "an INSERT without VALUES");
        }
        String table = line.substring(INSERT.length(), end);
        if (wanted.contains(table)) {
            consumer.accept(row(line, number, table, end + VALUES.length()));
        }
    }

    private ScriptRow row(String line, int number, String table, int open) {
        Map<String, Integer> columns = columnsByTable.get(table);
        if (columns == null) {
            throw error(number, "a row of the table " + table + ", which is not defined yet");
        }
        List<String> values;
        try {
            values = SqlLiterals.split(line, open);
        } catch (IllegalArgumentException e) {
            throw new FoodMartException(where(number) + "not a list of values: " + e.getMessage(), e);
        }
        if (values.size() != columns.size()) {
            throw error(number, values.size() + " values for the " + columns.size() + " columns of the table " + table);
        }
        return new ScriptRow(script, number, table, columns, values);
    }

    private FoodMartException error(int line, String problem) {
        return new FoodMartException(where(line) + problem);
    }

    private String where(int line) {
        return script + ", line " + line + ": ";
    }
}
