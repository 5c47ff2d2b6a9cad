package org.regulars.internal.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Tells patterns for {@code matches} that end soon on every text from those that may try every way to split it.
 *
 * <p>Errs on the safe side: what is repeated holds no repetition and no choice itself.
 */
final class SafePattern {

    private static final int LONGEST = 100;
    private static final int MOST_TIMES = 1000;

    private final String pattern;
    private final Deque<Group> open = new ArrayDeque<>();
    private int at;
    private Group atom = new Group();
    private boolean isRepeatable;

    /** What is inside a pair of parentheses. */
    private static final class Group {
        boolean repeats;
        boolean chooses;
    }

    private SafePattern(String pattern) {
        this.pattern = pattern;
        open.push(new Group());
    }

    /** What is wrong with a pattern, to go on after "with"; null if nothing is. */
    static @Nullable String refusal(String pattern) {
        if (pattern.length() > LONGEST) {
            return "a pattern of more than " + LONGEST + " letters";
        }
        String refusal = new SafePattern(pattern).read();
        if (refusal != null) {
            return refusal;
        }
        try {
            Pattern.compile(pattern);
            return null;
        } catch (PatternSyntaxException e) {
            return "what is no pattern (" + e.getDescription() + ")";
        }
    }

    private @Nullable String read() {
        while (at < pattern.length()) {
            String refusal = one(pattern.charAt(at++));
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable String one(char letter) {
        return switch (letter) {
            case '\\' -> escaped();
            case '[' -> oneOf();
            case '(' -> opened();
            case ')' -> closed();
            case '|' -> chosen();
            case '*', '+' -> repeated();
            case '?' -> optional();
            case '{' -> counted();
            default -> plain();
        };
    }

    private @Nullable String plain() {
        atom = new Group();
        isRepeatable = true;
        return null;
    }

    private @Nullable String escaped() {
        char letter = at < pattern.length() ? pattern.charAt(at++) : ' ';
        if (Character.isDigit(letter) || letter == 'k' || letter == 'Q' || letter == 'G') {
            return "'\\" + letter + "' in it";
        }
        if ((letter == 'p' || letter == 'P') && at < pattern.length() && pattern.charAt(at) == '{') {
            at = Math.max(at, pattern.indexOf('}', at)) + 1;
        }
        return plain();
    }

    private @Nullable String oneOf() {
        int from = at;
        while (at < pattern.length() && (pattern.charAt(at) != ']' || at == from)) {
            if (pattern.charAt(at) == '[' || pattern.startsWith("&&", at)) {
                return "brackets in brackets";
            }
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        return plain();
    }

    private @Nullable String opened() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        } else if (pattern.startsWith("?i)", at)) {
            at += 3;
            isRepeatable = false;
            return null;
        } else if (pattern.startsWith("?", at)) {
            return "'(?' in it";
        }
        open.push(new Group());
        isRepeatable = false;
        return null;
    }

    private @Nullable String closed() {
        if (open.size() < 2) {
            return "a ')' too many";
        }
        atom = open.pop();
        isRepeatable = true;
        inside().repeats |= atom.repeats;
        inside().chooses |= atom.chooses;
        return null;
    }

    private @Nullable String chosen() {
        inside().chooses = true;
        isRepeatable = false;
        return null;
    }

    private @Nullable String repeated() {
        if (!isRepeatable || atom.repeats || atom.chooses) {
            return "a repetition of what repeats or chooses";
        }
        inside().repeats = true;
        isRepeatable = false;
        skipGreed();
        return null;
    }

    private @Nullable String optional() {
        if (!isRepeatable) {
            return "a repetition of what repeats or chooses";
        }
        isRepeatable = false;
        inside().chooses = true;
        skipGreed();
        return null;
    }

    private @Nullable String counted() {
        int end = pattern.indexOf('}', at);
        String times = end < 0 ? "" : pattern.substring(at, end);
        if (!times.matches("\\d{1,4}(,\\d{0,4})?")) {
            return "what is no pattern ({" + times + "})";
        }
        for (String number : times.split(",", -1)) {
            if (!number.isEmpty() && Integer.parseInt(number) > MOST_TIMES) {
                return "more than " + MOST_TIMES + " times the same";
            }
        }
        at = end + 1;
        return repeated();
    }

    /** What says how eagerly something is repeated. */
    private void skipGreed() {
        if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
            at++;
        }
    }

    private Group inside() {
        return open.element();
    }
}
