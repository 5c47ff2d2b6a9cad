package org.regulars.laws;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.regulars.Event;
import org.regulars.Line;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Purchase;
import org.regulars.laws.Gives.Benefit;
import org.regulars.laws.Gives.Discount;
import org.regulars.laws.Gives.Free;
import org.regulars.laws.Gives.Shipping;
import org.regulars.laws.Promise.Stage;
import org.regulars.laws.Gives.Upgrade;
import org.regulars.laws.Scene.Held;
import org.regulars.laws.Scene.Part;

/** What an event should come to, worked out the slow and obvious way from the structure of a rule set. */
final class ObviousModel {

    private record Climb(Offered offer, Stage stage) {}

    private final Terms terms;
    private final Member member;
    private final Event event;
    private final List<Line> lines;
    private final int cents;
    private final SortedMap<String, String> result = new TreeMap<>();
    private final List<Climb> climbs = new ArrayList<>();

    private ObviousModel(Terms terms, Member member, Event event) {
        this.terms = terms;
        this.member = member;
        this.event = event;
        this.lines = event instanceof Purchase bought ? bought.lines() : List.of();
        this.cents = event instanceof Purchase bought
                ? Currency.getInstance(bought.currency()).getDefaultFractionDigits()
                : 0;
    }

    /** Everything that should come of an event, by name. */
    static SortedMap<String, String> expects(Terms terms, Member member, Event event) {
        ObviousModel model = new ObviousModel(terms, atTheTime(member, event), event);
        model.decide();
        return model.result;
    }

    /** The member with their clock at the event, if it does not come late, and what has lapsed by then gone. */
    private static Member atTheTime(Member member, Event event) {
        Instant asOf = Instant.parse(member.asOf());
        Instant now = event.instant().isAfter(asOf) ? event.instant() : asOf;
        List<Lot> alive = member.lots().stream()
                .filter(lot -> lot.expiresAt() == null
                        || Instant.parse(lot.expiresAt()).isAfter(now))
                .toList();
        return new Member(
                member.id(),
                member.joined(),
                now.toString(),
                member.lastActive(),
                member.attributes(),
                alive,
                member.statuses(),
                member.recent(),
                member.lapsed(),
                member.counted(),
                member.returned());
    }

    private void decide() {
        List<Part> brought = lines.stream()
                .map(line -> new Part(line, line.quantity(), line.amount()))
                .toList();
        List<Offered> running = payable(offered(Stage.TILL, brought, List.of()));
        List<Offered> till = best(running);
        Counter counter = settled(till, howOften(till));
        for (String empty = empty(till, counter); !empty.isEmpty(); empty = empty(till, counter)) {
            String nothing = empty;
            running = running.stream()
                    .filter(each -> !each.rule().name().equals(nothing))
                    .toList();
            till = best(running);
            counter = settled(till, howOften(till));
        }
        conclude(till, counter);
    }

    private void conclude(List<Offered> till, Counter counter) {
        List<Offered> paid = paid(counter);
        Tallies tallies = Tallies.of(terms, paid);
        tallies.exact().forEach((kind, exact) -> {
            counter.purse.merge(kind, tallies.total(kind), BigDecimal::add);
            result.put("earned " + kind, text(tallies.total(kind)) + ", exactly " + text(exact));
        });
        till.forEach(each -> give(each, counter, Stage.TILL));
        paid.forEach(each -> give(each, counter, Stage.PAID));
        Set<String> kinds = new TreeSet<>(counter.purse.keySet());
        kinds.addAll(terms.kinds().keySet());
        List<Held> balances = kinds.stream()
                .map(kind -> new Held(kind, member.balance(kind), tallies.total(kind), counter.held(kind)))
                .toList();
        offered(Stage.COUNTED, List.of(), balances).forEach(each -> give(each, counter, Stage.COUNTED));
        terms.ladders().forEach((ladder, of) -> climb(of.tiers(), counter));
        counter.purse.forEach((kind, amount) -> {
            if (amount.signum() != 0) {
                result.put("balance " + kind, text(amount));
            }
        });
        counter.shelves.forEach(shelf -> result.put(
                "line " + shelf.line.number(),
                shelf.free + " free worth " + text(shelf.saved) + ", " + text(shelf.off) + " off"));
        boolean free = result.containsKey("delivery") || !(event instanceof Purchase);
        BigDecimal delivery = free ? BigDecimal.ZERO : ((Purchase) event).shipping();
        result.put("to pay", text(counter.toPay().add(delivery)));
    }

    /** Of each group the offer that saves most; of what this purchase pays for itself one is counted. */
    private List<Offered> best(List<Offered> running) {
        Map<Offered, Integer> once = new HashMap<>();
        running.forEach(each -> once.put(each, each.gives().group() == null ? 0 : 1));
        return Offered.best(running, offers -> settled(offers, once).toPay().negate());
    }

    /** The last rule that was the best of its group and then gave nothing. */
    private static String empty(List<Offered> till, Counter counter) {
        return till.stream()
                .filter(each -> each.gives().group() != null)
                .map(each -> each.rule().name())
                .filter(name -> !counter.givers.contains(name))
                .reduce("", (one, next) -> next);
    }

    /** How often what this purchase may pay for is given: one after the other, the most that is covered. */
    private Map<Offered, Integer> howOften(List<Offered> till) {
        Map<Offered, Integer> times = new HashMap<>();
        for (Offered each : till) {
            if (each.gives() instanceof Free free && free.paysItself()) {
                Counter without = settled(till, times);
                int most = Math.min(
                        Counter.whole(left(each, without), each.price()),
                        without.units(free.what()) / (int) free.quantity());
                int least = 0;
                most = free.repeatedly() ? most : Math.min(most, 1);
                while (least < most) {
                    int between = (least + most + 1) / 2;
                    times.put(each, between);
                    if (left(each, settled(till, times)).signum() >= 0) {
                        least = between;
                    } else {
                        most = between - 1;
                    }
                }
                times.put(each, least);
            }
        }
        return times;
    }

