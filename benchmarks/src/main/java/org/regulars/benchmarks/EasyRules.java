package org.regulars.benchmarks;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jeasy.rules.api.Condition;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rule;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.regulars.benchmarks.Campaigns.Campaign;
import org.regulars.benchmarks.Shop.Goods;
import org.regulars.benchmarks.Shop.Shopping;

/**
 * Easy Rules as its documentation teaches it: rules from its builder with lambdas, ordered by priority, and
 * one engine that fires them once a purchase over named facts. It knows no facts of which there are several,
 * so a rule about goods goes through them itself; that is also the quickest way to write it.
 */
final class EasyRules implements Peer {

    private static final String SHOPPING = "shopping";
    private static final String RESULT = "result";
    private static final BigDecimal FORTY = new BigDecimal(40);
    private static final BigDecimal SEVENTY_FIVE = new BigDecimal(75);
    private static final BigDecimal SILVER = new BigDecimal("1.1");
    private static final BigDecimal GOLD = new BigDecimal("1.25");

    private static final int FIRST = 1;
    private static final int THEN = 2;
    private static final int LAST = 3;

    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules rules;
    private final List<Shopping> purchases;

    private EasyRules(Rules rules, List<Shopping> purchases) {
        this.rules = rules;
        this.purchases = purchases;
    }

    /** What a rule does. */
    private interface Effect {
        void on(Shopping shopping, Result result);
    }

    /** What a rule does for a line. */
    private interface LineEffect {
        void on(Goods goods, Result result);
    }

    @Override
    public Answer decide(int place) {
        return answer(place);
    }

    @Override
    public Answer answer(int place) {
        Shopping shopping = purchases.get(place);
        Result result = new Result(shopping);
        Facts facts = new Facts();
        facts.put(SHOPPING, shopping);
        facts.put(RESULT, result);
        engine.fire(rules, facts);
        return result.answer();
    }

    static EasyRules typical(List<Shopping> purchases) {
        Rules rules = new Rules();
        rules.register(
                // First what comes off, because it is not paid and earns nothing.
                goods(
                        "Wednesday: fruit and vegetables are 10 percent off",
                        FIRST,
                        shopping -> shopping.day() == DayOfWeek.WEDNESDAY,
                        goods -> goods.category().equals("produce"),
                        (goods, result) -> result.off(goods, 10)),
                goods(
                        "Coupon WINE15: 15 percent off wine",
                        FIRST,
                        shopping -> shopping.coupon().equals("WINE15"),
                        goods -> goods.category().equals("wine"),
                        (goods, result) -> result.off(goods, 15)),
                purchase(
                        "8 coffee stamps: a coffee is free",
                        FIRST,
                        (shopping, result) -> shopping.holder().coffeeStamps() >= 8 && shopping.has("coffee"),
                        (shopping, result) -> result.free("coffee", 8)),
                // Then what is earned on what is paid.
                purchase(
                        "Free delivery from 40",
                        THEN,
                        (shopping, result) -> shopping.channel().equals("web")
                                && result.paid().compareTo(FORTY) >= 0,
                        (shopping, result) -> result.deliver()),
                goods(
                        "One point for every unit of money",
                        THEN,
                        shopping -> true,
                        goods -> !Set.of("gift card", "tobacco").contains(goods.category()),
                        (goods, result) -> result.earn(goods)),
                goods(
                        "Our own brand earns 5 points a piece",
                        THEN,
                        shopping -> true,
                        Goods::ownBrand,
                        (goods, result) -> result.earnEach(goods, 5)),
                goods(
                        "Meat and fish earn double",
                        THEN,
                        shopping -> true,
                        goods -> Set.of("meat", "fish").contains(goods.category()),
                        (goods, result) -> result.multiply(goods, 2)),
                goods(
                        "Baby goods earn triple",
                        THEN,
                        shopping -> true,
                        goods -> goods.category().equals("baby"),
                        (goods, result) -> result.multiply(goods, 3)),
                goods(
                        "Weekend: the bakery earns double",
                        THEN,
                        Shopping::weekend,
                        goods -> goods.category().equals("bakery"),
                        (goods, result) -> result.multiply(goods, 2)),
                goods(
                        "Before 9:00 coffee earns double",
                        THEN,
                        shopping -> shopping.hour() < 9,
                        goods -> goods.category().equals("coffee"),
                        (goods, result) -> result.multiply(goods, 2)),
                goods(
                        "6 bottles of one wine: 30 points extra",
                        THEN,
                        shopping -> true,
                        goods -> goods.category().equals("wine") && goods.units() >= 6,
                        (goods, result) -> result.bonus(30)),
                goods(
                        "One stamp for every coffee",
                        THEN,
                        shopping -> true,
                        goods -> goods.category().equals("coffee"),
                        (goods, result) -> result.stamp(goods)),
                purchase(
                        "A shop of 75: 50 points extra",
                        THEN,
                        (shopping, result) -> result.paid().compareTo(SEVENTY_FIVE) >= 0,
                        (shopping, result) -> result.bonus(50)),
                purchase(
                        "In the app: 5 points extra",
                        THEN,
                        (shopping, result) -> shopping.channel().equals("app")
                                && result.paid().signum() > 0,
                        (shopping, result) -> result.bonus(5)),
                purchase(
                        "Your birthday earns double",
                        THEN,
                        (shopping, result) -> shopping.birthday(),
                        (shopping, result) -> result.multiply(BigDecimal.valueOf(2))),
                purchase(
                        "Silver earns 1.1 times the points",
                        THEN,
                        (shopping, result) -> shopping.holder().tier().equals("Silver"),
                        (shopping, result) -> result.multiply(SILVER)),
                purchase(
                        "Gold earns 1.25 times the points",
                        THEN,
                        (shopping, result) -> shopping.holder().tier().equals("Gold"),
                        (shopping, result) -> result.multiply(GOLD)),
                purchase(
                        "One status point for every unit of money",
                        THEN,
                        (shopping, result) -> true,
                        (shopping, result) -> result.count(result.paid())),
                // Last where the member stands then.
                purchase(
                        "300 status points: Silver",
                        LAST,
                        (shopping, result) -> result.counted() >= 300
                                && result.counted() < 1000
                                && shopping.holder().tier().equals("Green"),
                        (shopping, result) -> result.upgrade("Silver")),
                purchase(
                        "1000 status points: Gold",
                        LAST,
                        (shopping, result) -> result.counted() >= 1000
                                && !shopping.holder().tier().equals("Gold"),
                        (shopping, result) -> result.upgrade("Gold")));
        return new EasyRules(rules, purchases);
    }

