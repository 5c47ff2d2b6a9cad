package org.regulars.internal.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.regulars.internal.reading.ParsedRule;

/**
 * The combinations of facts that a rule may have to try: as many as the facts of its patterns multiplied.
 *
 * <p>A join on equal values is looked up in an index and runs no code of the rule, so no step is counted, however many there
 * are; each takes memory. So they are counted before.
 *
 * @param facts the sorts of fact whose numbers multiply; only those of which an event can bring many
 */
public record Combinations(List<String> facts) {

    /** There is one of each, if any. */
    private static final Set<String> SINGLE =
            Set.of("Activity", "Day", "Expired", "Member", "Paid", "Program", "Purchase");

    private static final Set<String> EACH_LINE = Set.of("Balance", "Item", "PaidItem");

    private static final Pattern ONE_KIND = Pattern.compile("kind\\s*==\\s*\"[^\"]*\"");

    /** The sorts of fact that a rule multiplies; none if there are not at least two. */
    public static List<String> multiplying(ParsedRule rule) {
        List<String> many = new ArrayList<>();
        collect(rule.content().getLhs(), many);
        return many.size() < 2 ? List.of() : many;
    }

    /** How many there are, of these numbers of facts. */
    public long count(Map<String, Integer> numbers) {
        long count = 1;
        for (String fact : facts) {
            count = Math.min(Integer.MAX_VALUE, count * numbers.getOrDefault(fact, 0));
        }
        return count;
    }

    /** Whether a pattern is about each line, or each balance; of wishes and facts of its own an application brings few. */
    static boolean isEachLine(PatternDescr pattern) {
        return EACH_LINE.contains(pattern.getObjectType()) && !isOneBalance(pattern);
    }

    /** Whether it names the kind, of which there is one balance. */
    private static boolean isOneBalance(PatternDescr pattern) {
        return pattern.getObjectType().equals("Balance")
                && pattern.getConstraint().getDescrs().stream()
                        .anyMatch(each -> ONE_KIND.matcher(
                                        ConditionGate.text(each).strip())
                                .matches());
    }

    private static void collect(BaseDescr part, List<String> many) {
        if (part instanceof PatternDescr pattern) {
            if (pattern.getSource() instanceof AccumulateDescr over) {
                collect(over.getInput(), many);
            } else if (pattern.getSource() instanceof CollectDescr over) {
                collect(over.getInputPattern(), many);
            } else if (!SINGLE.contains(pattern.getObjectType()) && !isOneBalance(pattern)) {
                many.add(pattern.getObjectType());
            }
        } else if (part instanceof ConditionalElementDescr element && !isOneAnswer(part, element)) {
            element.getDescrs().forEach(inner -> collect((BaseDescr) inner, many));
        }
    }

    /** Whether it asks of one sort of fact whether there is one, which the first that fits answers. */
    private static boolean isOneAnswer(BaseDescr part, ConditionalElementDescr element) {
        return (part instanceof NotDescr || part instanceof ExistsDescr || part instanceof ForallDescr)
                && element.getDescrs().size() == 1
                && element.getDescrs().get(0) instanceof PatternDescr;
    }
}
