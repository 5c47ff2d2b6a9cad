package org.regulars.laws;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regulars.LoyaltyEngine;
import org.regulars.RuleSet;

/**
 * A generated rule set, as a structure.
 *
 * @param number which of the generated ones it is
 * @param zone where its days begin
 * @param kinds the kinds it defines, by name
 * @param ladders its tiers, by the name of the ladder
 * @param promises the rules that answer events
 */
record Terms(
        int number, String zone, Map<String, KindOf> kinds, Map<String, List<String>> ladders, List<Promise> promises) {

    /** How a kind is counted. */
    record KindOf(
            int decimals,
            RoundingMode rounding,
            boolean eachEarn,
            @Nullable String unitCost) {

        /** What a kind is that nobody defined. */
        static final KindOf PLAIN = new KindOf(0, RoundingMode.DOWN, false, null);

        BigDecimal round(BigDecimal amount) {
            return amount.setScale(decimals, rounding);
        }

        String drl(String name) {
            String mode = switch (rounding) {
                case HALF_UP -> ".roundedHalfUp()";
                case HALF_EVEN -> ".roundedHalfEven()";
                case UP -> ".roundedUp()";
                default -> "";
            };
            return "Kind.of( \"" + name + "\" )" + (decimals == 0 ? "" : ".decimals( " + decimals + " )") + mode
                    + (eachEarn ? ".roundedEachEarn()" : "")
                    + (unitCost == null ? "" : ".unitCost( \"" + unitCost + "\" )");
        }
    }

    KindOf kind(String name) {
        return kinds.getOrDefault(name, KindOf.PLAIN);
    }

    Terms with(List<Promise> others) {
        return new Terms(number, zone, kinds, ladders, others);
    }

    /** Every rule as text, the definitions first. */
    List<String> rules() {
        List<String> rules = new ArrayList<>();
        if (!zone.equals("UTC")) {
            rules.add(definition("The day begins in " + zone, "Zone.of( \"" + zone + "\" )"));
        }
        kinds.forEach((name, kind) -> rules.add(definition("What " + name + " are", kind.drl(name))));
        ladders.forEach((name, tiers) -> rules.add(definition(
                "The ladder " + name,
                "Tiers.of( " + tiers.stream().map(tier -> '"' + tier + '"').collect(Collectors.joining(", ")) + " )"
                        + (name.equals("tier") ? "" : ".named( \"" + name + "\" )"))));
        promises.forEach(promise -> rules.add(promise.drl()));
        return rules;
    }

    /** The whole rule file. */
    String text() {
        return String.join("\n", rules());
    }

    /** The same rules in another order, over several files. */
    Map<String, String> shuffled(Random random) {
        List<String> rules = new ArrayList<>(rules());
        Collections.shuffle(rules, random);
        Map<String, String> files = new TreeMap<>();
        for (String rule : rules) {
            String file = List.of("b.drl", "a.drl", "more/c.drl").get(random.nextInt(3));
            files.merge(file, rule, (one, other) -> one + "\n" + other);
        }
        return files;
    }

    RuleSet compiled() {
        return Compiled.of(Map.of("rules.drl", text()));
    }

    LoyaltyEngine engine() {
        return LoyaltyEngine.with(compiled());
    }

    @Override
    public String toString() {
        return "rule set " + number + " of seed " + RuleSets.SEED;
    }

    private static String definition(String name, String insert) {
        return "rule \"" + name + "\"\nwhen\n    Program()\nthen\n    insert( " + insert + " );\nend\n";
    }
}
