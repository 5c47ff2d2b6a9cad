package org.regulars.laws;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.regulars.laws.Gives.Bonus;
import org.regulars.laws.Gives.Earn;
import org.regulars.laws.Gives.Limit.Per;
import org.regulars.laws.Gives.Multiply;
import org.regulars.laws.Terms.KindOf;

/** What offers earn, for the {@link ObviousModel}: every earning times the factors that reach it, and what is flat. */
record Tallies(
        Terms terms,
        Map<String, BigDecimal> exact,
        Map<String, BigDecimal> bonus,
        @Nullable Caps caps) {

    /** An earning or a bonus, as far as limits have let it through. */
    private record Award(String rule, BigDecimal amount, boolean flat) {

        Award cutTo(BigDecimal most) {
            return new Award(rule, amount.min(most), flat);
        }
    }

    /** What is earned if there are no limits. */
    static Tallies of(Terms terms, List<Offered> offers) {
        return of(terms, offers, null);
    }

    /** What is earned within limits. */
    static Tallies of(Terms terms, List<Offered> offers, @Nullable Caps caps) {
        Tallies tallies = new Tallies(terms, new TreeMap<>(), new HashMap<>(), caps);
        Map<String, List<Award>> awards = new TreeMap<>();
        for (Offered each : offers) {
            String rule = each.rule().name();
            if (each.gives() instanceof Earn earn) {
                KindOf kind = terms.kind(earn.kind());
                BigDecimal amount = earn.exact(each.it());
                amount = kind.eachEarn() ? kind.round(amount) : amount;
                for (Offered other : offers) {
                    if (other.gives() instanceof Multiply by && by.kind().equals(earn.kind()) && reaches(other, each)) {
                        amount = amount.multiply(new BigDecimal(by.factor()));
                    }
                }
                awards.computeIfAbsent(earn.kind(), any -> new ArrayList<>()).add(new Award(rule, amount, false));
            } else if (each.gives() instanceof Bonus flat) {
                awards.computeIfAbsent(flat.kind(), any -> new ArrayList<>())
                        .add(new Award(rule, new BigDecimal(flat.amount()), true));
            }
        }
        awards.forEach(tallies::add);
        return tallies;
    }

    private void add(String kind, List<Award> awards) {
        exact.put(kind, BigDecimal.ZERO);
        for (Award award : caps == null ? awards : cut(kind, awards, caps)) {
            if (award.flat()) {
                bonus.merge(kind, terms.kind(kind).round(award.amount()), BigDecimal::add);
            } else {
                exact.merge(kind, award.amount(), BigDecimal::add);
            }
        }
    }

    /** First the limits on one award and on one rule's, the shortest time first; a rule's awards are cut from the last. */
    private static List<Award> cut(String kind, List<Award> awards, Caps caps) {
        List<Award> left = awards;
        for (Per per : Per.values()) {
            Set<String> rules = new TreeSet<>();
            awards.forEach(award -> rules.add(award.rule()));
            for (String rule : rules) {
                BigDecimal room = caps.room(kind, per, rule);
                List<Award> after = new ArrayList<>();
                for (Award award : left) {
                    boolean own = room != null && award.rule().equals(rule);
                    after.add(own ? award.cutTo(room) : award);
                    room = own && per != Per.AWARD
                            ? room.subtract(award.amount().min(room))
                            : room;
                }
                left = after;
            }
            BigDecimal each = per == Per.AWARD ? caps.room(kind, per, "") : null;
            left = each == null
                    ? left
                    : left.stream().map(award -> award.cutTo(each)).toList();
        }
        return left;
    }

    /** What the member gets of a kind. */
    BigDecimal total(String kind) {
        BigDecimal total = terms.kind(kind)
                .round(exact.getOrDefault(kind, BigDecimal.ZERO))
                .add(bonus.getOrDefault(kind, BigDecimal.ZERO));
        for (Per per : Per.values()) {
            BigDecimal room = caps == null || per == Per.AWARD ? null : caps.room(kind, per, "");
            total = room == null
                    ? total
                    : total.min(room.setScale(terms.kind(kind).decimals(), RoundingMode.DOWN));
        }
        return total;
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
