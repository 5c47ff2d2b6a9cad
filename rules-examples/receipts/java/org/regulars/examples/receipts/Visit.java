package org.regulars.examples.receipts;

import org.regulars.Outcome;
import org.regulars.Progress;

/** What came of a visit, as the examples print it: the receipt, and what comes next. */
public final class Visit {

    private Visit() {}

    /** A visit under a heading. */
    public static String visit(String heading, Outcome outcome) {
        return "=== " + heading + "\n\n" + outcome.explain() + next(outcome) + "\n";
    }

    /** What the member may come back for, or nothing. */
    public static String next(Outcome outcome) {
        StringBuilder next = new StringBuilder();
        for (Progress each : outcome.progress()) {
            next.append(next.isEmpty() ? "\nNext\n" : "")
                    .append("  ")
                    .append(each.text())
                    .append('\n');
        }
        return next.toString();
    }
}
