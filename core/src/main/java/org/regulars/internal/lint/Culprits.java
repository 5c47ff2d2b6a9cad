package org.regulars.internal.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.Vocabulary;

/**
 * Finds the rules for which a build fails, by building fewer and fewer of them.
 *
 * <p>The compiler stops at the first rule it does not like, and often does not say which one that is. When it fails, halves
 * are built, and halves of those that fail, so that every such rule is found. Where it is not told which part of a rule
 * is wrong either, the rule is built without one condition, or one statement, after the other.
 */
public final class Culprits {

    /** As often is built at most: a file in which everything is wrong need not be told to the last rule. */
    private static final int MOST_BUILDS = 120;

    private final Vocabulary vocabulary;
    private final List<RuleFile> files;
    private final Function<List<RuleFile>, List<String>> build;
    private final List<RuleUnit> found = new ArrayList<>();
    private int builds;

    /**
     * For files that could not be built.
     *
     * @param build builds files, and returns what the compiler says of them; nothing if they can be used
     */
    public Culprits(Vocabulary vocabulary, List<RuleFile> files, Function<List<RuleFile>, List<String>> build) {
        this.vocabulary = vocabulary;
        this.files = files;
        this.build = build;
    }

    /** Tells what is wrong, with as many rules as it is. */
    public void tell(Problems problems) {
        List<RuleUnit> all =
                files.stream().flatMap(file -> RuleUnit.of(file).stream()).toList();
        halve(all);
        for (RuleUnit culprit : found) {
            tell(culprit, problems);
        }
        if (!problems.hasErrors()) {
            problems.error(
                    "",
                    "Each rule can be used, and all together cannot. Maybe take the one away that came last, and say it"
                            + " otherwise?");
        }
    }

    private void halve(List<RuleUnit> units) {
        if (units.size() == 1) {
            found.add(units.get(0));
            return;
        }
        int middle = units.size() / 2;
        for (List<RuleUnit> half : List.of(units.subList(0, middle), units.subList(middle, units.size()))) {
            if (!half.isEmpty() && fails(RuleUnit.files(half))) {
                halve(half);
            }
        }
    }

    private void tell(RuleUnit culprit, Problems problems) {
        CompilerWords words = new CompilerWords(culprit, vocabulary);
        List<CompilerWords.Told> told = said(RuleUnit.files(List.of(culprit))).stream()
                .map(words::of)
                .flatMap(Optional::stream)
                .toList();
        CompilerWords.Told best = told.stream()
                .filter(each -> each.offset() >= 0)
                .findFirst()
                .orElseGet(() -> {
                    CompilerWords.Told narrowed = narrowed(culprit, words);
                    return told.isEmpty()
                            ? narrowed
                            : new CompilerWords.Told(
                                    narrowed.offset(), told.get(0).message());
                });
        problems.error(culprit.file(), best.offset(), best.message());
    }

    /** The smallest part of a rule without which it can be used, and what to say if nothing better is known. */
    private CompilerWords.Told narrowed(RuleUnit unit, CompilerWords words) {
        String sentence = " cannot be understood as it stands. Maybe compare it with a rule that works?";
        List<Token> then = unit.text().then();
        List<Token> when = unit.text().when();
        boolean inThen = !then.isEmpty() && !fails(List.of(unit.without(then)));
        for (List<Token> part : inThen ? statements(then) : conditions(when)) {
            if (!fails(List.of(inThen ? unit.without(part) : unit.without(part, then)))) {
                List<Token> shown = part.get(0).is(",") ? part.subList(1, part.size()) : part;
                return inThen
                        ? new CompilerWords.Told(shown.get(0).start(), "This decision" + sentence)
                        : words.ofCondition(
                                shown.get(0).start(),
                                shown.get(shown.size() - 1).end());
            }
        }
        if (inThen) {
            return new CompilerWords.Told(then.get(0).start(), "What stands after 'then'" + sentence);
        }
        return when.isEmpty()
                ? new CompilerWords.Told(unit.text().start(), "This rule" + sentence)
                : new CompilerWords.Told(when.get(0).start(), "What stands after 'when'" + sentence);
    }

    private static List<List<Token>> statements(List<Token> then) {
        List<List<Token>> statements = new ArrayList<>();
        List<Token> one = new ArrayList<>();
        for (Token token : then) {
            one.add(token);
            if (token.is(";")) {
                statements.add(one);
                one = new ArrayList<>();
            }
        }
        if (!one.isEmpty()) {
            statements.add(one);
        }
        return statements;
    }

    /** The conditions in the parentheses of facts, each with the comma before it, the first with the one behind it. */
    private static List<List<Token>> conditions(List<Token> when) {
        List<List<Token>> conditions = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean first = true;
        for (int i = 0; i < when.size(); i++) {
            Token token = when.get(i);
            depth -= token.is(")") ? 1 : 0;
            boolean ends = (depth == 0 && token.is(")")) || (depth == 1 && token.is(","));
            if (ends && i > from) {
                int to = first && token.is(",") ? i + 1 : i;
                conditions.add(when.subList(first ? from : from - 1, to));
                first = false;
            }
            if (ends || (depth == 0 && token.is("("))) {
                from = i + 1;
                first &= !token.is(",");
            }
            if (token.is("(")) {
                first |= depth == 0;
                depth++;
            }
        }
        return conditions;
    }

    private boolean fails(List<RuleFile> some) {
        return !said(some).isEmpty();
    }

    private List<String> said(List<RuleFile> some) {
        builds++;
        return builds > MOST_BUILDS ? List.of() : build.apply(some);
    }
}
