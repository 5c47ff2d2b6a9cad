package org.regulars.laws;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.regulars.Line;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.laws.Gives.Discount;
import org.regulars.laws.Gives.Free;
import org.regulars.laws.Scene.Part;

/** The counter of the {@link ObviousModel}, where every whole unit has a price of its own, and the member's purse. */
final class Counter {

    /** A line; its units together cost what it costs. */
    static final class Shelf {
        final Line line;
        final List<BigDecimal> prices = new ArrayList<>();
        int free;
        BigDecimal saved = BigDecimal.ZERO;
        BigDecimal off = BigDecimal.ZERO;

        Shelf(Line line, int cents) {
            this.line = line;
            BigDecimal before = BigDecimal.ZERO;
            // What costs nothing anyway is not given away.
            int units = line.amount().signum() == 0 ? 0 : line.quantity().intValue();
            for (int unit = 1; unit <= units; unit++) {
                BigDecimal all = line.amount().multiply(BigDecimal.valueOf(unit));
                BigDecimal soFar = all.divide(line.quantity(), cents, RoundingMode.HALF_UP);
                prices.add(soFar.subtract(before));
                before = soFar;
            }
        }

        /** What is left to pay for what is not free. */
        BigDecimal left() {
            return prices.subList(0, free).stream()
                    .reduce(line.amount(), BigDecimal::subtract)
                    .subtract(off);
        }
    }

    private static final BigDecimal PLENTY = BigDecimal.valueOf(Long.MAX_VALUE);

    final List<Shelf> shelves;
    final Map<String, BigDecimal> purse = new TreeMap<>();
    final Map<String, BigDecimal> spent = new HashMap<>();
    final Set<String> givers = new HashSet<>();
    private final int cents;

    Counter(List<Line> lines, int cents, Member member) {
        this.cents = cents;
        this.shelves = lines.stream()
                .map(line -> new Shelf(line, cents))
                .sorted(Comparator.<Shelf, BigDecimal>comparing(
                                shelf -> shelf.line.amount().divide(shelf.line.quantity(), 12, RoundingMode.HALF_UP))
                        .thenComparing(shelf -> shelf.line.name())
                        .thenComparing(shelf -> shelf.line.category())
                        .thenComparing(shelf -> shelf.line.quantity())
                        .thenComparing(shelf -> shelf.line.attributes().toString())
                        .thenComparing(shelf -> shelf.line.number()))
                .toList();
        member.lots().forEach(lot -> purse.merge(lot.kind(), lot.amount(), BigDecimal::add));
    }

    BigDecimal held(String kind) {
        return purse.getOrDefault(kind, BigDecimal.ZERO);
    }

    void spend(String kind, BigDecimal amount) {
        if (amount.signum() > 0) {
            purse.merge(kind, amount.negate(), BigDecimal::add);
            spent.merge(kind, amount, BigDecimal::add);
        }
    }

