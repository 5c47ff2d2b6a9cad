package org.regulars.examples.tpcds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;

/** Plays the histories of customers through the card, one member after the other, and then takes everything back. */
final class Replay {

    private static final long SEED = 1_998;

    /**
     * What became of one member.
     *
     * @param history what they did
     * @param afterYears the member, when all of that had happened
     * @param afterAll the member, when the rest of every receipt had come back too
     * @param returns how many returns they made then and before
     * @param years the books when all of that had happened
     * @param all the books in the end
     * @param unexplained see {@link Account#unexplained}
     */
    record Played(
            History history,
            Member afterYears,
            Member afterAll,
            int returns,
            Books years,
            Books all,
            List<String> unexplained) {}

    private Replay() {}

    /**
     * Plays them all.
     *
     * @throws org.regulars.EventRefusedException if the engine refuses anything
     */
    static List<Played> of(List<History> histories, LoyaltyEngine engine) {
        Instant end = histories.stream()
                .flatMap(history -> history.steps().stream())
                .map(History.Step::at)
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(Duration.ofDays(1));
        List<Played> played = new ArrayList<>();
        for (History history : histories) {
            Account account = new Account(engine, history);
            account.playHistory();
            Member afterYears = account.member();
            Books years = new Books();
            years.add(account.books());
            account.bringBackTheRest(end, new Random(SEED + history.customer()));
            played.add(new Played(
                    history,
                    afterYears,
                    account.member(),
                    account.books().returns(),
                    years,
                    account.books(),
                    account.unexplained()));
        }
        return played;
    }

    /** The books of all of them when the years were over. */
    static Books years(List<Played> played) {
        Books books = new Books();
        played.forEach(one -> books.add(one.years()));
        return books;
    }

    /** The books of all of them in the end. */
    static Books all(List<Played> played) {
        Books books = new Books();
        played.forEach(one -> books.add(one.all()));
        return books;
    }
}
