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

    private static final String INVISIBLE = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b"
            + "\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e"
            + "\u206f\ufeff\ufff9\ufffa\ufffb";

    private final Bounds bounds;
    private final Problems problems;
    private int rules;

    /** A gate that says there what is wrong. */
    public TextGate(Bounds bounds, Problems problems) {
        this.bounds = bounds;
        this.problems = problems;
    }

    /** The files that may be parsed; none if they are too much together. */
    public List<RuleFile> passing(List<RuleFile> files) {
        long letters = files.stream().mapToLong(file -> file.text().length()).sum();
        if (letters > bounds.allLetters()) {
            problems.error(
                    "",
                    "The rule files have " + letters + " letters together, and " + bounds.allLetters()
                            + " are the most (the bound 'allLetters'). Maybe several rule sets?");
            return List.of();
        }
        List<RuleFile> passing = new ArrayList<>();
        for (RuleFile file : files) {
            if (passes(file)) {
                passing.add(file);
            }
        }
        if (rules > bounds.rules()) {
            problems.error(
                    "",
                    "There are " + rules + " rules, and " + bounds.rules()
                            + " are the most (the bound 'rules'). Maybe several rule sets?");
            return List.of();
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
        if (!hasPlainLetters(file)) {
            return false;
        }
        Measure measure = Measure.of(file.text(), bounds);
        rules += measure.rules();
        if (!measure.refusal().isEmpty()) {
            problems.error(file, measure.at(), measure.refusal());
        }
        return measure.refusal().isEmpty();
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
}