    static EasyRules campaigns(List<Shopping> purchases) {
        Rules rules = new Rules();
        rules.register(goods(
                "One point for every unit of money",
                FIRST,
                shopping -> true,
                goods -> true,
                (goods, result) -> result.earn(goods)));
        List<Campaign> campaigns = Campaigns.all();
        for (int i = 0; i < campaigns.size(); i++) {
            Campaign campaign = campaigns.get(i);
            rules.register(new RuleBuilder()
                    .name("Campaign " + i)
                    .when(facts -> {
                        Shopping shopping = facts.get(SHOPPING);
                        for (Goods goods : shopping.goods()) {
                            if (campaign.isFor(goods) && campaign.condition().holds(shopping, goods)) {
                                return true;
                            }
                        }
                        return false;
                    })
                    .then(facts -> {
                        Shopping shopping = facts.get(SHOPPING);
                        Result result = facts.get(RESULT);
                        for (Goods goods : shopping.goods()) {
                            if (campaign.isFor(goods) && campaign.condition().holds(shopping, goods)) {
                                campaign.give(goods, result);
                            }
                        }
                    })
                    .build());
        }
        return new EasyRules(rules, purchases);
    }

    private static Rule purchase(String name, int priority, BiPredicate<Shopping, Result> when, Effect effect) {
        return rule(name, priority, facts -> when.test(facts.get(SHOPPING), facts.get(RESULT)), effect);
    }

    /** A rule about each of the goods, where the whole receipt allows it. */
    private static Rule goods(
            String name, int priority, Predicate<Shopping> on, Predicate<Goods> about, LineEffect effect) {
        return rule(
                name,
                priority,
                facts -> {
                    Shopping shopping = facts.get(SHOPPING);
                    return on.test(shopping) && any(shopping.goods(), about);
                },
                (shopping, result) -> {
                    for (Goods goods : shopping.goods()) {
                        if (about.test(goods)) {
                            effect.on(goods, result);
                        }
                    }
                });
    }

    private static boolean any(List<Goods> all, Predicate<Goods> about) {
        for (Goods goods : all) {
            if (about.test(goods)) {
                return true;
            }
        }
        return false;
    }

    private static Rule rule(String name, int priority, Condition condition, Effect effect) {
        return new RuleBuilder()
                .name(name)
                .priority(priority)
                .when(condition)
                .then(facts -> effect.on(facts.get(SHOPPING), facts.get(RESULT)))
                .build();
    }
}
