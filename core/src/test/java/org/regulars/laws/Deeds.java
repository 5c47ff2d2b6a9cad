package org.regulars.laws;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.regulars.Line;
import org.regulars.Purchase;
import org.regulars.Return;

/** What members do over time, said without ids and dates, so that what is left of a history by shrinking still makes sense. */
final class Deeds {

    /** Before the clocks go forward in New York, Oslo and (back) in Auckland, and before the anniversary of joining. */
    static final Instant START = Instant.parse("2026-02-26T09:30:00Z");

    /** What is done, so many hours after what was done before. */
    sealed interface Deed permits Buys, WantsMug, CallsOff, BringsBack, PutRight {
        int after();
    }

    /**
     * Buys something.
     *
     * @param late by how many hours the till tells of it late
     * @param wishes whether 5 off are wished for
     */
    record Buys(int after, int late, List<Line> basket, boolean wishes) implements Deed {}

    /** Asks for a mug. */
    record WantsMug(int after) implements Deed {}

    /** Gives a mug back. */
    record CallsOff(int after, int which) implements Deed {}

    /** Brings some of a receipt back. */
    record BringsBack(int after, int which, List<Pick> picks) implements Deed {}

    /** Staff put the balance right. */
    record PutRight(int after, int amount) implements Deed {}

    /** Some of what is kept: a line, in which way, and how much of it, in thousandths. */
    record Pick(int line, Way way, int part) {}

    /** What is brought back of a line. */
    enum Way {
        ALL,
        SOME,
        MONEY
    }

    private Deeds() {}

    static Arbitrary<List<Deed>> any() {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, buys()),
                        Tuple.of(6, bringsBack()),
                        Tuple.of(3, hours().map(WantsMug::new).map(each -> (Deed) each)),
                        Tuple.of(2, Combinators.combine(hours(), nth()).as((Deed2) CallsOff::new)),
                        Tuple.of(
                                1,
                                Combinators.combine(
                                                hours(), Arbitraries.integers().between(-60, 60))
                                        .filter((after, amount) -> amount != 0)
                                        .as((Deed2) PutRight::new)))
                .list()
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    /** A receipt of one to four lines. */
    static Arbitrary<List<Line>> basket() {
        Arbitrary<String> prices = Arbitraries.of("1", "1.99", "4.8", "0.45", "12.75", "33.33", "60");
        Arbitrary<Line> units = Combinators.combine(
                        Arbitraries.of("pen", "cup", "apple"),
                        Arbitraries.integers().between(1, 6),
                        prices)
                .as((name, count, price) -> Line.of(count, name, category(name), price));
        Arbitrary<Line> weighed = Combinators.combine(
                        Arbitraries.of("0.482", "1.5", "2.75"), Arbitraries.of("1.93", "7.01", "19.99"))
                .as((weight, total) -> Line.totalling(new BigDecimal(weight), "plums", "fruit", new BigDecimal(total)));
        Arbitrary<Line> packs = Combinators.combine(Arbitraries.of("3", "7", "8"), Arbitraries.of("10", "9.99", "25"))
                .as((count, total) -> Line.totalling(new BigDecimal(count), "pads", "goods", new BigDecimal(total)));
        return Arbitraries.frequencyOf(Tuple.of(4, units), Tuple.of(2, weighed), Tuple.of(2, packs))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    static Purchase receipt(String id, Instant at, List<Line> basket) {
        Purchase purchase = Purchase.of(id, at, "EUR");
        for (Line line : basket) {
            purchase = purchase.with(line);
        }
        return purchase;
    }

    /** The picked parts of what is kept; each line once, and none of a line that is gone. */
    static List<Return.Part> parts(KeptLines kept, List<Pick> picks) {
        List<Return.Part> parts = new ArrayList<>();
        List<Integer> left = new ArrayList<>(kept.numbers());
        for (Pick pick : picks) {
            if (!left.isEmpty()) {
                int line = left.remove(pick.line() % left.size());
                parts.add(part(kept, line, pick));
            }
        }
        return parts;
    }

    private static Return.Part part(KeptLines kept, int line, Pick pick) {
        BigDecimal quantity = kept.quantity(line);
        BigDecimal share = BigDecimal.valueOf(pick.part(), 3);
        BigDecimal money = kept.amount(line).multiply(share).setScale(2, RoundingMode.HALF_UP);
        boolean weighed = kept.line(line).name().equals("plums");
        BigDecimal some = quantity.multiply(share)
                .setScale(weighed ? 3 : 0, RoundingMode.DOWN)
                .max(weighed ? new BigDecimal("0.001") : BigDecimal.ONE);
        if (pick.way() == Way.MONEY && money.signum() > 0) {
            return Return.money(line, money.toPlainString());
        }
        return pick.way() == Way.ALL ? Return.line(line) : Return.line(line, some.toPlainString());
    }

    static Duration hours(int count) {
        return Duration.ofHours(count);
    }

    private interface Deed2 extends Combinators.F2<Integer, Integer, Deed> {}

    private static Arbitrary<Deed> buys() {
        Arbitrary<Integer> late = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(1, 900)));
        return Combinators.combine(hours(), late, basket(), Arbitraries.of(true, false, false))
                .as(Buys::new);
    }

    private static Arbitrary<Deed> bringsBack() {
        return Combinators.combine(hours(), nth(), picks()).as(BringsBack::new);
    }

    static Arbitrary<List<Pick>> picks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(Way.ALL, Way.SOME, Way.SOME, Way.MONEY),
                        Arbitraries.integers().between(1, 1000))
                .as(Pick::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<Integer> hours() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(4, Arbitraries.integers().between(1, 100)));
    }

    private static Arbitrary<Integer> nth() {
        return Arbitraries.integers().between(0, 9);
    }

    private static String category(String name) {
        return name.equals("apple") ? "fruit" : "goods";
    }
}
