package org.regulars.laws;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.regulars.Line;
import org.regulars.Purchase;
import org.regulars.Return;

/** What is still kept of the lines of a receipt, in whole fractions that are rounded once. */
final class KeptLines {

    private final Map<Integer, Line> lines = new TreeMap<>();
    private final Map<Integer, BigDecimal> quantities = new TreeMap<>();
    private final Map<Integer, List<BigDecimal[]>> paidBack = new TreeMap<>();

    KeptLines(Purchase purchase) {
        for (Line line : purchase.lines()) {
            lines.put(line.number(), line);
            quantities.put(line.number(), line.quantity());
            paidBack.put(line.number(), new ArrayList<>());
        }
    }

    /** Takes parts away; none for everything. */
    void bringBack(List<Return.Part> parts) {
        if (parts.isEmpty()) {
            quantities.replaceAll((line, quantity) -> BigDecimal.ZERO);
        }
        for (Return.Part part : parts) {
            BigDecimal kept = quantities.get(part.line());
            if (part.money() != null) {
                paidBack.get(part.line()).add(new BigDecimal[] {part.money(), kept});
            }
            BigDecimal back = part.quantity() != null ? part.quantity() : part.money() == null ? kept : BigDecimal.ZERO;
            quantities.put(part.line(), kept.subtract(back));
        }
    }

    boolean isNothing() {
        return quantities.values().stream().allMatch(each -> each.signum() == 0);
    }

    /** The lines of which something is kept. */
    List<Integer> numbers() {
        return quantities.keySet().stream()
                .filter(line -> quantities.get(line).signum() > 0)
                .toList();
    }

    Line line(int number) {
        return lines.get(number);
    }

    BigDecimal quantity(int line) {
        return quantities.get(line);
    }

    /** What is kept of a line costs: its share of the price, less its share of what was paid back. */
    BigDecimal amount(int number) {
        BigDecimal quantity = quantities.get(number);
        BigDecimal above = lines.get(number).amount().multiply(quantity);
        BigDecimal below = lines.get(number).quantity();
        for (BigDecimal[] each : paidBack.get(number)) {
            above = above.multiply(each[1]).subtract(each[0].multiply(quantity).multiply(below));
            below = below.multiply(each[1]);
        }
        return above.divide(below, 2, RoundingMode.HALF_UP).max(BigDecimal.ZERO);
    }

    /** What is kept of a category costs, or of everything. */
    BigDecimal total(String category) {
        BigDecimal total = BigDecimal.ZERO;
        for (int number : numbers()) {
            if (category.isEmpty() || lines.get(number).category().equals(category)) {
                total = total.add(amount(number));
            }
        }
        return total;
    }

    boolean has(String category) {
        return numbers().stream()
                .anyMatch(number -> lines.get(number).category().equals(category));
    }
}
