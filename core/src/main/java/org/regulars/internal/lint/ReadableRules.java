package org.regulars.internal.lint;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.reading.ParsedFile;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.RuleParser;
import org.regulars.internal.reading.RuleParser.Unreadable;
import org.regulars.internal.reading.Vocabulary;

/**
 * Reads a file rule by rule where it cannot be read as a whole, so that one rule that cannot be read hides nothing that is
 * wrong with the others.
 */
public final class ReadableRules {

    private final RuleFile file;
    private final Problems problems;
    private final TextLint lint;

    private ReadableRules(RuleFile file, Vocabulary vocabulary, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.lint = new TextLint(file, vocabulary, problems);
    }

    /** What can be read of a file, once it has been said what cannot; null if that is nothing. */
    public static @Nullable ParsedFile of(RuleFile file, Vocabulary vocabulary, Problems problems) {
        return new ReadableRules(file, vocabulary, problems).parsed();
    }

    private @Nullable ParsedFile parsed() {
        StringBuilder text = new StringBuilder(lint.readable());
        RuleParser.Reading whole = RuleParser.read(file, text.toString());
        if (whole.unreadable().isEmpty()) {
            return whole.file();
        }
        StringBuilder between = new StringBuilder(text);
        boolean told = false;
        for (RuleOutline rule : lint.rules()) {
            String alone = text.substring(rule.start(), rule.end());
            TextLint.blank(between, rule.start(), rule.end());
            if (alone.isBlank()) {
                continue;
            }
            RuleFile only = new RuleFile(file.name(), alone);
            List<Unreadable> unreadable = RuleParser.read(only, alone).unreadable();
            if (!unreadable.isEmpty()) {
                told = true;
                tell(rule, rule.start() + offsetIn(only, unreadable.get(0)));
                TextLint.blank(text, rule.start(), rule.end());
            }
        }
        if (told) {
            RuleParser.Reading rest = RuleParser.read(file, text.toString());
            if (rest.unreadable().isEmpty()) {
                return rest.file();
            }
        }
        List<Unreadable> outside = RuleParser.read(file, between.toString()).unreadable();
        tellOutside(outside.isEmpty() ? whole.unreadable().get(0) : outside.get(0));
        return null;
    }

    private void tell(RuleOutline rule, int where) {
        int offset = Math.max(rule.start(), Math.min(where, rule.end() - 1));
        Token there = tokenAt(rule.when(), offset);
        if (there.exists()) {
            problems.error(
                    file,
                    there.start(),
                    "Here the conditions cannot be read any further, at '" + there.text()
                            + "'. Maybe a comma, a comparison or a parenthesis is missing before it?");
            return;
        }
        there = tokenAt(rule.head(), offset);
        if (there.exists()) {
            problems.error(
                    file,
                    there.start(),
                    "'" + there.text() + "' cannot be read here. Maybe only @says( \"\u2026\" ) was meant?");
        } else if (offset > rule.start()
                && !rule.when().isEmpty()
                && offset > last(rule.when()).start()) {
            problems.error(
                    file,
                    last(rule.when()).start(),
                    "Behind this the conditions end too early. Maybe a parenthesis or a value is missing?");
        } else {
            problems.error(
                    file,
                    rule.start(),
                    "This rule cannot be read. Maybe compare it, word by word, with one that works?");
        }
    }

    private void tellOutside(Unreadable unreadable) {
        int offset = offsetIn(file, unreadable);
        if (!problems.hasErrors(file)) {
            problems.error(
                    file,
                    Math.min(offset, Math.max(0, file.text().length() - 1)),
                    "This cannot be read as a rule. Maybe something outside the rules that does not belong there?");
        }
    }

    private static int offsetIn(RuleFile file, Unreadable unreadable) {
        int line =
                Math.max(1, Math.min(unreadable.line(), file.lineOf(file.text().length())));
        return Math.min(
                file.offsetOf(line) + Math.max(0, unreadable.column() - 1),
                file.text().length());
    }

    private static Token last(List<Token> tokens) {
        return tokens.get(tokens.size() - 1);
    }

    /** The token at an offset, or the next one behind it. */
    private static Token tokenAt(List<Token> tokens, int offset) {
        if (tokens.isEmpty() || offset < tokens.get(0).start()) {
            return Token.NONE;
        }
        return tokens.stream().filter(token -> token.end() > offset).findFirst().orElse(Token.NONE);
    }
}
