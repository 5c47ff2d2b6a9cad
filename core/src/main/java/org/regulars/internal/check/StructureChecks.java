package org.regulars.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.regulars.internal.reading.ParsedFile;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;

/** What the laws need of a rule file, whoever wrote it: rules only, without anything that orders them. */
final class StructureChecks {

    private static final Pattern BINDING = Pattern.compile("^\\s*\\$\\w+\\s*:");

    private final Problems problems;

    StructureChecks(Problems problems) {
        this.problems = problems;
    }

    void check(ParsedFile parsed) {
        checkOnlyRules(parsed.file(), parsed.content());
        for (ParsedRule rule : parsed.rules()) {
            checkName(parsed.file(), rule.content());
            checkNoAttributes(parsed.file(), rule.content());
            checkNothingIsCutOff(parsed.file(), rule.content(), rule.content().getLhs());
        }
    }

    /** A program is its rules: what else Drools knows would run unseen, or make rules depend on each other. */
    private void checkOnlyRules(RuleFile file, PackageDescr parsed) {
        List<BaseDescr> others = new ArrayList<>();
        others.addAll(parsed.getGlobals());
        others.addAll(parsed.getFunctions());
        others.addAll(parsed.getFunctionImports());
        others.addAll(parsed.getTypeDeclarations());
        others.addAll(parsed.getEnumDeclarations());
        others.addAll(parsed.getEntryPointDeclarations());
        others.addAll(parsed.getWindowDeclarations());
        parsed.getRules().stream().filter(RuleDescr::isQuery).forEach(others::add);
        if (!parsed.getNamespace().isEmpty()) {
            problems.error(
                    file,
                    Math.max(0, file.text().indexOf("package")),
                    "A rule file has no 'package' line. Maybe remove it?");
        }
        for (BaseDescr other : others) {
            problems.error(
                    file,
                    Math.max(0, other.getLine()),
                    0,
                    "A rule file holds rules only: no global, function, declare, query and the like. Maybe say it in a"
                            + " rule?");
        }
    }

    /** Drools binds {@code $points : quantity * 500} to the quantity, and drops the rest in silence. */
    private void checkNothingIsCutOff(RuleFile file, RuleDescr rule, BaseDescr part) {
        if (part instanceof PatternDescr pattern) {
            for (Object constraint : pattern.getDescrs()) {
                if (constraint instanceof ExprConstraintDescr expression && isCutOff(expression.getExpression())) {
                    String text = expression.getExpression();
                    int colon = text.indexOf(':');
                    problems.error(
                            file,
                            Math.max(
                                    0,
                                    file.text()
                                            .indexOf(text.substring(0, colon).strip(), file.offsetOf(rule.getLine()))),
                            "'" + text + "' would be no more than its first word. Maybe "
                                    + text.substring(0, colon).strip() + " : ( "
                                    + text.substring(colon + 1).strip() + " )?");
                }
            }
        } else if (part instanceof ConditionalElementDescr element) {
            element.getDescrs().forEach(inner -> checkNothingIsCutOff(file, rule, (BaseDescr) inner));
        }
    }

    /** Whether something is worked out, outside parentheses and quotes, right behind a name with a dollar sign. */
    private static boolean isCutOff(String expression) {
        Matcher binding = BINDING.matcher(expression);
        int depth = 0;
        boolean quoted = false;
        for (int i = binding.find() ? binding.end() : expression.length(); i < expression.length(); i++) {
            char letter = expression.charAt(i);
            quoted ^= letter == '"';
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (!quoted && depth == 0 && "<>=!&|".indexOf(letter) >= 0) {
                return false;
            }
            if (!quoted && depth == 0 && "+-*/%".indexOf(letter) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void checkNoAttributes(RuleFile file, RuleDescr rule) {
        for (AttributeDescr attribute : rule.getAttributes().values()) {
            problems.error(
                    file,
                    Math.max(rule.getLine(), attribute.getLine()),
                    0,
                    "A rule has no '" + attribute.getName() + "': nothing says in which order rules run, and time comes"
                            + " from the event. Maybe a condition, as in Purchase( date >= \"2026-06-01\" )?");
        }
    }

    private void checkName(RuleFile file, RuleDescr rule) {
        String name = rule.getName();
        if (name.isBlank()) {
            problems.error(
                    file, rule.getLine(), 0, "A rule's name is what it offers. Maybe \"One stamp for every coffee\"?");
        }
        // Drools pastes the name into the Java it generates, as it stands, and into a remark there.
        if (name.contains("*/") || name.contains("/*")) {
            problems.error(file, rule.getLine(), 0, "A rule's name has no /* and no */ inside. Maybe / alone?");
        }
        if (name.chars().anyMatch(letter -> letter == '"' || letter == '\\' || Character.isISOControl(letter))) {
            problems.error(
                    file,
                    rule.getLine(),
                    0,
                    "A rule's name has no quotation marks, backslashes or line ends inside. Maybe single quotes 'so'?");
        }
    }
}
