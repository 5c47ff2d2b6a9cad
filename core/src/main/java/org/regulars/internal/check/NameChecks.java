package org.regulars.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.facts.Program;
import org.regulars.internal.reading.Nearest;
import org.regulars.internal.reading.ParsedFile;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.Vocabulary;
import org.regulars.internal.syntax.Part;
import org.regulars.internal.syntax.RuleReader;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Term;

/** Whether the names rules use mean something, and what is compared is of one sort. */
final class NameChecks {

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final boolean trusted;

    /**
     * Checks by these words.
     *
     * @param trusted whether rules may import types and call what they like, so that a name nobody knows may be one of Java
     */
    NameChecks(Vocabulary vocabulary, Problems problems, boolean trusted) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.trusted = trusted;
    }

    /**
     * Checks the rules of these files.
     *
     * @param areAll whether these are all files, so that what is said nowhere is not said
     */
    List<RuleText> check(List<ParsedFile> files, boolean areAll) {
        List<RuleText> rules = new ArrayList<>();
        Uses known = new Uses();
        for (ParsedFile file : files) {
            List<RuleText> read = RuleReader.read(file);
            Set<String> imported = Senses.imported(file);
            // Once in silence, so that the words of all files are known when the first problem is told.
            read.forEach(rule -> check(rule, imported, known, new Uses(), new Problems()));
            rules.addAll(read);
        }
        Uses words = new Uses();
        Together together = new Together(vocabulary, problems);
        for (ParsedFile file : files) {
            Set<String> imported = Senses.imported(file);
            for (RuleText rule : rules) {
                if (rule.file().equals(file.file())) {
                    check(rule, imported, words, known, problems);
                    together.check(rule);
                }
            }
        }
        if (areAll) {
            new ValueChecks(vocabulary, problems, words, Ladders.of(rules)).check();
        }
        return rules;
    }

    private void check(RuleText rule, Set<String> imported, Uses uses, Uses known, Problems told) {
        Scope scope = new Scope(rule, told, trusted);
        Senses senses = new Senses(vocabulary, known, uses);
        part(rule.when(), imported, senses, scope);
        new ThenChecks(vocabulary, senses, uses).check(scope);
    }

    private void part(Part part, Set<String> imported, Senses senses, Scope scope) {
        if (part instanceof Part.Pattern pattern) {
            pattern(pattern, imported, senses, scope);
        } else if (part instanceof Part.All all) {
            all.parts().forEach(each -> part(each, imported, senses, scope));
        } else if (part instanceof Part.Any any) {
            any.parts().forEach(each -> part(each, imported, senses, scope));
        } else if (part instanceof Part.None none) {
            part(none.part(), imported, senses, scope);
        } else if (part instanceof Part.Some some) {
            part(some.part(), imported, senses, scope);
        } else {
            scope.open();
        }
    }

    private void pattern(Part.Pattern pattern, Set<String> imported, Senses senses, Scope scope) {
        Class<?> fact = fact(pattern, imported, senses, scope);
        if (pattern.binding() != null) {
            scope.bind(pattern.binding(), fact == null ? Sense.UNKNOWN : Sense.of(fact, vocabulary));
        }
        scope.enter(fact);
        for (Term condition : pattern.conditions()) {
            if (condition instanceof Term.Unread) {
                scope.open();
            } else {
                Sense sense = senses.of(condition, scope);
                checkIsCondition(condition, sense, scope);
            }
        }
        scope.enter(null);
    }

    /** A field that stands alone must be yes or no. */
    private static void checkIsCondition(Term condition, Sense sense, Scope scope) {
        boolean named = condition instanceof Term.Bound;
        boolean says = sense.is(Sort.YES_OR_NO) || sense.is(Sort.UNKNOWN) || sense.is(Sort.NOTHING);
        if (named || says || scope.fact() == null) {
            return;
        }
        String source = scope.rule().source(condition);
        String maybe = switch (sense.sort()) {
            case NUMBER -> source + " > 0";
            case DATE -> source + " >= \"2026-06-01\"";
            case TIME -> source + " >= \"08:15\"";
            case TIER -> source + ".isAtLeast( \"Gold\" )";
            case DAY -> source + " == SATURDAY";
            case MONTH -> source + " == JUNE";
            default -> condition instanceof Term.Text text ? text.value() + " without quotes" : source + " == \"…\"";
        };
        scope.error(
                condition.at(),
                source + " is " + sense.sort().words() + ", and nothing is asked of it. Maybe " + maybe + "?");
    }

    private @Nullable Class<?> fact(Part.Pattern pattern, Set<String> imported, Senses senses, Scope scope) {
        Class<?> fact = senses.fact(pattern.type());
        boolean unsure = !pattern.isGiven() || imported.contains("*") || imported.contains(pattern.type());
        if (fact == null && !unsure) {
            scope.unknown(
                    pattern.at(),
                    "There is no fact " + pattern.type() + ". Maybe "
                            + Nearest.to(pattern.type(), vocabulary.factNames()) + "?");
        }
        if (fact == Program.class && !pattern.conditions().isEmpty()) {
            scope.unknown(pattern.at(), "Program has no fields. Maybe Program()?");
            return null;
        }
        return fact;
    }
}
