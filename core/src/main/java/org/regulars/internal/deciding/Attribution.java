package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Which line earned how much of which kind. Over all lines a kind adds up to what was earned of it. */
final class Attribution {

    private final Map<Integer, Map<String, BigDecimal>> byLine = new HashMap<>();

    void add(int line, String kind, BigDecimal amount) {
        if (amount.signum() != 0) {
            byLine.computeIfAbsent(line, any -> new TreeMap<>()).merge(kind, amount, BigDecimal::add);
        }
    }

    Map<String, BigDecimal> of(int line) {
        return byLine.getOrDefault(line, Map.of());
    }
}
