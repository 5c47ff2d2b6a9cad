package org.regulars.laws;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;
import org.regulars.laws.Gives.Benefit;
import org.regulars.laws.Gives.Bonus;
import org.regulars.laws.Gives.Discount;
import org.regulars.laws.Gives.Earn;
import org.regulars.laws.Gives.Free;
import org.regulars.laws.Gives.Multiply;
import org.regulars.laws.Gives.Price;
import org.regulars.laws.Gives.Shipping;
import org.regulars.laws.Gives.Upgrade;
import org.regulars.laws.Promise.Clause;
import org.regulars.laws.Promise.Fact;
import org.regulars.laws.Promise.Pattern;
import org.regulars.laws.Promise.Pattern.Mood;
import org.regulars.laws.Promise.Stage;
import org.regulars.laws.Terms.KindOf;
import org.regulars.laws.Terms.LadderOf;

/** Generates rule sets: a bounded number of them, the same ones for the same seed, because each must be compiled. */
final class RuleSets extends Draws {

    static final long SEED = Long.getLong("regulars.laws.seed", 1);
    static final int COUNT = Integer.getInteger("regulars.laws.rulesets", 40);

    private static final String TILL_GROUP = "till offers";
    private static final String EARN_GROUP = "point offers";

    private RuleSets(long seed, boolean steady) {
        super(seed, steady);
    }

    /** One of the rule sets. Failures are shrunk by dropping rules from one, never by trying another. */
    static Arbitrary<Terms> any() {
        return some(COUNT);
    }

    /** One of the first so many rule sets. */
    static Arbitrary<Terms> some(int count) {
        return Arbitraries.of(
                        IntStream.range(0, count).mapToObj(RuleSets::number).toList())
                .dontShrink();
    }

    /**
     * One of so many rule sets whose rules at the till look only at what free units and discounts cannot
     * change, where only free units cost something, and no offers at the till compete.
     */
    static Arbitrary<Terms> steady(int count) {
        return Arbitraries.of(IntStream.range(0, count)
                        .mapToObj(number -> generate(number, true))
                        .toList())
                .dontShrink();
    }

    /** The rule set of this number. */
    static Terms number(int number) {
        return generate(number, false);
    }

    private static Terms generate(int number, boolean steady) {
        // Near seeds give near random numbers, so they are spread first.
        RuleSets one = new RuleSets((SEED * 1_000_003L + number) * 0x9E3779B97F4A7C15L, steady);
        return one.terms(number);
    }

    private Terms terms(int number) {
        Map<String, KindOf> kinds = new TreeMap<>();
        for (String name : Shop.KINDS) {
            // These always say what they cost, so that offers that give them can stand in a group.
            if (name.equals("points") || name.equals("stars") || random.nextInt(3) > 0) {
                kinds.put(name, kind(name));
            }
        }
        add(1, 2, this::earnOnLine);
        add(0, 2, this::earnOnPurchase);
        add(0, 2, () -> multiply(null));
        add(0, 1, () -> bonus(null));
        add(0, 2, () -> discount(null));
        add(steady ? 1 : 0, 2, () -> freeInBasket(null));
        add(0, 1, this::given);
        add(0, 2, this::counted);
        add(0, 1, this::onActivity);
        if (random.nextInt(2) == 0) {
            add(2, 3, this::earnOffer);
        }
        if (!steady && random.nextInt(2) == 0) {
            add(2, 3, this::tillOffer);
        }
        LifeRules.addTo(this);
        return new Terms(
                number,
                pick(Shop.ZONES),
                kinds,
                new TreeMap<>(Map.of("tier", ladder(Shop.TIERS), "card", ladder(Shop.CARDS))),
                List.copyOf(promises));
    }

    private KindOf kind(String name) {
        return new KindOf(
                pick(List.of(0, 0, 1, 2, 3)),
                pick(List.of(RoundingMode.DOWN, RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.UP)),
                random.nextInt(4) == 0,
                name.equals("points") ? "0.01" : name.equals("stars") ? "0.03" : null,
                random.nextInt(4) == 0 ? pick(List.of(1, 14, 30)) : 0,
                random.nextInt(2) == 0 ? Life.ofKind(random) : null,
                pick(List.of("", ".takenBackInFull()", ".takenBackWithinBalance()", ".takenBackWhilePending()")));
    }

    private LadderOf ladder(List<String> tiers) {
        return new LadderOf(
                tiers,
                random.nextInt(2) == 0 ? Life.ofLadder(random) : null,
                random.nextInt(3) == 0,
                random.nextInt(3) == 0,
                random.nextInt(5) == 0);
    }

