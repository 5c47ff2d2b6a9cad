package org.regulars.benchmarks;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.evrete.KnowledgeService;
import org.evrete.api.IntToValue;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatefulSession;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;
import org.regulars.benchmarks.Campaigns.Campaign;
import org.regulars.benchmarks.Shop.Goods;
import org.regulars.benchmarks.Shop.Holder;
import org.regulars.benchmarks.Shop.Shopping;

/**
 * Evrete as its documentation teaches it: the knowledge built once with its builder and lambdas, a stateful
 * session for every purchase, the application's objects as facts, salience where one rule must come before
 * another, and the result in the session's environment.
 */
public final class Evrete implements Peer {

    private static final String RESULT = "result";
    private static final String SHOPPING = "$shopping";
    private static final String HOLDER = "$holder";
    private static final String GOODS = "$goods";
    private static final String PAID = "$paid";
    private static final String COUNTED = "$counted";

    private static final BigDecimal FORTY = new BigDecimal(40);
    private static final BigDecimal SEVENTY_FIVE = new BigDecimal(75);
    private static final BigDecimal SILVER = new BigDecimal("1.1");
    private static final BigDecimal GOLD = new BigDecimal("1.25");

    private static final int FIRST = 20;
    private static final int THEN = 10;

    private final KnowledgeService service = new KnowledgeService();
    private final Knowledge knowledge;
    private final List<Shopping> purchases;

    private Evrete(boolean typical, List<Shopping> purchases) {
        RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
        if (typical) {
            typical(rules);
        } else {
            campaigns(rules);
        }
        this.knowledge = rules.build();
        this.purchases = purchases;
    }

    /** A fact the rules insert: what is paid for all goods. */
    public record Paid(BigDecimal amount) {}

    /** A fact the rules insert: how many status points the member has, this purchase included. */
    public record Counted(long statusPoints) {}

    static Evrete typical(List<Shopping> purchases) {
        return new Evrete(true, purchases);
    }

    static Evrete campaigns(List<Shopping> purchases) {
        return new Evrete(false, purchases);
    }

    @Override
    public Answer decide(int place) {
        return answer(place);
    }

    @Override
    public Answer answer(int place) {
        Shopping shopping = purchases.get(place);
        Result result = new Result(shopping);
        try (StatefulSession session = knowledge.newStatefulSession()) {
            session.set(RESULT, result);
            session.insert(shopping, shopping.holder());
            session.insert(shopping.goods());
            session.fire();
        }
        return result.answer();
    }

    @Override
    public void close() {
        service.shutdown();
    }

