package org.regulars.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.RuleSet;
import org.regulars.benchmarks.Shop.Holder;
import org.regulars.benchmarks.Shop.Shopping;

/**
 * A member who has made so many purchases, all decided by the engine, from the beginning of 2021 to the
 * middle of 2026. Their next one is what is timed.
 */
final class History {

    static final String NAME = "history";
    static final String AFTER = "after-";

    private static final LocalDateTime BEGIN = LocalDate.of(2021, 1, 1).atStartOfDay();
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private History() {}

    /** The next purchase of members called {@code after-10} and so on, of many that it could be; under one rule set. */
    static Map<String, Peer> checked(List<String> members) {
        RuleSet rules = RuleSet.fromText(Typical.rules());
        Map<String, Peer> peers = new HashMap<>();
        for (String member : members) {
            peers.put(member, next(rules, Integer.parseInt(member.substring(AFTER.length()))));
        }
        return peers;
    }

    private static Peer next(RuleSet rules, int past) {
        List<Shopping> receipts = Workload.TYPICAL_5.purchases();
        Member member = member(LoyaltyEngine.with(rules), receipts, past);
        Holder holder = holder(member, receipts.get(0).holder());
        List<Shopping> next = receipts.stream()
                .map(receipt -> at(receipt, TODAY.atTime(receipt.at().toLocalTime()), holder, receipt.id()))
                .toList();
        Regulars peer = new Regulars(
                rules,
                Collections.nCopies(next.size(), member),
                next.stream().map(Regulars::purchase).toList());
        Check.allAnswers("regulars after " + past + " purchases", peer, next, Handwritten::answer);
        return peer;
    }

    /** The member that the engine makes of so many purchases, kept up to date since. */
    static Member member(LoyaltyEngine engine, List<Shopping> receipts, int past) {
        Member member = Member.of("member", BEGIN.toInstant(ZoneOffset.UTC))
                .with("birthday", receipts.get(0).holder().birthday());
        Duration all = Duration.between(BEGIN, TODAY.atStartOfDay());
        for (int i : IntStream.range(0, past).toArray()) {
            Shopping receipt = receipts.get(i % receipts.size());
            LocalDateTime then = BEGIN.plusMinutes(all.toMinutes() * i / past);
            member = engine.decide(member, Regulars.purchase(at(receipt, then, receipt.holder(), "past-" + i)))
                    .memberAfter();
        }
        return engine.advance(member, TODAY.atStartOfDay().toInstant(ZoneOffset.UTC))
                .memberAfter();
    }

    private static Holder holder(Member member, Holder template) {
        String tier = member.statuses().isEmpty()
                ? Shop.GREEN
                : member.statuses().get(0).tier();
        return new Holder(
                member.id(),
                tier,
                template.birthday(),
                member.balance(Shop.STATUS).longValueExact(),
                member.balance(Shop.STAMPS).longValueExact(),
                Instant.parse(member.asOf()),
                List.of(),
                member.recent().size());
    }

    private static Shopping at(Shopping receipt, LocalDateTime time, Holder holder, String id) {
        return new Shopping(id, time, holder, receipt.channel(), receipt.coupon(), receipt.delivery(), receipt.goods());
    }
}
