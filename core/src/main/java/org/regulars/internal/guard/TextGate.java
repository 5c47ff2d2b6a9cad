package org.regulars.internal.guard;

import java.util.ArrayList;
import java.util.List;
import org.regulars.Bounds;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;

/**
 * Looks at the letters of rule files before any parser does. Drools' parsers take twice the time for every pair of
 * parentheses more, and overflow the stack on long chains; and some letters mean one thing to a reader and another to a
 * compiler.
 */
public final class TextGate {

    /** How long may be what stands between two commas, semicolons or parentheses, quoted texts and remarks left out. */
    private static final int LONGEST_CLAUSE = 1000;

    private static final String INVISIBLE = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b"
            + "\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e"
            + "\u206f\ufeff\ufff9\ufffa\ufffb";

    private final Bounds bounds;
    private final Problems problems;

    /** A gate that says there what is wrong. */
    public TextGate(Bounds bounds, Problems problems) {
        this.bounds = bounds;
        this.problems = problems;
    }

    /** The files that may be parsed. */
    public List<RuleFile> passing(List<RuleFile> files) {
        List<RuleFile> passing = new ArrayList<>();
        for (RuleFile file : files) {
            if (passes(file)) {
                passing.add(file);
            }
        }
        return passing;
    }

    private boolean passes(RuleFile file) {
        String text = file.text();
        if (text.length() > bounds.fileLetters()) {
            problems.error(
                    file.name(),
                    "has " + text.length() + " letters, and " + bounds.fileLetters()
                            + " are the most (the bound 'fileLetters'). Maybe several files?");
            return false;
        }
        return hasPlainLetters(file) && isShallow(file);
    }

    private boolean hasPlainLetters(RuleFile file) {
        String text = file.text();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean control = Character.isISOControl(letter) && letter != '\n' && letter != '\t';
            if (control || INVISIBLE.indexOf(letter) >= 0 || isHalf(text, i)) {
                problems.error(
                        file,
                        i,
                        String.format(
                                "There is a letter here that cannot be seen (U+%04X). Maybe type the line anew?",
                                (int) letter));
                return false;
            }
            if (letter == '\\' && text.startsWith("u", i + 1)) {
                problems.error(file, i, "A letter stands for itself, not as '\\u…'. Maybe type the letter?");
                return false;
            }
        }
        return true;
    }

    private static boolean isHalf(String text, int at) {
        char letter = text.charAt(at);
        if (Character.isHighSurrogate(letter)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(letter) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private boolean isShallow(RuleFile file) {
        String text = file.text();
        int depth = 0;
        int clause = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int end = endOfWords(text, i);
            if (end > i) {
                i = end - 1;
                continue;
            }
            clause++;
            if ("([{".indexOf(letter) >= 0) {
                depth++;
                clause = 0;
            } else if (")]}".indexOf(letter) >= 0) {
                depth = Math.max(0, depth - 1);
                clause = 0;
            } else if (letter == ',' || letter == ';') {
                clause = 0;
            } else if (Character.isWhitespace(letter)) {
                clause--;
            }
            if (depth > bounds.nesting()) {
                problems.error(
                        file,
                        i,
                        "Parentheses stand in each other more than " + bounds.nesting()
                                + " deep (the bound 'nesting'). Maybe two conditions?");
                return false;
            }
            if (clause > LONGEST_CLAUSE) {
                problems.error(
                        file,
                        i,
                        "Here are more than " + LONGEST_CLAUSE
                                + " letters without a comma or a parenthesis. Maybe several conditions?");
                return false;
            }
        }
        return true;
    }

    /** The end of the quoted text or remark that begins here; the same place if none does. */
    private static int endOfWords(String text, int at) {
        char letter = text.charAt(at);
        if (letter == '"' || letter == '\'') {
            int i = at + 1;
            while (i < text.length() && text.charAt(i) != letter && text.charAt(i) != '\n') {
                i += text.charAt(i) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), i + 1);
        }
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? text.length() : end + 2;
        }
        return at;
    }
}
