package org.regulars.laws;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
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
import org.regulars.laws.Gives.PayWith;
import org.regulars.laws.Gives.Price;
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
    final Map<String, BigDecimal> pending = new TreeMap<>();
    final Map<String, BigDecimal> spent = new HashMap<>();
    /** What rewards cost that this purchase may pay for. */
    final Map<String, BigDecimal> selfPaid = new TreeMap<>();

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
        member.lots()
                .forEach(lot ->
                        (isActive(lot, member) ? purse : pending).merge(lot.kind(), lot.amount(), BigDecimal::add));
    }

    private static boolean isActive(Lot lot, Member member) {
        return !Instant.parse(lot.activeFrom()).isAfter(Instant.parse(member.asOf()));
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

    /** Pays a price from what is held, or leaves it to what this purchase earns. */
    private void pay(Price price, BigDecimal times) {
        BigDecimal cost = BigDecimal.valueOf(price.amount()).multiply(times);
        if (price.withThisPurchase()) {
            selfPaid.merge(price.kind(), cost, BigDecimal::add);
        } else {
            spend(price.kind(), cost);
        }
    }

    /** Takes for good what this purchase pays itself. */
    void takeSelfPaid() {
        selfPaid.forEach(this::spend);
    }

    /** What comes makes good what is owed first; the rest is there at once, later, or, come too late, never. */
    void credit(String kind, BigDecimal amount, boolean atOnce, boolean alive) {
        BigDecimal paid = held(kind).min(BigDecimal.ZERO).negate().min(amount);
        purse.merge(kind, paid, BigDecimal::add);
        if (alive) {
            (atOnce ? purse : pending).merge(kind, amount.subtract(paid), BigDecimal::add);
        }
    }

    /** Loses as much as there is, what can be spent first. */
    BigDecimal forfeit(String kind, String amount) {
        BigDecimal active = held(kind).max(BigDecimal.ZERO);
        BigDecimal all = active.add(pending.getOrDefault(kind, BigDecimal.ZERO));
        BigDecimal lost = amount.isEmpty() ? all : all.min(new BigDecimal(amount));
        purse.merge(kind, lost.min(active).negate(), BigDecimal::add);
        pending.merge(kind, lost.subtract(lost.min(active)).negate(), BigDecimal::add);
        spent.merge(kind, lost, BigDecimal::add);
        return lost;
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
    void useClaims(Member member) {
        member.lots().stream()
                .filter(lot -> lot.claim() != null && isActive(lot, member))
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

    /** How many units there must be for something to be given at all. */
    static long least(Free free) {
        return free.after() + (free.price() == null ? 1 : free.quantity());
    }

    /** How often something that costs something can be given with so much at hand. */
    int most(Free free, BigDecimal atHand) {
        int often = Math.min(
                units(free.what()) / (int) (free.after() + free.quantity()),
                whole(atHand, BigDecimal.valueOf(free.price().amount())));
        return free.repeatedly() ? often : Math.min(often, 1);
    }

    /** Gives something free; what this purchase may pay for so many times. */
    void give(Offered offer, Free free, int found) {
        int units = units(free.what());
        if (units < least(free)) {
            return;
        }
        long given = 0;
        if (free.price() == null) {
            // One unit after the other: so many paid for, so many free.
            long each = free.after() + free.quantity();
            for (long unit = 0; unit < units; unit++) {
                boolean first = unit < each || (free.repeatedly() && free.after() > 0);
                given += first && unit % each >= free.after() ? 1 : 0;
            }
        } else {
            int often = free.paysItself()
                    ? Math.min(found, units / (int) (free.after() + free.quantity()))
                    : most(free, held(free.price().kind()));
            pay(free.price(), BigDecimal.valueOf(often));
            given = often * free.quantity();
        }
        free(free.what(), given, bound(free.upTo()));
        if (given > 0) {
            givers.add(offer.rule().name());
        }
    }

    /** A line or some of its units, and what is left to pay for it. */
    private record Place(Shelf shelf, BigDecimal price, BigDecimal left) {}

    /** What a discount takes off; nothing if nothing is left to take it off. */
    BigDecimal worth(Offered offer, Discount discount) {
        List<Place> on = places(offer, discount.on(), discount.units());
        BigDecimal before = on.stream().map(Place::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal meant = discount.percent().isEmpty()
                ? new BigDecimal(discount.amount())
                : before.multiply(new BigDecimal(discount.percent()))
                        .movePointLeft(2)
                        .setScale(cents, RoundingMode.HALF_UP);
        return meant.min(bound(discount.upTo())).min(left(on));
    }

    /** Takes a discount off, if anything is left to take it off and the member can pay it. */
    void takeOff(Offered offer, Discount discount) {
        BigDecimal value = worth(offer, discount);
        Price price = discount.price();
        boolean payable = price == null
                || price.withThisPurchase()
                || held(price.kind()).compareTo(BigDecimal.valueOf(price.amount())) >= 0;
        if (value.signum() > 0 && payable) {
            if (price != null) {
                pay(price, BigDecimal.ONE);
            }
            spread(value, places(offer, discount.on(), discount.units()));
            givers.add(offer.rule().name());
        }
    }

    /** Takes off what is paid with a kind: the most that can be, with as few as that takes. */
    void payWith(Offered offer, PayWith pay, BigDecimal smallest) {
        List<Place> on = places(offer, pay.on(), 0);
        BigDecimal worth = new BigDecimal(pay.worth());
        BigDecimal step = pay.step() == 0 ? smallest : BigDecimal.valueOf(pay.step());
        BigDecimal payable = pay.percent() == 0
                ? left(on)
                : left(on).multiply(BigDecimal.valueOf(pay.percent())).movePointLeft(2);
        BigDecimal most = held(pay.kind()).subtract(selfPaid.getOrDefault(pay.kind(), BigDecimal.ZERO));
        most = pay.atMost() == 0 ? most : most.min(BigDecimal.valueOf(pay.atMost()));
        most = pay.wanted() ? most.min(offer.it().asked().amount()) : most;
        most = inSteps(most.max(BigDecimal.ZERO), step, RoundingMode.DOWN);
        while (most.multiply(worth).compareTo(payable) > 0) {
            BigDecimal beyond = most.multiply(worth).subtract(payable);
            most = most.subtract(inSteps(beyond.divide(worth, 20, RoundingMode.DOWN), step, RoundingMode.DOWN)
                    .max(step));
        }
        BigDecimal value = most.multiply(worth).setScale(cents, RoundingMode.DOWN);
        if (value.signum() > 0 && most.compareTo(BigDecimal.valueOf(pay.atLeast())) >= 0) {
            BigDecimal fewest = inSteps(value.divide(worth, 20, RoundingMode.UP), step, RoundingMode.UP);
            BigDecimal least = inSteps(BigDecimal.valueOf(pay.atLeast()), step, RoundingMode.UP);
            spend(pay.kind(), fewest.max(least));
            spread(value, on);
            givers.add(offer.rule().name());
        }
    }

    private static BigDecimal inSteps(BigDecimal amount, BigDecimal step, RoundingMode mode) {
        return amount.divide(step, 0, mode).multiply(step);
    }

    private static BigDecimal left(List<Place> on) {
        return on.stream().map(Place::left).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What something is for: whole lines without what is free, or the cheapest units. */
    private List<Place> places(Offered offer, String what, int units) {
        List<Place> places = new ArrayList<>();
        int wanted = units;
        for (Shelf shelf : shelves) {
            boolean its = what.isEmpty()
                    ? offer.lines().isEmpty() || offer.lines().contains(shelf.line.number())
                    : shelf.line.isA(what);
            if (its && units == 0) {
                places.add(new Place(shelf, shelf.left().add(shelf.off), shelf.left()));
            } else if (its) {
                int from = Math.min(wanted, shelf.prices.size() - shelf.free);
                BigDecimal price = shelf.prices.subList(shelf.free, shelf.free + from).stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                places.add(new Place(shelf, price, price.min(shelf.left())));
                wanted -= from;
            }
        }
        return places;
    }

    /** To each its share in whole cents, and the cents that are left to those that lost most by rounding. */
    private void spread(BigDecimal value, List<Place> on) {
        BigInteger rest = cents(value);
        BigInteger all = cents(left(on));
        List<BigInteger> lost = new ArrayList<>();
        for (Place place : on) {
            BigInteger[] share = cents(value).multiply(cents(place.left())).divideAndRemainder(all);
            lost.add(share[1]);
            rest = rest.subtract(share[0]);
            place.shelf().off = place.shelf().off.add(new BigDecimal(share[0], cents));
        }
        IntStream.range(0, on.size())
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> lost.get(place)).reversed())
                .limit(rest.intValue())
                .map(place -> on.get(place).shelf())
                .forEach(shelf -> shelf.off = shelf.off.add(new BigDecimal(BigInteger.ONE, cents)));
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
