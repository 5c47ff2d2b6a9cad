package org.regulars.examples.foodmart.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One INSERT statement of the script. Its values are kept as they are written, NULL included, and understood only when
 * asked for: most columns never are.
 *
 * @param script the name of the script, for errors
 * @param line the number of its line, from 1
 * @param table the table it adds to
 * @param columns the place of each column among the values
 * @param values the SQL literals, one a column
 */
record ScriptRow(String script, int line, String table, Map<String, Integer> columns, List<String> values) {

    private static final String MIDNIGHT = " 00:00:00.000000000";

    int integer(String column) {
        String value = value(column);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw error(column, value + " is not a whole number", e);
        }
    }

    BigDecimal decimal(String column) {
        String value = value(column);
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw error(column, value + " is not a number", e);
        }
    }

    /** A date, which the script also writes as a timestamp at midnight. */
    LocalDate date(String column) {
        String text = text(column);
        String day = text.endsWith(MIDNIGHT) ? text.substring(0, text.length() - MIDNIGHT.length()) : text;
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw error(column, "'" + text + "' is not a date", e);
        }
    }

    String text(String column) {
        String value = value(column);
        if (!SqlLiterals.isText(value)) {
            throw error(column, value + " is not a text");
        }
        try {
            return SqlLiterals.text(value);
        } catch (IllegalArgumentException e) {
            throw error(column, value + " is not a text that HSQLDB writes", e);
        }
    }

    FoodMartException error(String column, String problem) {
        return new FoodMartException(where(column) + problem);
    }

    private FoodMartException error(String column, String problem, Throwable cause) {
        return new FoodMartException(where(column) + problem, cause);
    }

    private String where(String column) {
        return script + ", line " + line + ", table " + table + ", column " + column + ": ";
    }

    private String value(String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw error(column, "the table has no such column");
        }
        return values.get(index);
    }
}
