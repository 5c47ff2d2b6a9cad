package org.regulars.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.regulars.laws.Gives.Earn;
import org.regulars.laws.Gives.Limit;
import org.regulars.laws.Gives.Price;
import org.regulars.laws.Promise.Clause;
import org.regulars.laws.Promise.Fact;
import org.regulars.laws.Promise.Pattern;
import org.regulars.laws.Promise.Pattern.Mood;
import org.regulars.laws.Promise.Stage;

/** What rules are drawn from while one rule set is generated. */
abstract class Draws {

    final Random random;
    final Clauses clauses;
    final boolean steady;
    final List<Promise> promises;

    /** Begins a rule set. */
    Draws(long seed, boolean steady) {
        this.random = new Random(seed);
        this.clauses = new Clauses(random);
        this.steady = steady;
        this.promises = new ArrayList<>();
    }

    /** Goes on with the one others have begun. */
    Draws(Draws others) {
        this.random = others.random;
        this.clauses = others.clauses;
        this.steady = others.steady;
        this.promises = others.promises;
    }

    Pattern on(Fact fact, int count) {
        boolean atTheTill = fact == Fact.ITEM || fact == Fact.PURCHASE;
        return new Pattern(fact, Mood.EACH, clauses.on(fact, count, steady && atTheTill));
    }

    void promise(Stage stage, List<Pattern> when, List<Gives> gives) {
        // Names sort in another order than the rules stand in.
        String name = (char) ('A' + random.nextInt(26)) + "" + (char) ('a' + random.nextInt(26)) + " offer "
                + (promises.size() + 1);
        promises.add(
                new Promise(name, random.nextInt(5) == 0 ? "Thank you, " + name : "", stage, List.copyOf(when), gives));
    }

    void add(int least, int most, Runnable rule) {
        int count = least + random.nextInt(most - least + 1);
        for (int i = 0; i < count; i++) {
            rule.run();
        }
    }

    void sometimes(int oneIn, Runnable rule) {
        if (random.nextInt(oneIn) == 0) {
            rule.run();
        }
    }

    /** A life of its own, now and then. */
    @Nullable
    Life own() {
        return random.nextInt(6) == 0 ? Life.own(random) : null;
    }

    String most() {
        return pick(List.of("0", "1.5", "2.5", "5.55", "7.77", "10", "50"));
    }

    String kind() {
        return pick(List.of("points", "points", "points", "stamps", "stars"));
    }

    Price price(boolean withThisPurchase) {
        return new Price(pick(List.of(1, 3, 7, 7, 50)), pick(List.of("points", "stamps", "stamps")), withThisPurchase);
    }

    String rate() {
        return pick(List.of("1", "1", "2", "10", "0.5", "0.333", "1.5"));
    }

    String step() {
        return pick(List.of("1", "2", "2.5", "0.99", "10"));
    }

    String what() {
        return random.nextInt(3) == 0 ? pick(Shop.NAMES) : pick(Shop.CATEGORIES);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    Pattern activity() {
        List<Clause> about = new ArrayList<>(List.of(clauses.activity()));
        about.addAll(clauses.on(Fact.ACTIVITY, random.nextInt(2), steady));
        return new Pattern(Fact.ACTIVITY, Mood.EACH, about);
    }

    /** What a rule gives, and now and then the most it gives of it. */
    List<Gives> limited(List<Gives> gives) {
        if (random.nextInt(5) > 0) {
            return gives;
        }
        String kind = gives.get(0) instanceof Earn earn ? earn.kind() : "points";
        List<Gives> more = new ArrayList<>(gives);
        more.add(new Limit(kind, most(), pick(List.of(Limit.Per.values())), true));
        return more;
    }
}
