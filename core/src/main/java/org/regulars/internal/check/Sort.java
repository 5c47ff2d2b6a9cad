package org.regulars.internal.check;

/** What a term is, as a merchant would say it. */
enum Sort {
    NUMBER("a number"),
    TEXT("text"),
    DATE("a date"),
    TIME("a time"),
    YES_OR_NO("yes or no"),
    DAY("a day of the week"),
    MONTH("a month"),
    TIER("a tier"),
    FACT("a fact"),
    LIST("a list"),
    NOTHING("nothing"),
    /** A word of a decision, so that it can be told what may follow it. */
    DECISION("a decision"),
    /** Something Java knows and this check does not. */
    UNKNOWN("something else");

    private final String words;

    Sort(String words) {
        this.words = words;
    }

    /** As it goes on after "is". */
    String words() {
        return words;
    }

    /** Whether it is written as text in a rule. */
    boolean isWritten() {
        return this == TEXT || this == DATE || this == TIME;
    }
}
