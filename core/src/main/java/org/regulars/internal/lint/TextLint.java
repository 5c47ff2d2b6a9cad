package org.regulars.internal.lint;

import java.util.ArrayList;
import java.util.List;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.Vocabulary;

/**
 * Finds what is wrong in the text of a rule file before anything parses it: a parser names the place where it gives up, and
 * this the place where the mistake is. It says only what is certain.
 */
final class TextLint {

    private final RuleFile file;
    private final Findings found;
    private final List<RuleOutline> rules;
    private final List<int[]> lone;

    /** Looks a file through, and says there what is wrong. */
    TextLint(RuleFile file, Vocabulary vocabulary, Problems problems) {
        this.file = file;
        this.found = new Findings(file, problems);
        Skeleton skeleton = new Skeleton(Tokens.of(found), found);
        this.rules = skeleton.rules();
        this.lone = skeleton.lone();
        for (RuleOutline rule : rules) {
            new ConditionLint(vocabulary, found, rule.when()).check();
            new ThenLint(new Bindings(vocabulary, rule.when()), found, rule.then()).check();
            doubtInvisible(rule.when());
            doubtInvisible(rule.then());
        }
    }

    /** The rules of the file, broken ones too. */
    List<RuleOutline> rules() {
        return rules;
    }

    /** The file without the rules something is wrong with, no letter moved; so that the others are still looked at. */
    String readable() {
        StringBuilder text = new StringBuilder(file.text());
        for (RuleOutline rule : rules) {
            if (found.between(rule.start(), rule.end())) {
                blank(text, rule.start(), rule.end());
            }
        }
        for (int[] part : lone) {
            blank(text, part[0], part[1]);
        }
        return text.toString();
    }

    /** Blanks what stands from one offset to before another, but for line ends. */
    static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }

    /** A text with a letter nobody sees is no other text that looks the same. */
    private void doubtInvisible(List<Token> tokens) {
        List<Token> texts = new ArrayList<>(tokens);
        texts.removeIf(token -> !token.isText() || token.broken());
        for (Token token : texts) {
            for (int i = 0; i < token.text().length(); i++) {
                if (Tokens.isInvisible(token.text().charAt(i))) {
                    found.doubtful(
                            token.start() + i,
                            "In this text stands a letter that nobody sees, so it is not what it looks like. Maybe delete it"
                                    + " and type a blank?");
                    break;
                }
            }
        }
    }
}
