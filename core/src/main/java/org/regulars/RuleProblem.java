package org.regulars;

import java.io.Serializable;

/**
 * Something wrong with a rule file.
 *
 * @param file the rule file, relative to where the rules were loaded from; empty if it concerns them all
 * @param line the line, from 1; 0 if it concerns the whole file
 * @param column the column, from 1; 0 if it is not known
 * @param message what is wrong, in words a merchant knows
 */
public record RuleProblem(String file, int line, int column, String message) implements Serializable {

    /** The problem as an editor understands it: {@code coffee.drl:8:17: message}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        return text.append(text.isEmpty() ? "" : ": ").append(message).toString();
    }
}
