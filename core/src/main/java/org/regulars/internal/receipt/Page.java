package org.regulars.internal.receipt;

import java.util.Locale;
import org.regulars.Offer;

/** The text of a receipt while it is written, line by line. */
final class Page {

    private static final String DEEPER = "            ";

    private final StringBuilder text = new StringBuilder();
    private String indent = "";

    /** What is written, its lines ended by newlines. */
    String text() {
        return text.toString();
    }

    void line(String line) {
        text.append((indent + line).stripTrailing()).append('\n');
    }

    /** Begins a section; within a block sections follow each other without an empty line. */
    void section(String title) {
        if (indent.isEmpty()) {
            line("");
        }
        line(title);
    }

    /** A section with sections of its own, set in; without content there is none. */
    void block(String title, Runnable content) {
        int before = text.length();
        section(title);
        int titled = text.length();
        indent = "  ";
        content.run();
        indent = "";
        if (text.length() == titled) {
            text.setLength(before);
        }
    }

    /** A number, what it is, and the rule it comes from. */
    void entry(String amount, String words, Offer by) {
        line(String.format(Locale.ROOT, "  %8s  %s", amount, words));
        if (!by.says().equals(by.name())) {
            line(DEEPER + "says: " + by.says());
        }
        line(DEEPER + "rule: " + by.name() + place(by));
    }

    /** A line of the bill. */
    void row(String number, String words, String amount) {
        line(String.format(Locale.ROOT, "  %3s  %-36s %10s", number, words, amount));
    }

    /** A part of a sum. */
    void part(String amount, String words) {
        line(String.format(Locale.ROOT, "  %8s  %s", amount, words));
    }

    /** Where an offer stands, in brackets; nothing for what no rule offers. */
    static String place(Offer offer) {
        return offer.file().isEmpty() ? "" : " (" + offer.file() + ":" + offer.line() + ")";
    }
}