    private void earnOnLine() {
        List<Pattern> when = new ArrayList<>(company());
        if (random.nextInt(5) == 0) {
            when.add(on(Fact.PAID_ITEM, 1));
        }
        when.add(on(Fact.PAID_ITEM, random.nextInt(3)));
        promise(Stage.PAID, when, limited(earnsOnLine(null)));
    }

    private void earnOnPurchase() {
        List<Pattern> when = new ArrayList<>(company());
        when.add(on(Fact.PAID, random.nextInt(3)));
        when.addAll(absence());
        promise(Stage.PAID, when, limited(earnsOnPurchase(null)));
    }

    private List<Gives> earnsOnLine(@Nullable String group) {
        String kind = group == null ? kind() : pick(List.of("points", "points", "stars"));
        Life life = own();
        Earn earn = switch (random.nextInt(6)) {
            case 0 -> new Earn(kind, rate(), "", it -> BigDecimal.ZERO, "", group, life);
            case 1, 2 -> new Earn(kind, rate(), "$it", it -> it.line().quantity(), "", group, life);
            case 3, 4 -> new Earn(kind, rate(), "$it.amount()", it -> it.line().amount(), "", group, life);
            default -> new Earn(kind, rate(), "$it.amount()", it -> it.line().amount(), step(), group, life);
        };
        return random.nextInt(4) == 0
                ? List.of(
                        earn,
                        new Earn(
                                "collected",
                                "1",
                                "$it.amount()",
                                it -> it.line().amount(),
                                "",
                                null,
                                null))
                : List.of(earn);
    }

    private List<Gives> earnsOnPurchase(@Nullable String group) {
        String kind = group == null ? kind() : "points";
        String what = what();
        Life life = own();
        return List.of(
                switch (random.nextInt(6)) {
                    case 0 -> new Earn(kind, rate(), "", it -> BigDecimal.ZERO, "", group, life);
                    case 1 -> new Earn(kind, rate(), "$it.amount()", Scene::amount, "", group, life);
                    case 2 -> new Earn(kind, rate(), "$it.amount()", Scene::amount, step(), group, life);
                    case 3 -> new Earn(kind, rate(), "$it.quantity()", Scene::quantity, step(), group, life);
                    case 4 ->
                        new Earn(
                                kind,
                                rate(),
                                "$it.amountOf( \"" + what + "\" )",
                                it -> it.amountOf(what),
                                step(),
                                group,
                                life);
                    default ->
                        new Earn(
                                kind,
                                rate(),
                                "$it.quantityOf( \"" + what + "\" )",
                                it -> it.quantityOf(what),
                                "",
                                group,
                                life);
                });
    }

    private void multiply(@Nullable String group) {
        Gives gives = new Multiply(
                group == null ? kind() : "points", pick(List.of("2", "3", "1.25", "1.1", "0.5", "0", "1.333")), group);
        List<Pattern> when = switch (random.nextInt(4)) {
            case 0 -> List.of(on(Fact.PAID, 1));
            case 1 -> List.of(on(Fact.PAID_ITEM, 1), on(Fact.PAID_ITEM, 1));
            default -> List.of(on(Fact.PAID_ITEM, 1));
        };
        promise(Stage.PAID, when, List.of(gives));
    }

    private void bonus(@Nullable String group) {
        Gives gives = new Bonus(
                group == null ? kind() : "points", pick(List.of("1", "5", "20", "2.5", "0.125")), group, own());
        promise(Stage.PAID, List.of(random.nextInt(3) == 0 ? on(Fact.PAID_ITEM, 2) : on(Fact.PAID, 1)), List.of(gives));
    }

    private void earnOffer() {
        switch (random.nextInt(4)) {
            case 0 -> bonus(EARN_GROUP);
            case 1 -> {
                boolean onLine = random.nextBoolean();
                promise(
                        Stage.PAID,
                        List.of(on(onLine ? Fact.PAID_ITEM : Fact.PAID, 1)),
                        onLine ? earnsOnLine(EARN_GROUP) : earnsOnPurchase(EARN_GROUP));
            }
            default -> multiply(EARN_GROUP);
        }
    }

    private void discount(@Nullable String group) {
        boolean percent = random.nextBoolean();
        // What goes over several lines depends on all of them, down to which gets the last cent.
        boolean onLine = steady || random.nextBoolean();
        boolean elsewhere = !steady && random.nextInt(3) == 0;
        Gives gives = new Discount(
                percent ? pick(List.of("10", "12.5", "33", "50", "100")) : "",
                percent ? "" : pick(List.of("1", "5", "0.01", "2.5", "0.99", "7.77")),
                elsewhere ? what() : "",
                elsewhere && random.nextBoolean() ? 1 + random.nextInt(3) : 0,
                random.nextInt(4) == 0 ? pick(List.of("0.5", "2", "3.33")) : "",
                group != null || steady || random.nextInt(3) > 0 ? null : price(random.nextInt(3) == 0),
                group);
        promise(
                Stage.TILL,
                List.of(on(onLine ? Fact.ITEM : Fact.PURCHASE, group == null || random.nextBoolean() ? 1 : 0)),
                List.of(gives));
    }

