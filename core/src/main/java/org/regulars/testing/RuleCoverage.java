package org.regulars.testing;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.regulars.Offer;
import org.regulars.Outcome;
import org.regulars.RuleSet;

/**
 * Whether every rule of a rule set has been put to the test.
 *
 * <pre>{@code
 * static final RuleSet RULES = RuleSet.fromClasspath( "coffee-punch-card/coffee-punch-card.drl" );
 *
 * @AfterAll
 * static void every_rule_was_tested() {
 *     RuleCoverage.assertEveryRuleFired( RULES );
 * }
 * }</pre>
 *
 * <p>Every {@link Scenario} on a rule set is noted, on any thread, for as long as the rule set is in use.
 */
public final class RuleCoverage {

    private static final Map<RuleSet, Set<String>> FIRED = Collections.synchronizedMap(new WeakHashMap<>());

    private RuleCoverage() {}

    /** Notes which rules took part in an outcome that no {@link Scenario} decided, and in what fell due before it. */
    public static void note(RuleSet rules, Outcome outcome) {
        Set<String> fired = FIRED.computeIfAbsent(rules, any -> ConcurrentHashMap.newKeySet());
        Everything all = new Everything(outcome);
        all.granted().forEach(each -> fired.add(each.offer().name()));
        all.refused().forEach(each -> fired.add(each.offer().name()));
        all.limits().forEach(each -> fired.add(each.offer().name()));
        all.tierChanges().forEach(each -> fired.add(each.rule()));
    }

    /**
     * Fails, naming them, if there are rules that never fired; rules on {@code Program} fire when the
     * rule set is loaded and are not asked for. Fails too if nothing was tested at all.
     */
    public static void assertEveryRuleFired(RuleSet rules) {
        Set<String> fired = FIRED.getOrDefault(rules, Set.of());
        String missing = rules.offers().stream()
                .filter(offer -> !fired.contains(offer.name()))
                .map(Offer::toString)
                .collect(Collectors.joining("\n  "));
        if (!missing.isEmpty()) {
            throw new AssertionError("These rules fired in no test:\n  " + missing
                    + "\nMaybe a scenario for each is missing, or a rule that can never match.");
        }
        if (fired.isEmpty()) {
            throw new AssertionError("No rule fired in any test. Maybe the scenarios use another rule set?");
        }
    }
}
