package org.regulars.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.regulars.internal.values.Sum;
import org.regulars.internal.values.Values;

/** Adding up the lines that are what an offer speaks of. */
final class Totals {

    private Totals() {}

    static <T> BigDecimal of(List<T> lines, String what, BiPredicate<T, String> isA, Function<T, BigDecimal> column) {
        Sum sum = new Sum();
        for (T line : lines) {
            if (isA.test(line, what)) {
                sum.add(column.apply(line));
            }
        }
        return Values.plain(sum.value());
    }
}
