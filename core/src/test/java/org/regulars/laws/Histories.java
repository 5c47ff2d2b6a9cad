package org.regulars.laws;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.regulars.Activity;
import org.regulars.Event;
import org.regulars.Line;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Purchase;

/** Generates what members hold and what they do. */
final class Histories {

    private static final String JOINED = "2024-02-29T10:00:00Z";
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "JOD");

    /**
     * A member and what they do, one after the other.
     *
     * @param member as they are before the first event
     */
    record History(Member member, List<Event> events) {

        @Override
        public String toString() {
            return member + "\n    " + events.stream().map(Event::toString).collect(Collectors.joining("\n    "));
        }
    }

    private Histories() {}

    /** A few events of a member with any past. */
    static Arbitrary<History> any() {
        return history(event().list().ofMinSize(1).ofMaxSize(4));
    }

    /** One purchase of a member with any past. */
    static Arbitrary<History> purchase() {
        return history(purchaseEvent().list().ofSize(1));
    }

    private static Arbitrary<History> history(Arbitrary<? extends List<? extends Event>> events) {
        return Combinators.combine(member(), events).as((member, some) -> {
            List<Event> numbered = new ArrayList<>();
            for (Event each : some) {
                numbered.add(withId(each, "event-" + (numbered.size() + 1)));
            }
            return new History(member, numbered);
        });
    }

    private static Event withId(Event event, String id) {
        return event instanceof Purchase bought
                ? new Purchase(
                        id,
                        bought.at(),
                        bought.currency(),
                        bought.lines(),
                        bought.shipping(),
                        bought.wishes(),
                        bought.attributes())
                : new Activity(id, event.at(), ((Activity) event).name(), event.attributes());
    }

    private static Arbitrary<Event> event() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, purchaseEvent().map(each -> (Event) each)),
                Tuple.of(1, activity().map(each -> each)));
    }

    private static Arbitrary<Event> activity() {
        return Combinators.combine(Arbitraries.of(Shop.ACTIVITIES), Arbitraries.of(Shop.MOMENTS), eventAttributes())
                .as((name, at, attributes) -> new Activity("", at, name, attributes));
    }

    private static Arbitrary<Purchase> purchaseEvent() {
        Arbitrary<Integer> stride = Arbitraries.frequency(Tuple.of(4, 1), Tuple.of(1, 7));
        return Combinators.combine(
                        Arbitraries.of(Shop.MOMENTS),
                        Arbitraries.of(CURRENCIES),
                        lines(),
                        Arbitraries.of("0", "0", "4.9"),
                        eventAttributes(),
                        stride)
                .as((at, currency, lines, shipping, attributes, step) -> {
                    List<Line> numbered = new ArrayList<>();
                    for (Line line : lines) {
                        numbered.add(line.numbered(numbered.size() * step + 1));
                    }
                    // Prices in thousandths, where the currency has them.
                    BigDecimal factor = currency.equals("JOD") ? new BigDecimal("1.003") : BigDecimal.ONE;
                    int decimals = currency.equals("JOD") ? 3 : 2;
                    List<Line> priced = numbered.stream()
                            .map(line -> new Line(
                                    line.number(),
                                    line.name(),
                                    line.category(),
                                    line.quantity(),
                                    line.amount().multiply(factor).setScale(decimals, RoundingMode.HALF_UP),
                                    "",
                                    line.attributes()))
                            .toList();
                    return new Purchase("", at, currency, priced, new BigDecimal(shipping), List.of(), attributes);
                });
    }

    /** None to six lines, some of them equal. */
    private static Arbitrary<List<Line>> lines() {
        return Combinators.combine(line(), Arbitraries.frequency(Tuple.of(5, 1), Tuple.of(1, 2), Tuple.of(1, 3)))
                .as((line, copies) -> Collections.nCopies(copies, line))
                .list()
                .ofMaxSize(5)
                .map(some -> some.stream().flatMap(List::stream).limit(6).toList());
    }

    private static Arbitrary<Line> line() {
        Arbitrary<String> prices = Arbitraries.of("1", "2.5", "0.99", "0.01", "4.8", "3.33", "12.75", "120", "0");
        Arbitrary<Integer> units = Arbitraries.of(1, 1, 2, 3, 4, 8, 15);
        Arbitrary<String> weights = Arbitraries.of("1", "0.482", "1.5", "2.75", "0.001");
        // What three, seven or eight cost together, where no unit has a price in whole cents.
        Arbitrary<String> together = Arbitraries.of("", "", "", "10", "0.1", "1");
        return Combinators.combine(Arbitraries.of(Shop.PRODUCTS), units, weights, prices, together, lineAttributes())
                .as((product, count, weight, price, total, attributes) -> {
                    BigDecimal quantity = product.weighed() ? new BigDecimal(weight) : BigDecimal.valueOf(count);
                    BigDecimal amount = total.isEmpty()
                            ? quantity.multiply(new BigDecimal(price)).setScale(2, RoundingMode.HALF_UP)
                            : new BigDecimal(total);
                    return new Line(0, product.name(), product.category(), quantity, amount, "", attributes);
                });
    }

    private static Arbitrary<Map<String, String>> lineAttributes() {
        return Arbitraries.of(
                Map.of(),
                Map.of(),
                Map.of("origin", "fair"),
                Map.of("origin", "far", "strength", "12.50"),
                Map.of("strength", "9"));
    }

    private static Arbitrary<Map<String, String>> eventAttributes() {
        return Arbitraries.of(
                Map.of(), Map.of("channel", "app"), Map.of("channel", "till", "value", "12.5"), Map.of("value", "3"));
    }

    private static Arbitrary<Member> member() {
        return Combinators.combine(
                        lots(),
                        Arbitraries.<List<String>>of(
                                List.of(), List.of("Gold"), List.of("Reserve"), List.of("Plus", "Gold")),
                        Arbitraries.of(
                                Map.<String, String>of(),
                                Map.of("plan", "plus"),
                                Map.of("birthday", "1992-02-29"),
                                Map.of("birthday", "1990-05-17", "plan", "plus")),
                        Arbitraries.of(JOINED, "2026-03-28T23:30:00Z", "2030-01-01T00:00:00Z"),
                        Arbitraries.integers().between(0, 1))
                .as((lots, tiers, attributes, asOf, remembered) -> new Member(
                        "ana",
                        JOINED,
                        // A member is up to date as far as anything came to them.
                        lots.stream()
                                .map(Lot::earnedAt)
                                .reduce(asOf, (one, other) -> one.compareTo(other) > 0 ? one : other),
                        null,
                        attributes,
                        lots,
                        tiers.stream()
                                .map(tier -> new Member.Status(tier, JOINED, null, ""))
                                .toList(),
                        Collections.nCopies(remembered * Member.REMEMBERED, new Member.Decided("long ago", "0")),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static Arbitrary<List<Lot>> lots() {
        return lot().list().ofMaxSize(5).map(some -> {
            List<Lot> own = new ArrayList<>();
            for (Lot each : some) {
                own.add(new Lot(
                        "lot-" + (own.size() + 1),
                        each.kind(),
                        each.amount(),
                        each.earnedAt(),
                        each.activeFrom(),
                        each.expiresAt(),
                        each.claim()));
            }
            return own;
        });
    }

    private static Arbitrary<Lot> lot() {
        Arbitrary<String> kinds = Arbitraries.of("points", "stamps", "stars", "collected", "claim");
        Arbitrary<String> amounts = Arbitraries.of("1", "3", "6", "7", "10", "49", "100", "250.25", "0.5");
        // All of them are still good at every moment of the shop.
        Arbitrary<String> ends = Arbitraries.of("", "", "2029-01-01T00:00:00Z", "2030-06-30T22:00:00Z");
        Arbitrary<String> earned = Arbitraries.of(JOINED, "2025-06-01T00:00:00Z");
        Arbitrary<String> claimed = Arbitraries.of("coffee", "cake", "latte", "fresh");
        Arbitrary<String> bounds = Arbitraries.of("", "", "0.5", "3");
        return Combinators.combine(kinds, amounts, ends, earned, claimed, bounds)
                .as((kind, amount, end, since, what, upTo) -> {
                    boolean claim = kind.equals("claim");
                    BigDecimal held = new BigDecimal(amount);
                    return new Lot(
                            "",
                            claim ? "free " + what : kind,
                            claim ? held.min(BigDecimal.valueOf(3)).setScale(0, RoundingMode.UP) : held,
                            since,
                            since,
                            end.isEmpty() ? null : end,
                            claim
                                    ? new Lot.Claim(what, upTo.isEmpty() ? null : new BigDecimal(upTo), "A rule of old")
                                    : null);
                });
    }
}
