package org.regulars.examples.foodmart.data;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Things by id, with an error that says where when an id comes twice or is unknown. */
final class Table<T> {

    private final String script;
    private final String thing;
    private final SortedMap<Integer, T> rows = new TreeMap<>();

    /**
     * @param script the name of the script, for errors
     * @param thing what one row is, for errors
     */
    Table(String script, String thing) {
        this.script = script;
        this.thing = thing;
    }

    void add(int id, int scriptLine, T row) {
        if (rows.containsKey(id)) {
            throw error(scriptLine, "the " + thing + " " + id + " comes twice");
        }
        rows.put(id, row);
    }

    /** Looks up an id that the given line of the script refers to. */
    T get(int id, int scriptLine) {
        T row = rows.get(id);
        if (row == null) {
            throw error(scriptLine, "there is no " + thing + " " + id);
        }
        return row;
    }

    SortedMap<Integer, T> rows() {
        return Collections.unmodifiableSortedMap(rows);
    }

    private FoodMartException error(int scriptLine, String problem) {
        return new FoodMartException(script + ", line " + scriptLine + ": " + problem);
    }
}
