package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.regulars.Line;
import org.regulars.LineOutcome;
import org.regulars.Lot;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Return;
import org.regulars.laws.Card.TakenBack;
import org.regulars.laws.Deeds.Pick;

/** Law 4: a return is un-buying. What came back might as well never have been bought. */
class UnBuyingTest {

    private static final Instant NOON = Instant.parse("2026-03-20T11:00:00Z");

    /**
     * Something bought, of which something comes back.
     *
     * @param before what was bought on the days before
     * @param kept how much of each line is kept
     * @param days how much later the rest comes back
     * @param order a seed for the order in which it comes back
     */
    record Bought(List<List<Line>> before, List<Line> basket, List<Integer> kept, int days, long order) {

        Purchase purchase() {
            return Deeds.receipt("p", NOON, basket);
        }

        /** The receipt as if only what is kept had been bought, each line still with its number. */
        Purchase keptAlone() {
            Purchase purchase = Purchase.of("p", NOON, "EUR");
            for (Line line : purchase().lines()) {
                BigDecimal quantity = BigDecimal.valueOf(keptOf(line));
                if (quantity.signum() > 0) {
                    BigDecimal price = line.amount().divide(line.quantity(), 2, RoundingMode.UNNECESSARY);
                    purchase = purchase.with(line.costing(quantity, price.multiply(quantity)));
                }
            }
            return purchase;
        }

        /** What comes back, unit by unit or some at a time, in any order. */
        List<Return.Part> parts(long seed) {
            List<Return.Part> parts = new ArrayList<>();
            Random random = new Random(seed);
            for (Line line : purchase().lines()) {
                int left = line.quantity().intValueExact() - keptOf(line);
                while (left > 0) {
                    int some = 1 + random.nextInt(left);
                    parts.add(Return.line(line.number(), some));
                    left -= some;
                }
            }
            Collections.shuffle(parts, random);
            return parts;
        }

        Instant later() {
            return NOON.plus(Duration.ofDays(days));
        }

        private int keptOf(Line line) {
            return kept.get(line.number() % kept.size()) % (line.quantity().intValueExact() + 1);
        }
    }

    @Provide
    Arbitrary<Cafe> cafes() {
        return Cafe.any();
    }

    @Provide
    Arbitrary<Card> cards() {
        return Card.any(8).map(card -> card.taking(TakenBack.IN_FULL).living(Card.Life.FOR_EVER));
    }

    @Provide
    Arbitrary<Bought> bought() {
        return Combinators.combine(
                        Cafe.line().list().ofMinSize(1).ofMaxSize(3).list().ofMaxSize(3),
                        Cafe.line().list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.integers().between(0, 20).list().ofSize(4),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.longs())
                .as(Bought::new);
    }

