package org.regulars.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Line;
import org.regulars.Lot;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.RuleSet;
import org.regulars.benchmarks.Shop.Goods;
import org.regulars.benchmarks.Shop.Held;
import org.regulars.benchmarks.Shop.Holder;
import org.regulars.benchmarks.Shop.Shopping;

/** Regulars, as an application embeds it: from the member as saved and the purchase to an outcome. */
final class Regulars implements Peer {

    private static final Instant JOINED = Instant.parse("2020-01-01T00:00:00Z");
    private static final String GIVEN = "2025-07-01T00:00:00Z";
    private static final String THROUGH = "2026-12-31";

    private final RuleSet rules;
    private final LoyaltyEngine engine;
    private final List<Member> members;
    private final List<Purchase> purchases;

    /** With the members and purchases in the form in which they are handed over. */
    Regulars(String text, List<Shopping> receipts) {
        this(
                RuleSet.fromText(text),
                receipts.stream().map(receipt -> member(receipt.holder())).toList(),
                receipts.stream().map(Regulars::purchase).toList());
    }

    Regulars(RuleSet rules, List<Member> members, List<Purchase> purchases) {
        this.rules = rules;
        this.engine = LoyaltyEngine.with(rules);
        this.members = members;
        this.purchases = purchases;
    }

    @Override
    public Outcome decide(int place) {
        return engine.decide(members.get(place), purchases.get(place));
    }

    @Override
    public Answer answer(int place) {
        return answer(decide(place), members.get(place));
    }

    RuleSet rules() {
        return rules;
    }

    LoyaltyEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        rules.close();
    }

    /** The member as the application would have saved them after their last purchase. */
    static Member member(Holder holder) {
        List<Lot> lots = new ArrayList<>();
        for (Held held : holder.lots()) {
            String earned = held.earned().toString();
            lots.add(new Lot(
                    "receipt-" + held.earned() + "/" + held.kind(),
                    held.kind(),
                    BigDecimal.valueOf(held.amount()),
                    earned,
                    earned,
                    text(held.ends()),
                    null));
        }
        List<Member.Decided> recent = new ArrayList<>();
        for (int i = 1; i <= holder.remembered(); i++) {
            recent.add(new Member.Decided(holder.id() + "-" + i, String.format("%016x", i)));
        }
        List<Member.Status> statuses = holder.tier().equals(Shop.GREEN)
                ? List.of()
                : List.of(new Member.Status(holder.tier(), GIVEN, THROUGH, ""));
        Member member = Member.of(holder.id(), JOINED);
        return new Member(
                        member.id(),
                        member.joined(),
                        holder.saved().toString(),
                        holder.remembered() == 0 ? null : holder.saved().toString(),
                        member.attributes(),
                        lots,
                        statuses,
                        recent,
                        member.lapsed(),
                        member.counted(),
                        member.returned())
                .with("birthday", holder.birthday());
    }

    /** The receipt in the form in which it is handed over. */
    static Purchase purchase(Shopping shopping) {
        Purchase purchase = Purchase.of(shopping.id(), shopping.at().toInstant(ZoneOffset.UTC), "EUR")
                .with("channel", shopping.channel())
                .shipping(shopping.delivery().toPlainString());
        if (!shopping.coupon().isEmpty()) {
            purchase = purchase.with("coupon", shopping.coupon());
        }
        for (Goods goods : shopping.goods()) {
            Line line =
                    Line.totalling(BigDecimal.valueOf(goods.units()), goods.name(), goods.category(), goods.amount());
            purchase = purchase.with(goods.ownBrand() ? line.with("brand", "own") : line);
        }
        return purchase;
    }

    /** What the application reads off an outcome. */
    static Answer answer(Outcome outcome, Member before) {
        List<Granted> free = outcome.freeItems();
        String tier = tier(outcome.memberAfter());
        return new Answer(
                outcome.earned(Shop.POINTS).longValueExact(),
                outcome.earned(Shop.STATUS).longValueExact(),
                outcome.earned(Shop.STAMPS).longValueExact(),
                outcome.spent(Shop.STAMPS).longValueExact(),
                free.isEmpty() ? 0 : free.get(0).lines().get(0),
                outcome.toPay().movePointRight(2).longValueExact(),
                tier.equals(tier(before)) ? "" : tier);
    }

    private static String tier(Member member) {
        return member.statuses().isEmpty()
                ? Shop.GREEN
                : member.statuses().get(0).tier();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
