package org.regulars.laws;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.regulars.laws.Gives.Benefit;
import org.regulars.laws.Gives.Bonus;
import org.regulars.laws.Gives.Convert;
import org.regulars.laws.Gives.Discount;
import org.regulars.laws.Gives.Earn;
import org.regulars.laws.Gives.Extend;
import org.regulars.laws.Gives.Forfeit;
import org.regulars.laws.Gives.Free;
import org.regulars.laws.Gives.Limit;
import org.regulars.laws.Gives.Overdraft;
import org.regulars.laws.Gives.PayWith;
import org.regulars.laws.Gives.Price;
import org.regulars.laws.Gives.Upgrade;
import org.regulars.laws.Promise.Fact;
import org.regulars.laws.Promise.Pattern;
import org.regulars.laws.Promise.Pattern.Mood;
import org.regulars.laws.Promise.Stage;

/** Generates rules about more than one event: limits, what a member asks for, what is lost, what falls due. */
final class LifeRules extends Draws {

    private LifeRules(Draws others) {
        super(others);
    }

    /** Adds some to a rule set; few of them, so that it compiles soon. */
    static void addTo(Draws others) {
        new LifeRules(others).add();
    }

    private void add() {
        sometimes(3, this::limit);
        sometimes(4, this::convert);
        sometimes(5, this::extend);
        sometimes(5, this::forfeit);
        sometimes(3, this::redemption);
        sometimes(6, this::expired);
        // Every day between two events is decided by itself.
        sometimes(16, this::day);
        if (!steady) {
            sometimes(3, this::payWith);
            sometimes(8, this::overdraft);
        }
    }

    private void limit() {
        boolean bought = random.nextInt(4) > 0;
        Gives gives = new Limit(kind(), most(), pick(List.of(Limit.Per.values())), false);
        if (bought) {
            promise(Stage.PAID, List.of(on(Fact.PAID, random.nextInt(2))), List.of(gives));
        } else {
            promise(Stage.ACTIVITY, List.of(activity()), List.of(gives));
        }
    }

    /** One kind becomes another, at any time. */
    private void convert() {
        Price from = new Price(pick(List.of(1, 3, 5, 7)), pick(List.of("points", "stamps")), false);
        Gives gives = new Convert(
                from,
                pick(List.of("1", "2", "3")),
                pick(List.of("stars", "vouchers")),
                random.nextBoolean(),
                random.nextInt(3) == 0 ? pick(List.of(3, 10, 50)) : 0,
                random.nextInt(3) == 0 ? pick(List.of(5, 20, 100)) : 0,
                own());
        anytime(gives);
    }

    private void extend() {
        anytime(new Extend(
                kind(),
                pick(List.of(".byMonths( 3 )", ".byDays( 1 )", ".forMonths( 12 )", ".through( \"2030-12-31\" )"))));
    }

    private void forfeit() {
        anytime(
                random.nextInt(3) == 0
                        ? new Forfeit("", "", pick(List.of("Gold", "Reserve", "Plus")))
                        : new Forfeit(pick(List.of("", "1", "10")), kind(), ""));
    }

    /** When something is paid, done, or counted. */
    private void anytime(Gives gives) {
        switch (random.nextInt(3)) {
            case 0 -> promise(Stage.PAID, List.of(on(Fact.PAID, 1)), List.of(gives));
            case 1 -> promise(Stage.ACTIVITY, List.of(activity()), List.of(gives));
            default ->
                promise(
                        Stage.COUNTED,
                        List.of(new Pattern(
                                Fact.BALANCE, Mood.EACH, List.of(clauses.balance(kind()), clauses.balanceAmount()))),
                        List.of(gives));
        }
    }

    /** What a member may ask for, with a purchase or without. */
    private void redemption() {
        List<Pattern> when = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            when.add(on(Fact.PURCHASE, random.nextInt(2)));
        }
        when.add(new Pattern(Fact.REDEMPTION, Mood.EACH, List.of(clauses.asked(pick(Shop.REWARDS)))));
        Price price = steady ? null : price(false);
        Gives gives = switch (random.nextInt(steady ? 3 : 5)) {
            case 0 -> new Benefit("lounge", price);
            case 1 -> new Free(1, what(), "", false, 0, price != null && random.nextBoolean(), price, null, own());
            case 2 -> new Free(1, "mug", "", true, 0, false, price, null, null);
            case 3 -> new Convert(price(false), "2", "vouchers", true, 0, 0, own());
            default -> new Discount("", pick(List.of("1", "2.5")), "", 0, "", price, null);
        };
        promise(Stage.TILL, when, List.of(gives));
    }

    private void payWith() {
        boolean wanted = random.nextInt(3) == 0;
        List<Pattern> when = new ArrayList<>();
        when.add(on(Fact.PURCHASE, random.nextInt(2)));
        if (wanted) {
            when.add(new Pattern(Fact.REDEMPTION, Mood.EACH, List.of(clauses.asked("points"))));
        }
        promise(
                Stage.TILL,
                when,
                List.of(new PayWith(
                        pick(List.of("0.007", "0.005", "0.015", "1")),
                        pick(List.of("points", "stars")),
                        random.nextInt(3) == 0 ? pick(List.of(1, 5, 50)) : 0,
                        random.nextInt(3) == 0 ? pick(List.of(1, 2, 10)) : 0,
                        random.nextInt(3) == 0 ? pick(List.of(7, 40, 100)) : 0,
                        wanted,
                        random.nextInt(3) == 0 ? what() : "",
                        random.nextInt(4) == 0 ? 50 : 0)));
    }

    private void overdraft() {
        boolean percent = random.nextBoolean();
        promise(
                Stage.TILL,
                List.of(on(Fact.PURCHASE, random.nextInt(2))),
                List.of(new Overdraft(
                        pick(List.of("points", "stamps")),
                        percent ? 0 : pick(List.of(1, 7, 50)),
                        percent ? 20 : 0,
                        random.nextBoolean() ? 10 : 0)));
    }

    private void day() {
        promise(Stage.DAY, List.of(new Pattern(Fact.DAY, Mood.EACH, List.of(clauses.day()))), List.of(due()));
    }

    private void expired() {
        String kind = kind();
        Gives gives = random.nextInt(3) == 0 ? new Extend(kind, ".forDays( 10 ).reinstating( 1 )") : due();
        promise(
                Stage.EXPIRED,
                List.of(new Pattern(Fact.EXPIRED, Mood.EACH, List.of(clauses.lapses(kind)))),
                List.of(gives));
    }

    /** What rules give in answer to nothing but time. */
    private Gives due() {
        return switch (random.nextInt(6)) {
            case 0 -> new Forfeit(pick(List.of("", "1")), kind(), "");
            case 1 -> new Free(1, "coffee", "", false, 0, false, null, null, own());
            case 2 -> new Upgrade("Gold", null, own());
            case 3 -> new Convert(new Price(1, kind(), false), "1", "vouchers", true, 0, 0, own());
            case 4 -> new Earn(kind(), rate(), "", it -> BigDecimal.ZERO, "", null, own());
            default -> new Bonus(kind(), "5", null, own());
        };
    }
}