    /** What is held and earned and not spent when the counter stands like this. */
    private BigDecimal left(Offered each, Counter counter) {
        return counter.held(each.priceKind())
                .add(Tallies.of(terms, paid(counter)).total(each.priceKind()));
    }

    /** The counter after rights brought along, free units, percentages and amounts, in this order. */
    private Counter settled(List<Offered> offers, Map<Offered, Integer> times) {
        Counter counter = new Counter(lines, cents, member);
        counter.useClaims(member.lots());
        for (Offered each : offers) {
            if (each.gives() instanceof Free free && !free.gift()) {
                int most = free.repeatedly() ? Integer.MAX_VALUE : 1;
                counter.give(each, free, free.paysItself() ? times.getOrDefault(each, 0) : most);
            }
        }
        for (boolean percent : List.of(true, false)) {
            for (Offered each : offers) {
                if (each.gives() instanceof Discount discount
                        && !discount.percent().isEmpty() == percent) {
                    counter.takeOff(each, discount);
                }
            }
        }
        return counter;
    }

    /** What is decided when this is what is paid, or when an activity happened. */
    private List<Offered> paid(Counter counter) {
        Stage stage = event instanceof Purchase ? Stage.PAID : Stage.ACTIVITY;
        return Offered.best(
                offered(stage, counter.paid(), List.of()),
                offers -> Tallies.of(terms, offers).worth());
    }

    /** Without what stands in a group and costs more than is held. */
    private List<Offered> payable(List<Offered> all) {
        return all.stream()
                .filter(each -> each.gives().group() == null
                        || each.gives() instanceof Free free && free.paysItself()
                        || member.balance(each.priceKind()).compareTo(each.price()) >= 0)
                .toList();
    }

    /** Gives what takes nothing off the bill. */
    private void give(Offered each, Counter counter, Stage stage) {
        if (each.gives() instanceof Upgrade) {
            climbs.add(new Climb(each, stage));
        } else if (each.gives() instanceof Free free && (free.gift() || stage != Stage.TILL)) {
            int times = free.repeatedly() ? Counter.whole(atHand(each, counter, stage), each.price()) : 1;
            if (times > 0 && pays(each, times, counter, stage)) {
                BigDecimal units = BigDecimal.valueOf(free.quantity() * times);
                if (free.gift()) {
                    String before = result.getOrDefault("gift " + free.what(), "0");
                    result.put("gift " + free.what(), text(new BigDecimal(before).add(units)));
                } else {
                    counter.purse.merge("free " + free.what(), units, BigDecimal::add);
                }
            }
        } else if (each.gives() instanceof Shipping shipping) {
            BigDecimal worth = event instanceof Purchase bought ? bought.shipping() : BigDecimal.ZERO;
            once("delivery", each, shipping.price() == null || worth.signum() > 0, counter, stage);
        } else if (each.gives() instanceof Benefit benefit) {
            once("benefit " + benefit.what(), each, true, counter, stage);
        }
    }

    private void once(String what, Offered each, boolean useful, Counter counter, Stage stage) {
        if (useful && !result.containsKey(what) && pays(each, 1, counter, stage)) {
            result.put(what, "given");
        }
    }

    /** The highest tier there is an offer for that the member can pay. */
    private void climb(List<String> tiers, Counter counter) {
        List<String> had = member.statuses().stream().map(Member.Status::tier).toList();
        int rank = tiers.stream()
                .filter(had::contains)
                .mapToInt(tiers::indexOf)
                .findFirst()
                .orElse(0);
        List<Climb> highestFirst = climbs.stream()
                .filter(each -> tiers.contains(tier(each)))
                .sorted(Comparator.comparing((Climb each) -> -tiers.indexOf(tier(each)))
                        .thenComparing(each -> each.offer().payment())
                        .thenComparing(each -> each.offer().price().negate())
                        .thenComparing(each -> each.offer().rule().name()))
                .toList();
        for (Climb each : highestFirst) {
            if (tiers.indexOf(tier(each)) > rank && pays(each.offer(), 1, counter, each.stage())) {
                rank = tiers.indexOf(tier(each));
            }
        }
        result.put("tier " + tiers.get(rank), "held");
    }

    private static String tier(Climb climb) {
        return ((Upgrade) climb.offer().gives()).tier();
    }

    private boolean pays(Offered each, int times, Counter counter, Stage stage) {
        BigDecimal cost = each.price().multiply(BigDecimal.valueOf(times));
        boolean can = cost.signum() == 0 || atHand(each, counter, stage).compareTo(cost) >= 0;
        counter.spend(each.priceKind(), can ? cost : BigDecimal.ZERO);
        return can;
    }

    /** At the end all there is, before that what is left of what was held beforehand. */
    private BigDecimal atHand(Offered each, Counter counter, Stage stage) {
        return stage == Stage.COUNTED
                ? counter.held(each.priceKind())
                : member.balance(each.priceKind())
                        .subtract(counter.spent.getOrDefault(each.priceKind(), BigDecimal.ZERO));
    }

    private List<Offered> offered(Stage stage, List<Part> parts, List<Held> balances) {
        List<Integer> cheapestFirst = new Counter(lines, cents, member)
                .shelves.stream().map(shelf -> shelf.line.number()).toList();
        return Offered.by(terms, member, event, stage, parts, balances, line -> cheapestFirst.indexOf(line) + 1);
    }

    static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
