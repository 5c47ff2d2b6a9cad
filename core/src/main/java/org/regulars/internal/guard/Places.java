package org.regulars.internal.guard;

import com.github.javaparser.Position;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;

/** Says problems at the place in a rule where the words stand that they are about. */
final class Places {

    private final ParsedRule rule;
    private final Problems problems;
    private final int begin;

    Places(ParsedRule rule, Problems problems) {
        this.rule = rule;
        this.problems = problems;
        this.begin = rule.file().offsetOf(rule.content().getLine());
    }

    /** Something wrong with these words, where they first stand in the rule; with the rule if they do not. */
    void error(String words, String message) {
        errorIn(words, 0, message);
    }

    /** Something wrong at a letter of these words. */
    void errorIn(String words, int offset, String message) {
        RuleFile file = rule.file();
        int at = indexOf(words);
        if (words.isEmpty() || at < 0 || at > end()) {
            problems.error(file, rule.offer().line(), 0, message);
        } else {
            problems.error(file, at + Math.min(offset, words.length() - 1), message);
        }
    }

    /** Where the words stand, not as a part of longer ones; -1 for nowhere. */
    private int indexOf(String words) {
        String text = rule.file().text();
        int at = text.indexOf(words, begin);
        while (at >= 0 && !words.isEmpty() && (isWithin(text, at) || isWithin(text, at + words.length()))) {
            at = text.indexOf(words, at + 1);
        }
        return at;
    }

    /** Whether a word goes on across a place. */
    private static boolean isWithin(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isJavaIdentifierPart(text.charAt(at - 1))
                && Character.isJavaIdentifierPart(text.charAt(at));
    }

    /** Something wrong at a letter of what stands after {@code then}. */
    void errorInThen(int offset, String message) {
        int then = rule.file().text().indexOf(rule.then(), begin);
        if (then < 0) {
            problems.error(rule.file(), rule.offer().line(), 0, message);
        } else {
            problems.error(rule.file(), then + Math.min(offset, rule.then().length()), message);
        }
    }

    /** Where in a text a parser's line and column are. */
    static int offset(String text, Position position) {
        int line = 0;
        for (int before = 1; before < position.line; before++) {
            line = text.indexOf('\n', line) + 1;
        }
        return Math.max(0, Math.min(text.length(), line + position.column - 1));
    }

    private int end() {
        int then = rule.file().text().indexOf(rule.then(), begin);
        return then < 0 ? rule.file().text().length() : then + rule.then().length();
    }
}
