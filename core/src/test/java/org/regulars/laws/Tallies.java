package org.regulars.laws;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.regulars.laws.Gives.Bonus;
import org.regulars.laws.Gives.Earn;
import org.regulars.laws.Gives.Multiply;
import org.regulars.laws.Terms.KindOf;

/** What offers earn, for the {@link ObviousModel}: every earning times the factors that reach it, and what is flat. */
record Tallies(Terms terms, Map<String, BigDecimal> exact, Map<String, BigDecimal> bonus) {

    static Tallies of(Terms terms, List<Offered> offers) {
        Tallies tallies = new Tallies(terms, new TreeMap<>(), new HashMap<>());
        for (Offered each : offers) {
            if (each.gives() instanceof Earn earn) {
                KindOf kind = terms.kind(earn.kind());
                BigDecimal amount = earn.exact(each.it());
                amount = kind.eachEarn() ? kind.round(amount) : amount;
                for (Offered other : offers) {
                    if (other.gives() instanceof Multiply by && by.kind().equals(earn.kind()) && reaches(other, each)) {
                        amount = amount.multiply(new BigDecimal(by.factor()));
                    }
                }
                tallies.exact.merge(earn.kind(), amount, BigDecimal::add);
            } else if (each.gives() instanceof Bonus flat) {
                BigDecimal amount = terms.kind(flat.kind()).round(new BigDecimal(flat.amount()));
                tallies.exact.merge(flat.kind(), BigDecimal.ZERO, BigDecimal::add);
                tallies.bonus.merge(flat.kind(), amount, BigDecimal::add);
            }
        }
        return tallies;
    }

    /** What the member gets of a kind. */
    BigDecimal total(String kind) {
        return terms.kind(kind)
                .round(exact.getOrDefault(kind, BigDecimal.ZERO))
                .add(bonus.getOrDefault(kind, BigDecimal.ZERO));
    }

    /** What it is all worth, by what the merchant says of the cost of one unit. */
    BigDecimal worth() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> each : exact.entrySet()) {
            String unit = terms.kind(each.getKey()).unitCost();
            BigDecimal amount = each.getValue().add(bonus.getOrDefault(each.getKey(), BigDecimal.ZERO));
            sum = unit == null ? sum : sum.add(amount.multiply(new BigDecimal(unit)));
        }
        return sum;
    }

    /** A factor on the whole purchase reaches everything, one on lines what belongs to none but them. */
    private static boolean reaches(Offered factor, Offered earning) {
        return factor.lines().isEmpty()
                || !earning.lines().isEmpty() && factor.lines().containsAll(earning.lines());
    }
}