    BigDecimal toPay() {
        return shelves.stream()
                .map(shelf -> shelf.line.amount().subtract(shelf.saved).subtract(shelf.off))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The lines something is paid for, without their free units. */
    List<Part> paid() {
        return shelves.stream()
                .filter(shelf -> shelf.left().signum() > 0)
                .map(shelf -> new Part(
                        shelf.line, shelf.line.quantity().subtract(BigDecimal.valueOf(shelf.free)), shelf.left()))
                .toList();
    }

    int units(String what) {
        return shelves.stream()
                .filter(shelf -> shelf.line.isA(what))
                .mapToInt(shelf -> shelf.prices.size() - shelf.free)
                .sum();
    }

    /** Uses the rights the member brought: what ends first, then what is oldest. */
    void useClaims(List<Lot> lots) {
        lots.stream()
                .filter(lot -> lot.claim() != null)
                .sorted(Comparator.comparing((Lot lot) -> lot.expiresAt() == null ? "9" : lot.expiresAt())
                        .thenComparing(Lot::earnedAt)
                        .thenComparing(Lot::id))
                .forEach(lot -> {
                    String what = lot.claim().what();
                    int units = Math.min(lot.amount().intValue(), units(what));
                    BigDecimal upTo = lot.claim().upTo();
                    free(what, units, upTo == null ? PLENTY : upTo);
                    spend(lot.kind(), BigDecimal.valueOf(units));
                });
    }

    /** Gives something free, so many times at most, as often as there are units and it can be paid. */
    void give(Offered offer, Free free, long most) {
        int units = units(free.what());
        long times = free.price() == null ? 1 : Math.min(most, units / free.quantity());
        if (free.price() != null) {
            BigDecimal price = BigDecimal.valueOf(free.price().amount());
            times = free.paysItself()
                    ? times
                    : Math.min(times, whole(held(free.price().kind()), price));
            spend(free.price().kind(), price.multiply(BigDecimal.valueOf(times)));
        }
        long given = Math.min(units, times * free.quantity());
        free(free.what(), given, bound(free.upTo()));
        if (given > 0) {
            givers.add(offer.rule().name());
        }
    }

    /** Takes a discount off, if anything is left to take it off and the member can pay it. */
    void takeOff(Offered offer, Discount discount) {
        List<Shelf> on = shelves.stream()
                .filter(shelf -> discount.on().isEmpty()
                        ? offer.lines().isEmpty() || offer.lines().contains(shelf.line.number())
                        : shelf.line.isA(discount.on()))
                .toList();
        BigDecimal left = on.stream().map(Shelf::left).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal before = on.stream().map(shelf -> shelf.off).reduce(left, BigDecimal::add);
        BigDecimal meant = discount.percent().isEmpty()
                ? new BigDecimal(discount.amount())
                : before.multiply(new BigDecimal(discount.percent()))
                        .movePointLeft(2)
                        .setScale(cents, RoundingMode.HALF_UP);
        BigDecimal value = meant.min(bound(discount.upTo())).min(left);
        if (value.signum() > 0 && held(offer.priceKind()).compareTo(offer.price()) >= 0) {
            spend(offer.priceKind(), offer.price());
            spread(value, on, left);
            givers.add(offer.rule().name());
        }
    }

    /** To each its share in whole cents, and the cents that are left to those that lost most by rounding. */
    private void spread(BigDecimal value, List<Shelf> on, BigDecimal left) {
        BigInteger rest = cents(value);
        List<BigInteger> lost = new ArrayList<>();
        for (Shelf shelf : on) {
            BigInteger[] share = cents(value).multiply(cents(shelf.left())).divideAndRemainder(cents(left));
            lost.add(share[1]);
            rest = rest.subtract(share[0]);
            shelf.off = shelf.off.add(new BigDecimal(share[0], cents));
        }
        IntStream.range(0, on.size())
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> lost.get(place)).reversed())
                .limit(rest.intValue())
                .forEach(place -> on.get(place).off = on.get(place).off.add(new BigDecimal(BigInteger.ONE, cents)));
    }

    /** Makes one unit after the other free, the cheapest first. */
    private void free(String what, long units, BigDecimal most) {
        for (long unit = 0; unit < units; unit++) {
            Shelf cheapest = shelves.stream()
                    .filter(shelf -> shelf.line.isA(what) && shelf.free < shelf.prices.size())
                    .findFirst()
                    .orElseThrow();
            cheapest.saved =
                    cheapest.saved.add(cheapest.prices.get(cheapest.free).min(most));
            cheapest.free++;
        }
    }

    private BigInteger cents(BigDecimal money) {
        return money.setScale(cents, RoundingMode.UNNECESSARY).unscaledValue();
    }

    /** How often a price goes into what is held. */
    static int whole(BigDecimal held, BigDecimal price) {
        return held.max(BigDecimal.ZERO).divideToIntegralValue(price).intValue();
    }

    private static BigDecimal bound(String upTo) {
        return upTo.isEmpty() ? PLENTY : new BigDecimal(upTo);
    }
}