    private static void typical(RuleSetBuilder<Knowledge> rules) {
        // First what comes off, because it is not paid and earns nothing.
        rules.newRule("Wednesday: fruit and vegetables are 10 percent off")
                .salience(FIRST)
                .forEach(SHOPPING, Shopping.class, GOODS, Goods.class)
                .where((IntToValue values) -> values.get(0) == DayOfWeek.WEDNESDAY, "$shopping.day")
                .where((IntToValue values) -> values.get(0).equals("produce"), "$goods.category")
                .execute(context -> result(context).off(goods(context), 10));
        rules.newRule("Coupon WINE15: 15 percent off wine")
                .salience(FIRST)
                .forEach(SHOPPING, Shopping.class, GOODS, Goods.class)
                .where((IntToValue values) -> values.get(0).equals("WINE15"), "$shopping.coupon")
                .where((IntToValue values) -> values.get(0).equals("wine"), "$goods.category")
                .execute(context -> result(context).off(goods(context), 15));
        rules.newRule("8 coffee stamps: a coffee is free")
                .salience(FIRST)
                .forEach(SHOPPING, Shopping.class, HOLDER, Holder.class)
                .where((IntToValue values) -> values.get(0, Shopping.class).has("coffee"), SHOPPING)
                .where((IntToValue values) -> values.get(0, Long.class) >= 8, "$holder.coffeeStamps")
                .execute(context -> result(context).free("coffee", 8));

        // Then it is known what is paid.
        rules.newRule("What is paid")
                .salience(THEN)
                .forEach(SHOPPING, Shopping.class)
                .execute(context -> context.insert(new Paid(result(context).paid())));
        rules.newRule("Free delivery from 40")
                .forEach(SHOPPING, Shopping.class, PAID, Paid.class)
                .where((IntToValue values) -> values.get(0).equals("web"), "$shopping.channel")
                .where((IntToValue values) -> values.get(0, BigDecimal.class).compareTo(FORTY) >= 0, "$paid.amount")
                .execute(context -> result(context).deliver());
        rules.newRule("One point for every unit of money")
                .forEach(GOODS, Goods.class)
                .where(
                        (IntToValue values) -> !Set.of("gift card", "tobacco").contains(values.get(0, String.class)),
                        "$goods.category")
                .execute(context -> result(context).earn(goods(context)));
        rules.newRule("Our own brand earns 5 points a piece")
                .forEach(GOODS, Goods.class)
                .where((IntToValue values) -> values.get(0, Boolean.class), "$goods.ownBrand")
                .execute(context -> result(context).earnEach(goods(context), 5));
        rules.newRule("Meat and fish earn double")
                .forEach(GOODS, Goods.class)
                .where(
                        (IntToValue values) -> Set.of("meat", "fish").contains(values.get(0, String.class)),
                        "$goods.category")
                .execute(context -> result(context).multiply(goods(context), 2));
        rules.newRule("Baby goods earn triple")
                .forEach(GOODS, Goods.class)
                .where((IntToValue values) -> values.get(0).equals("baby"), "$goods.category")
                .execute(context -> result(context).multiply(goods(context), 3));
        rules.newRule("Weekend: the bakery earns double")
                .forEach(SHOPPING, Shopping.class, GOODS, Goods.class)
                .where((IntToValue values) -> values.get(0, Boolean.class), "$shopping.weekend")
                .where((IntToValue values) -> values.get(0).equals("bakery"), "$goods.category")
                .execute(context -> result(context).multiply(goods(context), 2));
        rules.newRule("Before 9:00 coffee earns double")
                .forEach(SHOPPING, Shopping.class, GOODS, Goods.class)
                .where((IntToValue values) -> values.get(0, Integer.class) < 9, "$shopping.hour")
                .where((IntToValue values) -> values.get(0).equals("coffee"), "$goods.category")
                .execute(context -> result(context).multiply(goods(context), 2));
        rules.newRule("6 bottles of one wine: 30 points extra")
                .forEach(GOODS, Goods.class)
                .where((IntToValue values) -> values.get(0).equals("wine"), "$goods.category")
                .where((IntToValue values) -> values.get(0, Long.class) >= 6, "$goods.units")
                .execute(context -> result(context).bonus(30));
        rules.newRule("One stamp for every coffee")
                .forEach(GOODS, Goods.class)
                .where((IntToValue values) -> values.get(0).equals("coffee"), "$goods.category")
                .execute(context -> result(context).stamp(goods(context)));
        rules.newRule("A shop of 75: 50 points extra")
                .forEach(PAID, Paid.class)
                .where(
                        (IntToValue values) -> values.get(0, BigDecimal.class).compareTo(SEVENTY_FIVE) >= 0,
                        "$paid.amount")
                .execute(context -> result(context).bonus(50));
        rules.newRule("In the app: 5 points extra")
                .forEach(SHOPPING, Shopping.class, PAID, Paid.class)
                .where((IntToValue values) -> values.get(0).equals("app"), "$shopping.channel")
                .where((IntToValue values) -> values.get(0, BigDecimal.class).signum() > 0, "$paid.amount")
                .execute(context -> result(context).bonus(5));
        rules.newRule("Your birthday earns double")
                .forEach(SHOPPING, Shopping.class)
                .where((IntToValue values) -> values.get(0, Boolean.class), "$shopping.birthday")
                .execute(context -> result(context).multiply(BigDecimal.valueOf(2)));
        rules.newRule("Silver earns 1.1 times the points")
                .forEach(HOLDER, Holder.class)
                .where((IntToValue values) -> values.get(0).equals("Silver"), "$holder.tier")
                .execute(context -> result(context).multiply(SILVER));
        rules.newRule("Gold earns 1.25 times the points")
                .forEach(HOLDER, Holder.class)
                .where((IntToValue values) -> values.get(0).equals("Gold"), "$holder.tier")
                .execute(context -> result(context).multiply(GOLD));
        rules.newRule("One status point for every unit of money")
                .forEach(PAID, Paid.class)
                .execute(context -> {
                    Paid paid = context.get(PAID);
                    context.insert(new Counted(result(context).count(paid.amount())));
                });

        // Last where the member stands then.
        rules.newRule("300 status points: Silver")
                .forEach(COUNTED, Counted.class, HOLDER, Holder.class)
                .where((IntToValue values) -> values.get(0, Long.class) >= 300, "$counted.statusPoints")
                .where((IntToValue values) -> values.get(0, Long.class) < 1000, "$counted.statusPoints")
                .where((IntToValue values) -> values.get(0).equals("Green"), "$holder.tier")
                .execute(context -> result(context).upgrade("Silver"));
        rules.newRule("1000 status points: Gold")
                .forEach(COUNTED, Counted.class, HOLDER, Holder.class)
                .where((IntToValue values) -> values.get(0, Long.class) >= 1000, "$counted.statusPoints")
                .where((IntToValue values) -> !values.get(0).equals("Gold"), "$holder.tier")
                .execute(context -> result(context).upgrade("Gold"));
    }

