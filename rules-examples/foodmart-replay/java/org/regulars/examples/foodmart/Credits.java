package org.regulars.examples.foodmart;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.regulars.Granted;
import org.regulars.Outcome;
import org.regulars.Tally;

/**
 * Which rule brought how much of what a purchase earned of a kind.
 *
 * <p>A rule that earns is credited with what it earned, a rule that gives a flat bonus with the bonus. A
 * rule that multiplies is credited with what it adds to what the rules before it in the file have given:
 * where 8.00 earn 8, and fresh food makes that 16, and Gold makes that 20, the three rules have brought
 * 8, 8 and 4. These are exact amounts; what the kind's rounding then takes away belongs to no rule.
 *
 * @param byRule what each rule brought, by name
 * @param rounding what rounding added, mostly below zero
 */
record Credits(Map<String, BigDecimal> byRule, BigDecimal rounding) {

    private static final Comparator<Granted> FILE_ORDER = Comparator.comparing(
                    (Granted granted) -> granted.offer().file())
            .thenComparing(granted -> granted.offer().line());

    /** Works the credits out; together with the rounding they are what was earned, to the last digit. */
    static Credits of(Outcome outcome, String kind) {
        Map<String, BigDecimal> credits = new LinkedHashMap<>();
        List<Granted> multipliers = granted(outcome, Granted.Sort.MULTIPLY, kind);
        BigDecimal sum = BigDecimal.ZERO;
        for (Granted earning : granted(outcome, Granted.Sort.EARN, kind)) {
            BigDecimal amount = earning.amount();
            credit(credits, earning, amount);
            for (Granted multiplier : multipliers) {
                if (reaches(multiplier, earning)) {
                    BigDecimal more = amount.multiply(multiplier.amount().subtract(BigDecimal.ONE));
                    credit(credits, multiplier, more);
                    amount = amount.add(more);
                }
            }
            sum = sum.add(amount);
        }
        for (Granted bonus : granted(outcome, Granted.Sort.BONUS, kind)) {
            credit(credits, bonus, bonus.amount());
            sum = sum.add(bonus.amount());
        }
        return new Credits(credits, total(outcome, kind).subtract(sum));
    }

    private static void credit(Map<String, BigDecimal> credits, Granted to, BigDecimal amount) {
        credits.merge(to.offer().name(), amount, BigDecimal::add);
    }

    private static List<Granted> granted(Outcome outcome, Granted.Sort sort, String kind) {
        return outcome.granted().stream()
                .filter(granted -> granted.sort() == sort && granted.what().equals(kind))
                .sorted(FILE_ORDER)
                .toList();
    }

    /** A multiplier on the whole purchase reaches everything, one on lines what was earned by these lines. */
    private static boolean reaches(Granted multiplier, Granted earning) {
        return multiplier.lines().isEmpty()
                || (!earning.lines().isEmpty() && multiplier.lines().containsAll(earning.lines()));
    }

    private static BigDecimal total(Outcome outcome, String kind) {
        return outcome.tallies().stream()
                .filter(tally -> tally.kind().equals(kind))
                .map(Tally::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
