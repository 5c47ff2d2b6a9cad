package org.regulars.examples.tpcds;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.Posting.Cause;

/** How much of each kind moved, and why: the postings of outcomes, added up. */
final class Movements {

    private final SortedMap<String, Map<Cause, BigDecimal>> byKind = new TreeMap<>();

    /** Adds what moved with an event, and what fell due on the calendar before it. */
    void enter(Outcome outcome) {
        Stream.concat(outcome.due().stream().flatMap(due -> due.postings().stream()), outcome.postings().stream())
                .forEach(this::enter);
    }

    private void enter(Posting posting) {
        byKind.computeIfAbsent(posting.kind(), kind -> new EnumMap<>(Cause.class))
                .merge(posting.cause(), posting.amount(), BigDecimal::add);
    }

    void add(Movements others) {
        others.byKind.forEach((kind, causes) ->
                causes.forEach((cause, amount) -> byKind.computeIfAbsent(kind, new_ -> new EnumMap<>(Cause.class))
                        .merge(cause, amount, BigDecimal::add)));
    }

    /** The kinds of which anything ever moved. */
    Set<String> kinds() {
        return byKind.keySet();
    }

    /** The sum of what moved of a kind for one reason; below zero if it left. */
    BigDecimal of(String kind, Cause cause) {
        return byKind.getOrDefault(kind, Map.of()).getOrDefault(cause, BigDecimal.ZERO);
    }

    /** What came less what left. */
    BigDecimal net(String kind) {
        return byKind.getOrDefault(kind, Map.of()).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
