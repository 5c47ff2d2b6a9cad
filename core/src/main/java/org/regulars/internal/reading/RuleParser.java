package org.regulars.internal.reading;

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

/** Reads the rules of a file without compiling them. */
public final class RuleParser {

    /** How Drools begins its messages; line and column are told apart from the text anyway. */
    private static final Pattern ERROR_PREFIX = Pattern.compile("^\\[ERR \\d+\\] Line \\d+:\\d+ ");

    private static final Pattern CURLY_QUOTES = Pattern.compile("[\u201c\u201d\u201e\u2018\u2019]");

    /** A text in a condition, as in {@code reward == "breakfast"}. */
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"");

    private final Problems problems;

    /** A parser that says what is wrong there. */
    public RuleParser(Problems problems) {
        this.problems = problems;
    }

    /** What a file holds; null if it cannot be read as rules. */
    public @Nullable ParsedFile parse(RuleFile file) {
        // DRL6, because the newer grammar lets curly quotes and a missing 'end' pass in silence.
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr parsed = null;
        try {
            parsed = parser.parse(false, new StringReader(file.text()));
        } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
            problems.error(file.name(), "cannot be read as rules: " + e.getMessage());
        }
        for (DroolsError error : parser.getErrors()) {
            tell(file, error);
        }
        if (parsed == null || parser.hasErrors()) {
            return null;
        }
        List<ParsedRule> rules = new ArrayList<>();
        for (RuleDescr rule : parsed.getRules()) {
            if (!rule.isQuery()) {
                rules.add(parsed(file, rule));
            }
        }
        return new ParsedFile(file, parsed, rules);
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
                file,
                rule,
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

    private void tell(RuleFile file, DroolsError error) {
        String message = ERROR_PREFIX.matcher(error.getMessage()).replaceFirst("");
        if (!(error instanceof ParserError at)) {
            problems.error(file.name(), message);
            return;
        }
        int row = Math.max(at.getRow(), 0);
        if (CURLY_QUOTES.matcher(file.line(row)).find()) {
            problems.error(file, row, 0, "Text stands in straight quotes, not curly ones. Maybe \"coffee\"?");
        } else {
            problems.error(
                    file, row, at.getCol() + 1, message + (message.contains("'='") ? ". Maybe == instead of =?" : ""));
        }
    }

    /** The line on which a text stands, looked for from a line on: Drools is a line off here and there. */
    private static int lineOf(RuleFile file, String wanted, int fromLine) {
        int from = file.offsetOf(fromLine);
        return file.lineOf(Math.max(file.text().indexOf(wanted, from), from));
    }
}
