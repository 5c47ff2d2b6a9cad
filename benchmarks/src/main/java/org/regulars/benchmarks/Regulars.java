package org.regulars.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.regulars.Granted;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;
import org.regulars.benchmarks.Workload.Goods;
import org.regulars.benchmarks.Workload.Holder;
import org.regulars.benchmarks.Workload.Shopping;

/** Regulars with the rules of the supermarket card, as an application embeds it. */
final class Regulars implements AutoCloseable {

    private static final Instant JOINED = Instant.parse("2020-01-01T00:00:00Z");

    private final RuleSet rules = RuleSet.fromClasspath("supermarket-card/supermarket-card.drl");
    private final LoyaltyEngine engine = LoyaltyEngine.with(rules);

    Outcome decide(Member member, Purchase purchase) {
        return engine.decide(member, purchase);
    }

    /** The names of the rules that answer purchases. */
    List<String> offers() {
        return rules.offers().stream().map(offer -> offer.name()).toList();
    }

    @Override
    public void close() {
        rules.close();
    }

    /** The member as the application would have saved them after their last purchase. */
    static Member member(Holder holder) {
        Member member = Member.of(holder.id(), JOINED);
        List<Member.Decided> recent = new ArrayList<>();
        for (int i = 1; i <= holder.remembered(); i++) {
            recent.add(new Member.Decided(holder.id() + "-" + i, String.format("%016x", i)));
        }
        member = new Member(
                member.id(),
                member.joined(),
                member.asOf(),
                member.lastActive(),
                member.attributes(),
                member.lots(),
                member.statuses(),
                recent,
                member.lapsed(),
                member.counted(),
                member.returned());
        member = holding(member, holder.points(), "points");
        member = holding(member, holder.collected(), "collected");
        member = holding(member, holder.bakeryStamps(), "bakery stamps");
        return holder.tier().equals(Workload.BRONZE) ? member : member.inTier(holder.tier());
    }

    /** The receipt in the form in which it is handed over. */
    static Purchase purchase(Shopping shopping) {
        Purchase purchase = Purchase.of(shopping.id(), shopping.at(), "EUR");
        for (Goods goods : shopping.goods()) {
            purchase = purchase.with(
                    Line.totalling(BigDecimal.valueOf(goods.units()), goods.name(), goods.category(), goods.amount()));
        }
        return purchase;
    }

    /** What the application reads off an outcome. */
    static Answer answer(Outcome outcome) {
        List<Granted> free = outcome.freeItems();
        List<String> upgrades = outcome.upgrades();
        return new Answer(
                outcome.earned("points").longValueExact(),
                outcome.earned("collected").longValueExact(),
                outcome.earned("bakery stamps").longValueExact(),
                outcome.spent("bakery stamps").longValueExact(),
                free.isEmpty() ? 0 : free.get(0).lines().get(0),
                upgrades.isEmpty() ? "" : upgrades.get(0));
    }

    private static Member holding(Member member, long amount, String kind) {
        return amount == 0 ? member : member.holding(amount, kind);
    }
}
