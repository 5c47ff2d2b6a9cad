package org.regulars.internal.rules;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.regulars.Offer;
import org.regulars.RuleProblem;

/** Reads the rules of a file without compiling them. */
final class RuleParser {

    /** How Drools begins its messages; line and column are told apart from the text anyway. */
    private static final Pattern ERROR_PREFIX = Pattern.compile("^\\[ERR \\d+\\] Line \\d+:\\d+ ");

    private final List<RuleProblem> problems = new ArrayList<>();

    List<RuleProblem> problems() {
        return problems;
    }

    List<ParsedRule> parse(RuleFile file) {
        // DRL6, because the newer grammar lets curly quotes and a missing 'end' pass in silence.
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr parsed = null;
        try {
            parsed = parser.parse(false, new StringReader(file.text()));
        } catch (DroolsParserException | RuntimeException e) {
            problems.add(new RuleProblem(file.name(), 0, 0, "cannot be read as rules: " + e.getMessage()));
        }
        for (DroolsError error : parser.getErrors()) {
            problems.add(problem(file, error));
        }
        if (parsed == null || parser.hasErrors()) {
            return List.of();
        }
        if (!parsed.getNamespace().isEmpty()) {
            problems.add(new RuleProblem(
                    file.name(), lineOf(file, "package", 1), 1, "A rule file has no 'package' line. Maybe remove it?"));
        }
        List<ParsedRule> rules = new ArrayList<>();
        for (RuleDescr rule : parsed.getRules()) {
            checkName(file, rule);
            rules.add(parsed(file, rule));
        }
        return rules;
    }

    private void checkName(RuleFile file, RuleDescr rule) {
        String name = rule.getName();
        // Drools pastes the name into the Java it generates, as it stands.
        if (name.chars().anyMatch(letter -> letter == '"' || letter == '\\' || Character.isISOControl(letter))) {
            problems.add(
                    new RuleProblem(
                            file.name(),
                            rule.getLine(),
                            0,
                            "A rule's name has no quotation marks, backslashes or line ends inside. Maybe single quotes 'so'?"));
        }
    }

    private static ParsedRule parsed(RuleFile file, RuleDescr rule) {
        AnnotationDescr says = rule.getAnnotation("says");
        Set<String> facts = new TreeSet<>();
        collectFacts(rule.getLhs(), facts);
        String then = String.valueOf(rule.getConsequence()).strip();
        return new ParsedRule(
                new Offer(
                        rule.getName(),
                        file.name(),
                        rule.getLine(),
                        says == null ? rule.getName() : unquoted(says.getValue())),
                facts,
                then,
                lineOf(file, then, rule.getLine()));
    }

    private static void collectFacts(BaseDescr part, Set<String> facts) {
        if (part instanceof PatternDescr pattern) {
            if (pattern.getSource() == null) {
                String type = pattern.getObjectType();
                facts.add(type.substring(type.lastIndexOf('.') + 1));
            } else if (pattern.getSource() instanceof AccumulateDescr over) {
                collectFacts(over.getInput(), facts);
            } else if (pattern.getSource() instanceof CollectDescr over) {
                collectFacts(over.getInputPattern(), facts);
            }
        } else if (part instanceof ConditionalElementDescr element) {
            element.getDescrs().forEach(inner -> collectFacts((BaseDescr) inner, facts));
        }
    }

    private static String unquoted(@Nullable Object value) {
        String text = String.valueOf(value).strip();
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\\\"", "\"")
                : text;
    }

    private static RuleProblem problem(RuleFile file, DroolsError error) {
        String message = ERROR_PREFIX.matcher(error.getMessage()).replaceFirst("");
        return error instanceof ParserError at
                ? new RuleProblem(file.name(), Math.max(at.getRow(), 0), at.getCol() + 1, message)
                : new RuleProblem(file.name(), 0, 0, message);
    }

    /** The line on which a text stands, looked for from a line on: Drools is a line off here and there. */
    private static int lineOf(RuleFile file, String wanted, int fromLine) {
        int from = 0;
        for (int line = 1; line < fromLine; line++) {
            from = file.text().indexOf('\n', from) + 1;
        }
        int at = Math.max(file.text().indexOf(wanted, from), from);
        return 1
                + (int) file.text()
                        .substring(0, at)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
