package org.regulars.internal.guard;

import java.util.List;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.regulars.Bounds;
import org.regulars.internal.reading.ParsedFile;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.Vocabulary;

/**
 * Refuses in a parsed file what the house style does not need, at its place and in words a merchant knows.
 *
 * <p>It is here for clarity, and for what bytecode cannot show. What no rule may do, {@link RuleBytecode} sees to.
 */
public final class Gate {

    /** What {@code @says} is given: one text, as it is shown. */
    private static final Pattern SAYS = Pattern.compile("\"[^\"\\\\\\p{Cntrl}]*\"");

    private static final int LONGEST_NAME = 500;
    private static final int MOST_FACTS = 30;

    private final Vocabulary vocabulary;
    private final Bounds bounds;
    private final Problems problems;

    /** A gate that knows these words, and says there what is wrong. */
    public Gate(Vocabulary vocabulary, Bounds bounds, Problems problems) {
        this.vocabulary = vocabulary;
        this.bounds = bounds;
        this.problems = problems;
    }

    /** Says what is wrong with the files. */
    public void check(List<ParsedFile> files) {
        for (ParsedFile file : files) {
            checkHeader(file.file(), file.content());
            for (ParsedRule rule : file.rules()) {
                checkHead(rule);
                Places places = new Places(rule, problems);
                new ConditionGate(vocabulary, bounds, places)
                        .check(rule.content().getLhs());
                if (facts(rule.content().getLhs()) > MOST_FACTS) {
                    places.error("when", "After 'when' stand more than " + MOST_FACTS + " facts. Maybe several rules?");
                }
                new JoinGate(places).check(rule.content().getLhs());
                new ConsequenceGate(vocabulary, bounds, places).check(rule.then());
            }
        }
    }

    private void checkHeader(RuleFile file, PackageDescr content) {
        content.getImports().forEach(each -> refuseImport(file, each));
        content.getFunctionImports().forEach(each -> refuseImport(file, each));
        content.getAccumulateImports().forEach(each -> refuseImport(file, each));
        content.getAttributes()
                .forEach(each -> problems.error(
                        file, Math.max(0, each.getLine()), 0, "A rule file holds rules only. Maybe remove this line?"));
        if (content.getUnit() != null) {
            problems.error(
                    file, Math.max(0, content.getUnit().getLine()), 0, "A rule file has no 'unit'. Maybe remove it?");
        }
    }

    private void refuseImport(RuleFile file, BaseDescr what) {
        problems.error(
                file,
                Math.max(0, what.getLine()),
                0,
                "A rule file has no 'import': what a rule can name is there already. Maybe remove it?");
    }

    /** How many facts a rule names, those that are counted or summed up included. */
    private static int facts(BaseDescr part) {
        if (part instanceof PatternDescr pattern) {
            return 1 + (pattern.getSource() == null ? 0 : facts(pattern.getSource()));
        }
        if (part instanceof AccumulateDescr over) {
            return facts(over.getInput());
        }
        if (part instanceof CollectDescr over) {
            return facts(over.getInputPattern());
        }
        return part instanceof ConditionalElementDescr element
                ? element.getDescrs().stream()
                        .mapToInt(inner -> facts((BaseDescr) inner))
                        .sum()
                : 0;
    }

    private void checkHead(ParsedRule rule) {
        RuleDescr content = rule.content();
        Places places = new Places(rule, problems);
        if (rule.offer().name().length() > LONGEST_NAME) {
            places.error("rule", "A rule's name has more than " + LONGEST_NAME + " letters. Maybe a shorter one?");
        } else if (rule.offer().name().length() + rule.offer().says().length() > bounds.text()) {
            places.error(
                    "rule",
                    "A rule's name and what it says have more than " + bounds.text()
                            + " letters (the bound 'text'). Maybe say less?");
        }
        if (content.getParentName() != null) {
            places.error("extends", "A rule stands by itself and extends no other. Maybe repeat the conditions?");
        }
        if (!content.getNamedConsequences().isEmpty()) {
            places.error("then[", "A rule has one 'then'. Maybe two rules?");
        }
        for (AnnotationDescr annotation : content.getAnnotations()) {
            if (!annotation.getName().equals("says")) {
                places.error(
                        "@" + annotation.getName(),
                        "A rule has no '@" + annotation.getName() + "', only @says( \"…\" ). Maybe leave it out?");
            } else if (annotation.getValueMap().size() > 1
                    || !SAYS.matcher(String.valueOf(annotation.getSingleValueAsString())
                                    .strip())
                            .matches()) {
                places.error(
                        "@says",
                        "@says has one text in quotes, without quotation marks or backslashes inside. Maybe"
                                + " @says( \"Here is your stamp\" )?");
            }
        }
    }
}