    @Provide
    Arbitrary<List<List<Pick>>> picks() {
        return Deeds.picks().list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Line>> baskets() {
        return Deeds.basket();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void a_and_b_bought_and_b_brought_back_is_a_bought(@ForAll("cafes") Cafe cafe, @ForAll("bought") Bought bought) {
        LoyaltyEngine engine = cafe.engine();
        Member member = before(engine, bought);
        Outcome both = engine.decide(member, bought.purchase());

        List<Return.Part> parts = bought.parts(bought.order());
        Member one = broughtBack(engine, both, parts, bought.later());
        Member other = broughtBack(engine, both, bought.parts(bought.order() + 1), bought.later());
        Member atOnce = parts.isEmpty()
                ? one
                : engine.reverse(
                                both.memberAfter(),
                                both,
                                new Return("r", bought.later().toString(), parts, Map.of()))
                        .memberAfter();
        Purchase kept = bought.keptAlone();
        Member never =
                kept.lines().isEmpty() ? member : engine.decide(member, kept).memberAfter();
        Member later = engine.advance(never, bought.later()).memberAfter();

        assertThat(holding(one)).isEqualTo(holding(later));
        assertThat(holding(other)).isEqualTo(holding(later));
        assertThat(holding(atOnce)).isEqualTo(holding(later));
        assertThat(atOnce.statuses()).isEqualTo(later.statuses());
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void bought_and_brought_back_again_and_again_leaves_nothing(
            @ForAll("cafes") Cafe cafe, @ForAll("bought") Bought bought) {
        LoyaltyEngine engine = cafe.engine();
        Member member = before(engine, bought);
        Instant at = bought.later();
        Map<String, Object> holding = holding(engine.advance(member, at).memberAfter());
        for (int i = 0; i < 4; i++) {
            Outcome both = engine.decide(member, Deeds.receipt("p" + i, at, bought.basket()));
            member = engine.reverse(both.memberAfter(), both, Return.everything("r" + i, at))
                    .memberAfter();
            assertThat(holding(member)).isEqualTo(holding);
        }
    }

    /** Shares of what the outcome recorded, line by line, where the rules that decided are gone. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void after_a_change_of_the_rules_the_recorded_shares_are_taken(
            @ForAll("cards") Card card, @ForAll("baskets") List<Line> basket, @ForAll("picks") List<List<Pick>> picks) {
        LoyaltyEngine now = Compiled.engine(card.text().replace("20 points: 5 off", "5 off for 20 points"));
        Outcome bought = card.engine().decide(Member.of("ana", Card.JOINED), Deeds.receipt("p", NOON, basket));
        KeptLines kept = new KeptLines(bought.purchase());
        Member member = bought.memberAfter();
        BigDecimal refunds = BigDecimal.ZERO;
        for (int i = 0; i <= picks.size() && !kept.isNothing(); i++) {
            List<Return.Part> parts = i < picks.size() ? Deeds.parts(kept, picks.get(i)) : List.of();
            Outcome back = now.reverse(member, bought, new Return("r" + i, NOON.toString(), parts, Map.of()));
            kept.bringBack(parts);
            member = back.memberAfter();
            refunds = refunds.add(back.refund());

            assertThat(back.reversal().prorated()).isTrue();
            assertThat(member.balance("points").add(member.pending("points")))
                    .as("%s of %s", kept.numbers(), bought.lines())
                    .isEqualByComparingTo(shares(card, bought, kept));
        }
        assertThat(refunds).isEqualByComparingTo(bought.toPay());
    }

    @Tag("soak")
    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void un_buying_for_long(@ForAll("cafes") Cafe cafe, @ForAll("bought") Bought bought) {
        a_and_b_bought_and_b_brought_back_is_a_bought(cafe, bought);
        bought_and_brought_back_again_and_again_leaves_nothing(cafe, bought);
    }

    @Tag("soak")
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void recorded_shares_for_long(
            @ForAll("cards") Card card, @ForAll("baskets") List<Line> basket, @ForAll("picks") List<List<Pick>> picks) {
        after_a_change_of_the_rules_the_recorded_shares_are_taken(card, basket, picks);
    }

    private static BigDecimal shares(Card card, Outcome bought, KeptLines kept) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LineOutcome line : bought.lines()) {
            BigDecimal earned = line.earned().getOrDefault("points", BigDecimal.ZERO);
            BigDecimal left = kept.quantity(line.line()).signum() == 0 ? BigDecimal.ZERO : kept.amount(line.line());
            sum = sum.add(earned.multiply(left).divide(line.amount(), card.decimals(), RoundingMode.HALF_UP));
        }
        return sum;
    }

    private static Member before(LoyaltyEngine engine, Bought bought) {
        Member member = Member.of("ana", Card.JOINED);
        for (List<Line> basket : bought.before()) {
            int days = 20 - 5 * bought.before().indexOf(basket);
            String id = "earlier-" + member.recent().size();
            member = engine.decide(member, Deeds.receipt(id, NOON.minus(Duration.ofDays(days)), basket))
                    .memberAfter();
        }
        return member;
    }

    private static Member broughtBack(LoyaltyEngine engine, Outcome bought, List<Return.Part> parts, Instant at) {
        Member member = engine.advance(bought.memberAfter(), at).memberAfter();
        int next = 1;
        for (Return.Part part : parts) {
            member = engine.reverse(member, bought, Return.of("r" + next++, at, part))
                    .memberAfter();
        }
        return member;
    }

    /** Every balance, right, counter and tier; not what was decided and when. */
    private static Map<String, Object> holding(Member member) {
        Map<String, Object> holding = new TreeMap<>();
        for (Lot lot : member.lots()) {
            holding.put(lot.kind(), SlowLots.apart(member, lot.kind()));
        }
        holding.put("as of", member.asOf());
        holding.put("counted", member.counted());
        // Since when is another matter, if a tier was out of reach for a while between one part and the next.
        holding.put(
                "tiers",
                member.statuses().stream()
                        .map(each -> each.tier() + " through " + each.through())
                        .toList());
        return holding;
    }
}
