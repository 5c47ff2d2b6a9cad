package org.regulars;

import java.io.Serializable;

/**
 * Something wrong with a rule file, or something in it that is probably not meant so.
 *
 * @param file the rule file, relative to where the rules were loaded from; empty if it concerns them all
 * @param line the line, from 1; 0 if it concerns the whole file
 * @param column the column of the first letter concerned, from 1; 0 if it concerns the whole line
 * @param severity whether the rules can be used all the same
 * @param message what is wrong, in words a merchant knows, and what may have been meant
 * @param source the text of that line; empty if it concerns the whole file
 */
public record RuleProblem(String file, int line, int column, Severity severity, String message, String source)
        implements Serializable {

    /** Whether rules with such a problem can be used. */
    public enum Severity {
        /** They cannot: nothing is loaded. */
        ERROR,
        /** They can, but something in them is probably not meant so. */
        WARNING
    }

    /** The problem on one line, as an editor understands it: {@code coffee.drl:8:17: message}; a warning says so. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        text.append(text.isEmpty() ? "" : ": ");
        return text.append(severity == Severity.WARNING ? "warning: " : "")
                .append(message)
                .toString();
    }

    /** The problem with the line it is on, and a caret under the letter where it begins. */
    public String shown() {
        if (source.isBlank()) {
            return toString();
        }
        StringBuilder text = new StringBuilder(toString()).append("\n    ").append(source);
        if (column > 0) {
            text.append("\n    ");
            // A tab stays a tab, so that the caret stands where the editor has the letter.
            source.chars().limit(column - 1L).forEach(letter -> text.append(letter == '\t' ? '\t' : ' '));
            text.append('^');
        }
        return text.toString();
    }
}
