package org.regulars.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.regulars.internal.reading.ParsedFile;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.Vocabulary;

/** Reads rule files and says what is wrong with them, as far as that can be told without compiling. */
public final class RuleCheck {

    private final Vocabulary vocabulary;
    private final Problems problems;

    /** A check that knows these words, and says there what is wrong. */
    public RuleCheck(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** The files, as far as they could be read as rules. */
    public List<ParsedFile> check(List<RuleFile> files) {
        StructureChecks structure = new StructureChecks(problems);
        List<ParsedFile> parsed = new ArrayList<>();
        List<ParsedRule> rules = new ArrayList<>();
        for (RuleFile file : files) {
            ParsedFile one = ReadableRules.of(file, vocabulary, problems);
            if (one != null) {
                structure.check(one);
                parsed.add(one);
                rules.addAll(one.rules());
            }
        }
        new RuleChecks(vocabulary, problems).check(rules);
        return parsed;
    }
}
