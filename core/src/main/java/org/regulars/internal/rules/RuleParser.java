package org.regulars.internal.rules;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NotDescr;
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

    private static final Pattern BINDING = Pattern.compile("^\\s*\\$\\w+\\s*:");

    private static final Pattern CURLY_QUOTES = Pattern.compile("[\u201c\u201d\u201e\u2018\u2019]");

    /** A text in a condition, as in {@code reward == "breakfast"}. */
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"");

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
            RuleProblem problem = problem(file, error);
            if (!problems.contains(problem)) {
                problems.add(problem);
            }
        }
        if (parsed == null || parser.hasErrors()) {
            return List.of();
        }
        if (!parsed.getNamespace().isEmpty()) {
            problems.add(new RuleProblem(
                    file.name(), lineOf(file, "package", 1), 1, "A rule file has no 'package' line. Maybe remove it?"));
        }
        checkOnlyRules(file, parsed);
        List<ParsedRule> rules = new ArrayList<>();
        for (RuleDescr rule : parsed.getRules()) {
            checkName(file, rule);
            checkNoAttributes(file, rule);
            checkNothingIsCutOff(file, rule, rule.getLhs());
            if (!rule.isQuery()) {
                rules.add(parsed(file, rule));
            }
        }
        return rules;
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
        for (BaseDescr other : others) {
            problems.add(new RuleProblem(
                    file.name(),
                    Math.max(0, other.getLine()),
                    0,
                    "A rule file holds rules only: no global, function, declare, query and the like. Maybe say it in a"
                            + " rule?"));
        }
    }

    /** Drools binds {@code $points : quantity * 500} to the quantity, and drops the rest in silence. */
    private void checkNothingIsCutOff(RuleFile file, RuleDescr rule, BaseDescr part) {
        if (part instanceof PatternDescr pattern) {
            for (Object constraint : pattern.getDescrs()) {
                if (constraint instanceof ExprConstraintDescr expression && isCutOff(expression.getExpression())) {
                    String text = expression.getExpression();
                    int colon = text.indexOf(':');
                    problems.add(new RuleProblem(
                            file.name(),
                            lineOf(file, text.substring(0, colon).strip(), rule.getLine()),
                            0,
                            "'" + text + "' would be no more than its first word. Maybe "
                                    + text.substring(0, colon).strip() + " : ( "
                                    + text.substring(colon + 1).strip() + " )?"));
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
            problems.add(new RuleProblem(
                    file.name(),
                    Math.max(rule.getLine(), attribute.getLine()),
                    0,
                    "A rule has no '" + attribute.getName() + "': nothing says in which order rules run, and time comes"
                            + " from the event. Maybe a condition, as in Purchase( date >= \"2026-06-01\" )?"));
        }
    }

    private void checkName(RuleFile file, RuleDescr rule) {
        String name = rule.getName();
        if (name.isBlank()) {
            problems.add(new RuleProblem(
                    file.name(),
                    rule.getLine(),
                    0,
                    "A rule's name is what it offers. Maybe \"One stamp for every coffee\"?"));
        }
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
        Set<String> present = new TreeSet<>();
        Set<String> rewards = new TreeSet<>();
        collectFacts(rule.getLhs(), facts, present);
        collectRewards(rule.getLhs(), rewards);
        String then = String.valueOf(rule.getConsequence()).strip();
        return new ParsedRule(
                new Offer(
                        rule.getName(),
                        file.name(),
                        rule.getLine(),
                        says == null ? rule.getName() : unquoted(says.getValue())),
                facts,
                present,
                rewards,
                then,
                lineOf(file, then, rule.getLine()));
    }

    private static void collectFacts(BaseDescr part, Set<String> facts, Set<String> present) {
        if (part instanceof PatternDescr pattern) {
            if (pattern.getSource() == null) {
                String type = pattern.getObjectType();
                String name = type.substring(type.lastIndexOf('.') + 1);
                facts.add(name);
                present.add(name);
            } else if (pattern.getSource() instanceof AccumulateDescr over) {
                collectFacts(over.getInput(), facts, present);
            } else if (pattern.getSource() instanceof CollectDescr over) {
                collectFacts(over.getInputPattern(), facts, present);
            }
        } else if (part instanceof ConditionalElementDescr element) {
            boolean absent = part instanceof NotDescr || part instanceof ForallDescr;
            Set<String> there = absent ? new TreeSet<>() : present;
            element.getDescrs().forEach(inner -> collectFacts((BaseDescr) inner, facts, there));
        }
    }

    private static void collectRewards(BaseDescr part, Set<String> rewards) {
        if (part instanceof PatternDescr pattern && pattern.getObjectType().endsWith("Redemption")) {
            for (Object constraint : pattern.getDescrs()) {
                if (String.valueOf(constraint).contains("reward")) {
                    QUOTED.matcher(String.valueOf(constraint)).results().forEach(each -> rewards.add(each.group(1)));
                }
            }
        } else if (part instanceof ConditionalElementDescr element) {
            element.getDescrs().forEach(inner -> collectRewards((BaseDescr) inner, rewards));
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
        if (!(error instanceof ParserError at)) {
            return new RuleProblem(file.name(), 0, 0, message);
        }
        int row = Math.max(at.getRow(), 0);
        String line = file.text().lines().skip(Math.max(row - 1, 0)).findFirst().orElse("");
        if (CURLY_QUOTES.matcher(line).find()) {
            return new RuleProblem(
                    file.name(), row, 0, "Text stands in straight quotes, not curly ones. Maybe \"coffee\"?");
        }
        return new RuleProblem(
                file.name(),
                row,
                at.getCol() + 1,
                message + (message.contains("'='") ? ". Maybe == instead of =?" : ""));
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
