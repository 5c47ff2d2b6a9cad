package org.regulars.benchmarks;

import java.util.List;
import java.util.function.Function;
import org.regulars.benchmarks.Shop.Shopping;

/** Rules and purchases: what is decided, whoever decides it. */
enum Workload {
    TYPICAL_1("20x1", 20, 1),
    TYPICAL_5("20x5", 20, 5),
    TYPICAL_50("20x50", 20, 50),
    CAMPAIGNS_5("1000x5", 1000, 5),
    CAMPAIGNS_50("1000x50", 1000, 50);

    private final String label;
    private final int rules;
    private final int lines;

    Workload(String label, int rules, int lines) {
        this.label = label;
        this.rules = rules;
        this.lines = lines;
    }

    /** The workload of a label: rules and lines, as in {@code 20x5}. */
    static Workload of(String label) {
        for (Workload workload : values()) {
            if (workload.label.equals(label)) {
                return workload;
            }
        }
        throw new IllegalArgumentException("There is no workload '" + label + "'");
    }

    /** The purchases, the same every time. */
    List<Shopping> purchases() {
        return Purchases.of(isTypical() ? Catalogue.shelves() : Catalogue.skus(), lines);
    }

    /** What is right, as handwritten Java says. */
    Function<Shopping, Answer> judge() {
        return isTypical() ? Handwritten::answer : HandwrittenCampaigns::answer;
    }

    /** The rules for Regulars. */
    String text() {
        return isTypical() ? Typical.rules() : Campaigns.rules();
    }

    /** The rules for plain Drools. */
    String naiveText() {
        return isTypical() ? Typical.naiveRules() : Campaigns.naiveRules();
    }

    boolean isTypical() {
        return rules == 20;
    }

    int rules() {
        return rules;
    }

    int lines() {
        return lines;
    }

    @Override
    public String toString() {
        return label;
    }
}
