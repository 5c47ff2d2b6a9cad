package org.regulars.internal.rules;

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
}
