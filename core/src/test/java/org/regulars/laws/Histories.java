package org.regulars.laws;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.regulars.Activity;
import org.regulars.Correction;
import org.regulars.Event;
import org.regulars.Line;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Purchase;
import org.regulars.Purchase.Wish;
import org.regulars.Redemption;
import org.regulars.TimePassed;
import org.regulars.laws.Planned.Intent;

/** Generates what members hold and what they do. */
final class Histories {

    private static final String JOINED = "2024-02-29T10:00:00Z";
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "JOD");

    /**
     * A member and what they do, one after the other.
     *
     * @param member as they are before the first event
     */
    record History(Member member, List<Planned> planned) {

        @Override
        public String toString() {
            return member + "\n    "
                    + planned.stream()
                            .map(each -> each.event() + (each.undoes() == null ? "" : " of " + each.undoes()))
                            .collect(Collectors.joining("\n    "));
        }
    }

    private Histories() {}

    /** A few events of a member with any past, some of which come back. */
    static Arbitrary<History> any() {
        Arbitrary<Integer> which = Arbitraries.integers().between(0, 3);
        Arbitrary<Integer> how = Arbitraries.integers().between(0, 11);
        Arbitrary<Integer> line = Arbitraries.integers().between(0, 5);
        Arbitrary<Integer> later = Arbitraries.of(0, 0, 0, 1, 2);
        Arbitrary<List<Intent>> intents = Combinators.combine(which, how, line, later)
                .as(Intent::new)
                .list()
                .ofMaxSize(3);
        return history(event().list().ofMinSize(1).ofMaxSize(4), intents);
    }

    /** One purchase of a member with any past. */
    static Arbitrary<History> purchase() {
        return history(purchaseEvent().map(each -> (Event) each).list().ofSize(1), Arbitraries.just(List.of()));
    }

    private static Arbitrary<History> history(Arbitrary<List<Event>> events, Arbitrary<List<Intent>> intents) {
        return Combinators.combine(member(), events, intents).as((member, some, back) -> {
            List<Event> numbered = new ArrayList<>();
            for (Event each : some) {
                numbered.add(withId(each, "event-" + (numbered.size() + 1)));
            }
            return new History(member, Planned.plan(numbered, back));
        });
    }

    private static Event withId(Event event, String id) {
        if (event instanceof Purchase bought) {
            return new Purchase(
                    id,
                    bought.at(),
                    bought.currency(),
                    bought.lines(),
                    bought.shipping(),
                    bought.wishes(),
                    bought.attributes());
        }
        if (event instanceof Redemption asked) {
            return new Redemption(id, asked.at(), asked.reward(), asked.amount(), asked.attributes());
        }
        if (event instanceof Correction put) {
            return new Correction(id, put.at(), put.amount(), put.kind(), put.reason(), put.attributes());
        }
        return event instanceof Activity did ? new Activity(id, did.at(), did.name(), did.attributes()) : event;
    }

    private static Arbitrary<Event> event() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, purchaseEvent().map(each -> (Event) each)),
                Tuple.of(2, activity()),
                Tuple.of(2, redemption()),
                Tuple.of(2, correction()),
                Tuple.of(3, time()));
    }

    private static Arbitrary<Event> redemption() {
        return Combinators.combine(Arbitraries.of(Shop.MOMENTS), wish(), eventAttributes())
                .as((at, wish, attributes) -> new Redemption("", at, wish.reward(), wish.amount(), attributes));
    }

    private static Arbitrary<Wish> wish() {
        return Combinators.combine(Arbitraries.of(Shop.REWARDS), Arbitraries.of("1", "2.5", "20", "100"))
                .as((reward, amount) -> new Wish(reward, new BigDecimal(amount)));
    }

    private static Arbitrary<Event> correction() {
        return Combinators.combine(
                        Arbitraries.of(Shop.MOMENTS),
                        Arbitraries.of("5", "100", "-1", "-7", "-50", "-300"),
                        Arbitraries.of("points", "points", "stamps", "stars"))
                .as((at, amount, kind) ->
                        new Correction("", at, new BigDecimal(amount), kind, "counted twice", Map.of()));
    }

    private static Arbitrary<Event> time() {
        return Arbitraries.of(Stream.concat(Shop.MOMENTS.stream(), Shop.LATER.stream())
                        .toList())
                .map(at -> TimePassed.until(Instant.parse(at)));
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
                        stride,
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(List.<Wish>of())),
                                Tuple.of(1, wish().list().ofMinSize(1).ofMaxSize(2))))
                .as((at, currency, lines, shipping, attributes, step, wishes) -> {
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
                    return new Purchase("", at, currency, priced, new BigDecimal(shipping), wishes, attributes);
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
                        Arbitraries.of("", "", "2026-12-31", "2027-02-28"),
                        Arbitraries.of(
                                Map.<String, String>of(),
                                Map.of("plan", "plus"),
                                Map.of("birthday", "1992-02-29"),
                                Map.of("birthday", "1990-05-17", "plan", "plus")),
                        Arbitraries.of("2026-02-27T10:00:00Z", "2026-03-28T23:30:00Z", "2028-03-01T00:00:00Z"),
                        Arbitraries.integers().between(0, 1))
                .as((lots, tiers, through, attributes, asOf, remembered) -> new Member(
                        "ana",
                        JOINED,
                        asOf,
                        null,
                        attributes,
                        dueAfter(asOf, lots),
                        tiers.stream()
                                .map(tier -> new Member.Status(
                                        tier,
                                        JOINED,
                                        through.isEmpty() || asOf.compareTo(through) > 0 ? null : through,
                                        ""))
                                .toList(),
                        Collections.nCopies(remembered * Member.REMEMBERED, new Member.Decided("long ago", "0")),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    /** Only what is still good at a time; and who owes some of a kind has nothing else of it. */
    private static List<Lot> dueAfter(String asOf, List<Lot> lots) {
        List<Lot> due = new ArrayList<>();
        for (Lot lot : lots) {
            boolean good = lot.expiresAt() == null || lot.expiresAt().compareTo(asOf) > 0;
            boolean alone = due.stream()
                    .noneMatch(each -> each.kind().equals(lot.kind())
                            && Math.min(each.amount().signum(), lot.amount().signum()) < 0);
            if (good && alone) {
                due.add(lot);
            }
        }
        return due;
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
        Arbitrary<String> amounts = Arbitraries.of("1", "3", "6", "7", "10", "49", "100", "250.25", "0.5", "-7");
        Arbitrary<String> ends =
                Arbitraries.of("", "", "2026-03-29T00:00:00Z", "2027-01-01T05:00:00Z", "2030-06-30T22:00:00Z");
        Arbitrary<String> actives = Arbitraries.of("", "", "", "2026-03-28T23:30:00Z", "2026-12-01T12:00:00Z");
        Arbitrary<String> earned = Arbitraries.of(JOINED, "2025-06-01T00:00:00Z");
        Arbitrary<String> claimed = Arbitraries.of("coffee", "cake", "latte", "fresh");
        Arbitrary<String> bounds = Arbitraries.of("", "", "0.5", "3");
        return Combinators.combine(kinds, amounts, ends, earned, actives, claimed, bounds)
                .as((kind, amount, end, since, active, what, upTo) -> {
                    boolean claim = kind.equals("claim");
                    BigDecimal held = claim ? new BigDecimal(amount).abs() : new BigDecimal(amount);
                    boolean owed = held.signum() < 0;
                    return new Lot(
                            "",
                            claim ? "free " + what : kind,
                            claim ? held.min(BigDecimal.valueOf(3)).setScale(0, RoundingMode.UP) : held,
                            since,
                            active.isEmpty() || owed || active.compareTo(end) > 0 && !end.isEmpty() ? since : active,
                            end.isEmpty() || owed ? null : end,
                            claim
                                    ? new Lot.Claim(what, upTo.isEmpty() ? null : new BigDecimal(upTo), "A rule of old")
                                    : null);
                });
    }
}