    private void freeInBasket(@Nullable String group) {
        String what = what();
        Price price = random.nextInt(3) == 0 ? null : price(random.nextInt(2) == 0);
        int after = random.nextInt(4) == 0 ? pick(List.of(1, 2, 2, 3)) : 0;
        Gives gives = new Free(
                pick(List.of(1, 1, 1, 2)),
                what,
                random.nextInt(4) == 0 ? pick(List.of("0.5", "2.5", "3.33")) : "",
                false,
                after,
                (price != null || after > 0) && random.nextBoolean(),
                price,
                group,
                null);
        Pattern pattern = switch (random.nextInt(3)) {
            case 0 -> on(Fact.ITEM, 1);
            case 1 -> on(Fact.PURCHASE, 1);
            default -> new Pattern(Fact.PURCHASE, Mood.EACH, steady ? List.of() : List.of(clauses.has(what)));
        };
        promise(Stage.TILL, List.of(pattern), List.of(gives));
    }

    private void tillOffer() {
        if (random.nextInt(3) == 0) {
            freeInBasket(TILL_GROUP);
        } else {
            discount(TILL_GROUP);
        }
    }

    /** Something that takes nothing off the bill. */
    private void given() {
        boolean early = random.nextBoolean();
        promise(
                early ? Stage.TILL : Stage.PAID,
                List.of(on(early ? Fact.PURCHASE : Fact.PAID, 1)),
                List.of(reward(!early)));
    }

    private void counted() {
        String kind = random.nextInt(6) == 0 ? "free coffee" : kind();
        List<Clause> about = new ArrayList<>(List.of(clauses.balance(kind), clauses.balanceAmount()));
        about.addAll(clauses.on(Fact.BALANCE, random.nextInt(2), steady));
        Gives gives = random.nextBoolean()
                ? new Upgrade(
                        random.nextInt(4) == 0 ? "Plus" : pick(List.of("Gold", "Reserve")),
                        random.nextInt(4) == 0 ? price(false) : null,
                        own())
                : reward(true);
        promise(Stage.COUNTED, List.of(new Pattern(Fact.BALANCE, Mood.EACH, about)), List.of(gives));
    }

    private void onActivity() {
        Gives gives = switch (random.nextInt(6)) {
            case 0 -> new Bonus(kind(), "5", null, own());
            case 1 -> new Multiply(kind(), "2", null);
            case 2 -> notShipping(reward(true));
            default -> new Earn(kind(), rate(), "", it -> BigDecimal.ZERO, "", null, own());
        };
        promise(Stage.ACTIVITY, List.of(activity()), limited(List.of(gives)));
    }

    private static Gives notShipping(Gives gives) {
        return gives instanceof Shipping ? new Benefit("lounge", gives.price()) : gives;
    }

    private Gives reward(boolean late) {
        Price price = steady || random.nextInt(2) == 0 ? null : price(false);
        return switch (random.nextInt(5)) {
            case 0 -> new Shipping(price);
            case 1 -> new Benefit(pick(List.of("lounge", "early access")), price);
            case 2 -> new Upgrade(pick(Shop.TIERS), price, own());
            case 3 -> new Free(1 + random.nextInt(2), "tote bag", "", true, 0, price != null, price, null, null);
            default ->
                late
                        ? new Free(
                                1 + random.nextInt(2),
                                what(),
                                random.nextInt(3) == 0 ? "2.5" : "",
                                false,
                                0,
                                price != null && random.nextBoolean(),
                                price,
                                null,
                                own())
                        : new Benefit("lounge", price);
        };
    }

    /** A pattern on the member before the others, now and then. */
    private List<Pattern> company() {
        return random.nextInt(5) == 0 ? List.of(on(Fact.MEMBER, 1)) : List.of();
    }

    /** A pattern on what must be there or must not, after the others, now and then. */
    private List<Pattern> absence() {
        return random.nextInt(3) == 0
                ? List.of(new Pattern(
                        Fact.PAID_ITEM,
                        random.nextBoolean() ? Mood.NOT : Mood.EXISTS,
                        clauses.on(Fact.PAID_ITEM, 1, true)))
                : List.of();
    }
}
