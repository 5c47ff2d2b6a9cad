package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.regulars.Offer;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.values.Values;

/**
 * What an offer is worth to the member: money, amounts of kinds, or both.
 *
 * @param amounts by kind; money under {@link #MONEY}
 */
record Worth(Map<String, BigDecimal> amounts) {

    private static final String MONEY = "";

    static final Worth NOTHING = new Worth(Map.of());

    static Worth money(BigDecimal amount) {
        return new Worth(Map.of(MONEY, amount));
    }

    static Worth of(BigDecimal amount, String kind) {
        return new Worth(Map.of(kind, amount));
    }

    Worth plus(Worth other) {
        Map<String, BigDecimal> sum = new TreeMap<>(amounts);
        other.amounts.forEach((kind, amount) -> sum.merge(kind, amount, BigDecimal::add));
        return new Worth(sum);
    }

    /**
     * Whether this is worth more. Amounts of one kind compare as they are; different ones by what the
     * program says a unit costs.
     *
     * @param own the offer that is worth this
     * @param others the offer that is worth the other
     * @throws Refusal if the program does not say so
     */
    boolean isMoreThan(Offer own, Worth other, Offer others, String group, Definitions definitions) {
        String only = onlyKind();
        if (only != null && only.equals(other.onlyKind())) {
            return amounts.getOrDefault(only, BigDecimal.ZERO)
                            .compareTo(other.amounts.getOrDefault(only, BigDecimal.ZERO))
                    > 0;
        }
        return inMoney(own, group, definitions).compareTo(other.inMoney(others, group, definitions)) > 0;
    }

    private @Nullable String onlyKind() {
        return amounts.size() == 1 ? amounts.keySet().iterator().next() : null;
    }

    private BigDecimal inMoney(Offer offer, String group, Definitions definitions) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> each : amounts.entrySet()) {
            sum = sum.add(
                    each.getKey().equals(MONEY)
                            ? each.getValue()
                            : each.getValue().multiply(unitCost(each.getKey(), offer, group, definitions)));
        }
        return sum;
    }

    private static BigDecimal unitCost(String kind, Offer offer, String group, Definitions definitions) {
        BigDecimal cost = definitions.kind(kind).unitCost();
        if (cost == null) {
            throw new Refusal(
                    offer,
                    "cannot be compared with the others of '" + group + "': nobody said what one of '" + kind
                            + "' costs. Maybe insert( Kind.of( \"" + kind
                            + "\" ).unitCost( \"0.01\" ) ) in a rule on Program()?");
        }
        return cost;
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" and ").setEmptyValue("nothing");
        amounts.forEach((kind, amount) -> text.add(
                (Values.plain(amount).toPlainString() + " " + kind).strip() + (kind.equals(MONEY) ? " in money" : "")));
        return text.toString();
    }
}
