package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.regulars.internal.values.AmountsByKind;

/** Which line earned how much of which kind. Over all lines a kind adds up to what was earned of it. */
final class Attribution {

    private final List<String> kinds = new ArrayList<>(4);
    private final List<BigDecimal[]> parts = new ArrayList<>(4);

    /**
     * Adds what was earned of one kind.
     *
     * @param kind which comes after those that were added before, by its name
     * @param ofLines how much each line earned, at its place on the bill
     */
    void add(String kind, BigDecimal[] ofLines) {
        kinds.add(kind);
        parts.add(ofLines);
    }

    /** What the line at a place of the bill earned. */
    AmountsByKind of(int place) {
        int size = 0;
        for (int i = 0; i < kinds.size(); i++) {
            size += parts.get(i)[place].signum() == 0 ? 0 : 1;
        }
        String[] earned = new String[size];
        BigDecimal[] amounts = new BigDecimal[size];
        for (int i = 0, next = 0; next < size; i++) {
            if (parts.get(i)[place].signum() != 0) {
                earned[next] = kinds.get(i);
                amounts[next++] = parts.get(i)[place];
            }
        }
        return AmountsByKind.ofSorted(earned, amounts);
    }
}
