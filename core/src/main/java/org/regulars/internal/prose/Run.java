package org.regulars.internal.prose;

/**
 * A stretch of text that looks the same all through.
 *
 * @param look how it looks
 * @param text what is read, as it is: writers escape it
 */
record Run(Look look, String text) {

    /** How a stretch of text looks. */
    enum Look {
        /** As the text around it. */
        PLAIN,
        /** Stands out. */
        STRONG,
        /** Letter by letter as it stands in a rule. */
        CODE
    }

    static Run plain(String text) {
        return new Run(Look.PLAIN, text);
    }

    static Run strong(String text) {
        return new Run(Look.STRONG, text);
    }

    static Run code(String text) {
        return new Run(Look.CODE, text);
    }
}
