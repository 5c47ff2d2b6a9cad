package org.regulars;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Something wrong with a rule file, or something in it that is probably not meant so.
 *
 * @param file the rule file, relative to where the rules were loaded from; empty if it concerns them all
 * @param line the line, from 1; 0 if it concerns the whole file
 * @param column the column of the first letter concerned, from 1; 0 if it concerns the whole line
 * @param severity whether the rules can be used all the same
 * @param message what is wrong, in words a merchant knows, and what may have been meant; of 400 letters at most, so that no file
 *     floods a log: what is longer is left out in the middle
 * @param source the text of that line; empty if it concerns the whole file. Of a line of more than 300 letters only what is
 *     around the column.
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

    private static final int LONGEST_MESSAGE = 400;
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_SOURCE = 300;

    /** How many letters of a long line are shown before the column and, with it, behind. */
    private static final int AROUND = 100;

    private static final Pattern LONG_WORD = Pattern.compile("(\\S{" + LONGEST_WORD + "})\\S+");

    /** Cuts what is longer than anyone reads. */
    public RuleProblem {
        message = shortened(message);
        source = around(source, column);
    }

    private static String shortened(String message) {
        if (message.length() <= LONGEST_MESSAGE) {
            return message;
        }
        String words = LONG_WORD.matcher(message).replaceAll("$1…");
        // What may have been meant stands last.
        int behind = LONGEST_MESSAGE / 2 - 1;
        return words.length() <= LONGEST_MESSAGE
                ? words
                : words.substring(0, LONGEST_MESSAGE / 2) + "…" + words.substring(words.length() - behind);
    }

    /** A short line as it is; of a long one the beginning, or what is around a column far from there. */
    private static String around(String line, int column) {
        if (line.length() <= LONGEST_SOURCE) {
            return line;
        }
        if (column <= LONGEST_SOURCE - AROUND / 2) {
            return line.substring(0, LONGEST_SOURCE - 1) + "…";
        }
        int begin = Math.min(column, line.length() + 1) - AROUND;
        int end = Math.min(line.length(), begin + 2 * AROUND - 2);
        return "…" + line.substring(begin, end) + (end < line.length() ? "…" : "");
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
            source.chars().limit(before()).forEach(letter -> text.append(letter == '\t' ? '\t' : ' '));
            text.append('^');
        }
        return text.toString();
    }

    /** How many letters of {@link #source} stand before the column: a line cut at its beginning is shorter than that. */
    private long before() {
        return column > source.length() + 1 ? AROUND : column - 1L;
    }
}
