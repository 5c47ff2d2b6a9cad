package org.regulars.internal.prose;

/**
 * What a condition or a decision speaks of, in the customer's words: a field of a fact.
 *
 * @param noun it as a thing: "what your purchase comes to"
 * @param before what stands before how much it is, in a clause: "your purchase comes to"; of a yes or no, what is said if
 *     it is so
 * @param after what stands behind that; of a yes or no, what is said if it is not so
 * @param sort what it is compared with
 */
record Subject(String noun, String before, String after, Sort sort) {

    /** What can be compared. */
    enum Sort {
        /** A text. */
        TEXT,
        /** A number or an amount of money. */
        NUMBER,
        /** A date. */
        DATE,
        /** A time of day. */
        TIME,
        /** A day of the week. */
        DAY,
        /** A month. */
        MONTH,
        /** Nothing: it is so, or it is not so. */
        YES_OR_NO,
        /** A date so long before the event. */
        LONG_AGO
    }

    /** What is spoken of as "it is …". */
    static Subject of(Sort sort, String noun) {
        return new Subject(noun, noun + " is ", "", sort);
    }

    /** A number that has a clause of its own. */
    static Subject number(String noun, String before, String after) {
        return new Subject(noun, before + " ", after.isEmpty() ? "" : " " + after, Sort.NUMBER);
    }

    /** Something that is so or is not. */
    static Subject yesOrNo(String so, String notSo) {
        return new Subject(so, so, notSo, Sort.YES_OR_NO);
    }

    /** The clause that says how much it is. */
    String clause(String how) {
        if (how.equals("exactly 0") && !after.isEmpty()) {
            return before + "no" + after;
        }
        String rest = how.endsWith("exactly 1") && after.startsWith(" units") ? " unit" + after.substring(6) : after;
        return before + how + rest;
    }
}
