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

    /** A text in a condition, as in {@code reward == "breakfast"}. */
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"");

    private RuleParser() {}

    /**
     * What Drools could not read.
     *
     * @param line where it gave up, from 1; 0 if it does not say
     * @param column the same, from 1; 0 if it does not say
     */
    public record Unreadable(int line, int column) {}

    /**
     * What could be read of a file.
     *
     * @param file what it holds; null if something could not be read
     * @param unreadable where Drools gave up
     */
    public record Reading(@Nullable ParsedFile file, List<Unreadable> unreadable) {}

    /** Reads a file of which only this text counts, which has every letter where the file has it. */
    public static Reading read(RuleFile file, String text) {
        // DRL6, because the newer grammar lets curly quotes and a missing 'end' pass in silence.
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        List<Unreadable> unreadable = new ArrayList<>();
        PackageDescr parsed = null;
        try {
            parsed = parser.parse(false, new StringReader(text));
        } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
            // It says nothing that a merchant could use, and mostly no line.
            unreadable.add(new Unreadable(0, 0));
        }
        for (DroolsError error : parser.getErrors()) {
            unreadable.add(
                    error instanceof ParserError at
                            ? new Unreadable(Math.max(0, at.getRow()), Math.max(0, at.getCol() + 1))
                            : new Unreadable(0, 0));
        }
        if (parsed == null || !unreadable.isEmpty()) {
            return new Reading(null, unreadable);
        }
        List<ParsedRule> rules = new ArrayList<>();
        for (RuleDescr rule : parsed.getRules()) {
            if (!rule.isQuery()) {
                rules.add(parsed(file, rule));
            }
        }
        return new Reading(new ParsedFile(file, parsed, rules), List.of());
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
                offsetOf(file, then, rule.getLine()));
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

    /** Where a text stands, looked for from a line on: Drools is a line off here and there. */
    private static int offsetOf(RuleFile file, String wanted, int fromLine) {
        int from = file.offsetOf(fromLine);
        return Math.max(file.text().indexOf(wanted, from), from);
    }
}
