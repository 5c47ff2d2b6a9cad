package org.regulars.internal.check;

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
            if (!half.isEmpty() && (fails(RuleUnit.files(half)))) {
                halve(half);
            }
        }
    }

    private void tell(RuleUnit culprit, Problems problems) {
        List<String> said = said(RuleUnit.files(List.of(culprit)));
        CompilerWords words = new CompilerWords(culprit, vocabulary);
        boolean told = false;
        for (String message : said) {
            Optional<CompilerWords.Told> place = words.of(message);
            if (place.isPresent() && place.get().offset() >= 0) {
                problems.error(culprit.file(), place.get().offset(), place.get().message());
                told = true;
                break;
            }
        }
        if (!told) {
            Part part = narrowed(culprit);
            String message = said.stream()
                    .map(words::of)
                    .flatMap(Optional::stream)
                    .map(CompilerWords.Told::message)
                    .findFirst()
                    .orElse(part.words());
            problems.error(culprit.file(), part.offset(), message);
        }
    }

    /**
     * A part of a rule.
     *
     * @param offset where it begins
     * @param words what to say of it if nothing better is known
     */
    private record Part(int offset, String words) {}

    /** The smallest part of a rule without which it can be used. */
    private Part narrowed(RuleUnit unit) {
        RuleText rule = unit.text();
        String sentence = " cannot be understood as it stands. Maybe compare it with a rule that works?";
        List<Token> then = rule.then();
        List<Token> when = rule.when();
        boolean inThen = !then.isEmpty()
                && !fails(List.of(unit.without(
                        then.get(0).start(), then.get(then.size() - 1).end())));
        for (List<Token> part : inThen ? statements(then) : conditions(when)) {
            int from = part.get(0).start();
            int to = part.get(part.size() - 1).end();
            RuleFile without = unit.without(from, to);
            if (!inThen && !then.isEmpty()) {
                StringBuilder text = new StringBuilder(without.text());
                TextLint.blank(text, then.get(0).start(), then.get(then.size() - 1).end());
                without = new RuleFile(without.name(), text.toString());
            }
            if (!fails(List.of(without))) {
                int shown = part.get(0).is(",") ? part.get(1).start() : from;
                return new Part(shown, inThen ? "This decision" + sentence : "This condition" + sentence);
            }
        }
        if (inThen) {
            return new Part(then.get(0).start(), "What stands after 'then'" + sentence);
        }
        return when.isEmpty()
                ? new Part(rule.start(), "This rule" + sentence)
                : new Part(when.get(0).start(), "What stands after 'when'" + sentence);
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

    /** What stands between commas in the parentheses of facts, each with the comma before it, or the one behind it. */
    private static List<List<Token>> conditions(List<Token> when) {
        List<List<Token>> conditions = new ArrayList<>();
        List<Token> one = new ArrayList<>();
        int depth = 0;
        boolean first = true;
        for (int i = 0; i < when.size(); i++) {
            Token token = when.get(i);
            boolean closes = token.is(")") && depth == 1;
            if (depth >= 1 && (closes || (token.is(",") && depth == 1))) {
                if (first && token.is(",")) {
                    one.add(token);
                }
                if (!one.isEmpty() && !(one.size() == 1 && one.get(0).is(","))) {
                    conditions.add(one);
                }
                one = new ArrayList<>();
                if (!first && token.is(",") || first && closes) {
                    one = new ArrayList<>();
                }
                if (token.is(",") && !first) {
                    one.add(token);
                }
                first = false;
            } else if (depth >= 1) {
                one.add(token);
            }
            if (token.is("(")) {
                depth++;
                if (depth == 1) {
                    one = new ArrayList<>();
                    first = true;
                }
            } else if (token.is(")")) {
                depth--;
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
