package org.regulars.internal.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.lint.ReadableRules;
import org.regulars.internal.reading.ParsedFile;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.Vocabulary;
import org.regulars.internal.syntax.RuleText;

/** Reads rule files and says what is wrong with them, as far as that can be told without compiling. */
public final class RuleCheck {

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final @Nullable LocalDate today;
    private final boolean trusted;

    /** A check that knows these words, and says there what is wrong. */
    public RuleCheck(Vocabulary vocabulary, Problems problems) {
        this(vocabulary, problems, null, false);
    }

    /** A check that also warns of what has ended before a day; null for none. */
    public RuleCheck(Vocabulary vocabulary, Problems problems, @Nullable LocalDate today) {
        this(vocabulary, problems, today, false);
    }

    private RuleCheck(Vocabulary vocabulary, Problems problems, @Nullable LocalDate today, boolean trusted) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.today = today;
        this.trusted = trusted;
    }

    /** The same of rules that may use any Java: a word it does not know may be right. */
    public RuleCheck trusting() {
        return new RuleCheck(vocabulary, problems, today, true);
    }

    /** The files, as far as they could be read as rules. */
    public List<ParsedFile> check(List<RuleFile> files) {
        StructureChecks structure = new StructureChecks(problems);
        List<ParsedFile> parsed = new ArrayList<>();
        List<ParsedRule> rules = new ArrayList<>();
        for (RuleFile file : files) {
            try {
                ParsedFile one = ReadableRules.of(file, vocabulary, problems);
                if (one != null) {
                    structure.check(one);
                    parsed.add(one);
                    rules.addAll(one.rules());
                }
            } catch (StackOverflowError e) {
                tellTooDeep(file);
            }
        }
        // Of files that could not all be read nobody can say what no rule of theirs says.
        boolean areAll = !problems.hasErrors();
        new RuleChecks(vocabulary, problems).check(rules);
        try {
            checkNames(parsed, areAll, problems);
        } catch (StackOverflowError e) {
            parsed.stream().filter(this::isTooDeep).map(ParsedFile::file).forEach(this::tellTooDeep);
        }
        return parsed;
    }

    private void checkNames(List<ParsedFile> parsed, boolean areAll, Problems told) {
        Problems named = new Problems();
        List<RuleText> read = new NameChecks(vocabulary, named, trusted).check(parsed, areAll);
        told.addUntold(named.all());
        Warnings.check(read, areAll, today, told);
    }

    private boolean isTooDeep(ParsedFile file) {
        try {
            checkNames(List.of(file), false, new Problems());
            return false;
        } catch (StackOverflowError e) {
            return true;
        }
    }

    private void tellTooDeep(RuleFile file) {
        problems.error(file.name(), "holds more in one place than can be read at once. Maybe several rules?");
    }
}
