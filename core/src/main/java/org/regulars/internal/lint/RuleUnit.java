package org.regulars.internal.lint;

import java.util.ArrayList;
import java.util.List;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.Vocabulary;

/**
 * One rule of a file, to be compiled alone.
 *
 * @param file where it stands
 * @param text where in it
 */
record RuleUnit(RuleFile file, RuleOutline text) {

    /** The rules of a file in which the lint has found nothing. */
    static List<RuleUnit> of(RuleFile file) {
        return new TextLint(file, Vocabulary.own(), new Problems())
                .rules().stream().map(rule -> new RuleUnit(file, rule)).toList();
    }

    /** The files these rules stand in, with nothing else in them; no letter moved. */
    static List<RuleFile> files(List<RuleUnit> units) {
        List<RuleFile> files = new ArrayList<>();
        for (RuleFile file : units.stream().map(RuleUnit::file).distinct().toList()) {
            StringBuilder text = new StringBuilder(file.text());
            int from = 0;
            for (RuleUnit unit : units) {
                if (unit.file().equals(file)) {
                    TextLint.blank(text, from, unit.text().start());
                    from = unit.text().end();
                }
            }
            TextLint.blank(text, from, text.length());
            files.add(new RuleFile(file.name(), text.toString()));
        }
        return files;
    }

    /** The file with nothing but this rule, and that without some parts of it. */
    @SafeVarargs
    final RuleFile without(List<Token>... parts) {
        StringBuilder only = new StringBuilder(files(List.of(this)).get(0).text());
        for (List<Token> part : parts) {
            if (!part.isEmpty()) {
                TextLint.blank(
                        only, part.get(0).start(), part.get(part.size() - 1).end());
            }
        }
        return new RuleFile(file.name(), only.toString());
    }

    /** All that stands in the rule between {@code when} and {@code end}. */
    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>(text.when());
        tokens.addAll(text.then());
        return tokens;
    }
}
