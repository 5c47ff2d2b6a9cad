package org.regulars.examples.tpcds;

import java.util.List;
import java.util.Locale;
import org.regulars.LoyaltyEngine;
import org.regulars.RuleSet;
import org.regulars.examples.tpcds.data.StoreYears;

/** Replays all sales and returns, takes everything back that was still kept, and prints the figures. */
public final class TpcdsReplay {

    /** The rules, on the class path. */
    static final String RULES = "supermarket-card/supermarket-card.drl";

    private static final double NANOS = 1e9;

    private TpcdsReplay() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        System.out.println("Generating five years of sales and returns");
        StoreYears years = StoreYears.generate();
        System.out.println("Playing them on the supermarket card");
        try (RuleSet rules = RuleSet.fromClasspath(RULES)) {
            List<Replay.Played> played = Replay.of(History.of(years), LoyaltyEngine.with(rules));
            System.out.println();
            System.out.print(Summary.of(played, years.gaps()));
            System.out.println();
            System.out.print(Summary.speed(played));
            System.out.printf(Locale.ROOT, "Time in all: %.1f seconds%n", (System.nanoTime() - start) / NANOS);
        }
    }
}