    private static void campaigns(RuleSetBuilder<Knowledge> rules) {
        rules.newRule("One point for every unit of money")
                .forEach(GOODS, Goods.class)
                .execute(context -> result(context).earn(goods(context)));
        List<Campaign> campaigns = Campaigns.all();
        for (int i = 0; i < campaigns.size(); i++) {
            Campaign campaign = campaigns.get(i);
            String field = campaign.category() ? "$goods.category" : "$goods.name";
            LhsBuilder<Knowledge> rule = switch (campaign.condition()) {
                case WEEKEND, IN_THE_APP ->
                    rules.newRule("Campaign " + i).forEach(GOODS, Goods.class, SHOPPING, Shopping.class);
                case SILVER_OR_GOLD -> rules.newRule("Campaign " + i).forEach(GOODS, Goods.class, HOLDER, Holder.class);
                case THREE_OR_MORE, FROM_TEN -> rules.newRule("Campaign " + i).forEach(GOODS, Goods.class);
            };
            rule.where((IntToValue values) -> values.get(0).equals(campaign.thing()), field);
            switch (campaign.condition()) {
                case WEEKEND -> rule.where((IntToValue values) -> values.get(0, Boolean.class), "$shopping.weekend");
                case IN_THE_APP ->
                    rule.where((IntToValue values) -> values.get(0).equals("app"), "$shopping.channel");
                case SILVER_OR_GOLD ->
                    rule.where(
                            (IntToValue values) -> Set.of("Silver", "Gold").contains(values.get(0, String.class)),
                            "$holder.tier");
                case THREE_OR_MORE -> rule.where((IntToValue values) -> values.get(0, Long.class) >= 3, "$goods.units");
                case FROM_TEN ->
                    rule.where(
                            (IntToValue values) ->
                                    values.get(0, BigDecimal.class).compareTo(BigDecimal.TEN) >= 0,
                            "$goods.amount");
            }
            rule.execute(context -> campaign.give(goods(context), result(context)));
        }
    }

    private static Result result(RhsContext context) {
        return context.getRuntime().get(RESULT);
    }

    private static Goods goods(RhsContext context) {
        return context.get(GOODS);
    }
}
