package org.regulars.internal.rules;

import java.util.List;
import org.drools.drl.ast.descr.PatternDescr;
import org.regulars.internal.guard.Combinations;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.RuleSummary;

/** What counts of rules once they are compiled, as their files say it. */
final class Summaries {

    private Summaries() {}

    static RuleSummary of(ParsedRule rule) {
        return new RuleSummary(
                rule.offer(),
                rule.facts(),
                rule.present(),
                rule.rewards(),
                Combinations.multiplying(rule),
                firesOnNothing(rule),
                rule.then(),
                rule.thenAt());
    }

    private static boolean firesOnNothing(ParsedRule rule) {
        List<?> parts = rule.content().getLhs().getDescrs();
        return parts.stream().noneMatch(each -> each instanceof PatternDescr pattern && pattern.getSource() == null);
    }
}
