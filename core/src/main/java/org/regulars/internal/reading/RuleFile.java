package org.regulars.internal.reading;

/**
 * The text of a rule file, as the merchant sees it: without a byte order mark, lines ended by a newline.
 *
 * @param name its path relative to where the rules were loaded from, with slashes
 */
public record RuleFile(String name, String text) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Brings the text to its one form, so that the same rules have the same fingerprint everywhere. */
    public RuleFile {
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        text = text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The line, from 1, on which the letter at this offset stands. */
    public int lineOf(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** The column, from 1, in which the letter at this offset stands. */
    public int columnOf(int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }

    /** The offset of a line's first letter; the line counts from 1. */
    public int offsetOf(int line) {
        int offset = 0;
        for (int before = 1; before < line; before++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        return offset;
    }

    /** The text of a line, from 1, without its end; empty for one that is not there. */
    public String line(int line) {
        return line < 1 ? "" : text.lines().skip(line - 1L).findFirst().orElse("");
    }
}
