package org.regulars.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.regulars.benchmarks.Campaigns.Campaign;
import org.regulars.benchmarks.Shop.Goods;
import org.regulars.benchmarks.Shop.Shopping;

/** The campaigns in plain Java: looked up by name and by category. The judge of the other peers. */
final class HandwrittenCampaigns implements Peer {

    private static final Map<String, List<Campaign>> BY_THING = byThing();

    private final List<Shopping> purchases;

    HandwrittenCampaigns(List<Shopping> purchases) {
        this.purchases = purchases;
    }

    @Override
    public Answer decide(int place) {
        return answer(place);
    }

    @Override
    public Answer answer(int place) {
        return answer(purchases.get(place));
    }

    static Answer answer(Shopping shopping) {
        Result result = new Result(shopping);
        for (Goods goods : shopping.goods()) {
            result.earn(goods);
            give(result, shopping, goods, goods.name());
            give(result, shopping, goods, goods.category());
        }
        return result.answer();
    }

    private static void give(Result result, Shopping shopping, Goods goods, String thing) {
        for (Campaign campaign : BY_THING.getOrDefault(thing, List.of())) {
            if (campaign.condition().holds(shopping, goods)) {
                campaign.give(goods, result);
            }
        }
    }

    private static Map<String, List<Campaign>> byThing() {
        Map<String, List<Campaign>> byThing = new HashMap<>();
        for (Campaign campaign : Campaigns.all()) {
            byThing.computeIfAbsent(campaign.thing(), thing -> new ArrayList<>())
                    .add(campaign);
        }
        return byThing;
    }
}
