package org.regulars.examples.cobranded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.regulars.Granted;
import org.regulars.Granted.Sort;
import org.regulars.Outcome;

/**
 * What each sponsor gave and took, read from the outcomes: every award names its rule, and a rule the file it stands in,
 * which is the sponsor.
 */
final class Settlement {

    private static final String POINTS = "points";
    private static final String ROW = "%-12s %9s %9s %9s%n";

    private final Map<String, BigDecimal> given = new TreeMap<>();
    private final Map<String, BigDecimal> taken = new TreeMap<>();
    private final BigDecimal price;

    /**
     * An empty one.
     *
     * @param price what a point costs
     */
    Settlement(BigDecimal price) {
        this.price = price;
    }

    /** Counts what an event gave and what it took. */
    Settlement add(Outcome outcome) {
        return count(outcome, BigDecimal.ONE);
    }

    /**
     * Counts less of what came back.
     *
     * @param before the purchase as it was decided
     * @param kept what is kept of it, decided for the member as they were before it
     */
    Settlement replace(Outcome before, Outcome kept) {
        return count(before, BigDecimal.ONE.negate()).count(kept, BigDecimal.ONE);
    }

    /** How many points this sponsor gave. */
    BigDecimal givenBy(String sponsor) {
        return given.getOrDefault(sponsor, BigDecimal.ZERO);
    }

    /** How many points this sponsor took as money. */
    BigDecimal takenBy(String sponsor) {
        return taken.getOrDefault(sponsor, BigDecimal.ZERO);
    }

    /** A table: for points given a sponsor pays, for points taken it is paid. */
    String text() {
        List<String> sponsors = new ArrayList<>(new TreeMap<>(given).keySet());
        taken.keySet().stream().filter(each -> !sponsors.contains(each)).forEach(sponsors::add);
        StringBuilder text = new StringBuilder(ROW.formatted("sponsor", "given", "taken", "is paid"));
        for (String sponsor : sponsors) {
            BigDecimal owed = takenBy(sponsor).subtract(givenBy(sponsor)).multiply(price);
            text.append(ROW.formatted(
                    sponsor,
                    givenBy(sponsor).toPlainString(),
                    takenBy(sponsor).toPlainString(),
                    owed.setScale(2, RoundingMode.HALF_UP).toPlainString()));
        }
        return text.toString();
    }

    private Settlement count(Outcome outcome, BigDecimal sign) {
        for (Granted each : outcome.granted()) {
            if (each.sort() == Sort.PAID_WITH && each.cost() != null) {
                taken.merge(sponsor(each), each.cost().amount().multiply(sign), BigDecimal::add);
            } else if (each.what().equals(POINTS)) {
                // Each award is whole by itself: the kind is roundedEachEarn, and no rule multiplies.
                BigDecimal whole = each.amount().setScale(0, RoundingMode.DOWN);
                given.merge(sponsor(each), whole.multiply(sign), BigDecimal::add);
            }
        }
        outcome.limits().stream()
                .filter(each -> each.kind().equals(POINTS))
                .forEach(each -> given.merge(
                        sponsor(each.offer().file()),
                        each.allowed().subtract(each.wanted()).multiply(sign),
                        BigDecimal::add));
        return this;
    }

    private static String sponsor(Granted granted) {
        return sponsor(granted.offer().file());
    }

    /** The file's name: {@code co-branded-card/the-bank.drl} is {@code the-bank}. */
    private static String sponsor(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replace(".drl", "");
    }
}
