package org.regulars.laws;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;
import org.regulars.Event;
import org.regulars.Line;
import org.regulars.Member;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.laws.Gives.Benefit;
import org.regulars.laws.Gives.Convert;
import org.regulars.laws.Gives.Discount;
import org.regulars.laws.Gives.Forfeit;
import org.regulars.laws.Gives.Free;
import org.regulars.laws.Gives.PayWith;
import org.regulars.laws.Gives.Shipping;
import org.regulars.laws.Gives.Upgrade;
import org.regulars.laws.Promise.Stage;
import org.regulars.laws.Scene.Held;
import org.regulars.laws.Scene.Part;
import org.regulars.laws.Terms.LadderOf;

/** What an event should come to, worked out the slow and obvious way from the structure of a rule set. */
final class ObviousModel {

    /** An upgrade that waits for the others; without an end it goes on for ever. */
    private record Climb(
            Offered offer, Stage stage, @Nullable LocalDate through) {

        String end() {
            return through == null ? "never" : through.toString();
        }
    }

    private final Terms terms;
    private final Member member;
    private final Event event;
    private final List<Line> lines;
    private final int cents;
    private final SortedMap<String, String> result = new TreeMap<>();
    private final List<Climb> climbs = new ArrayList<>();
    private final Map<String, Member.Status> statuses = new TreeMap<>();
    private final Instant now;

    private ObviousModel(Terms terms, Member member, Event event) {
        this.terms = terms;
        this.member = member;
        this.event = event;
        this.lines = event instanceof Purchase bought ? bought.lines() : List.of();
        this.cents = event instanceof Purchase bought
                ? Currency.getInstance(bought.currency()).getDefaultFractionDigits()
                : 0;
        this.now = Instant.parse(member.asOf());
        terms.ladders()
                .forEach((ladder, of) -> member.statuses().stream()
                        .filter(status -> of.tiers().contains(status.tier()))
                        .forEach(status -> statuses.put(ladder, status)));
    }

    /**
     * Everything that should come of an event, by name.
     *
     * @param member on whose calendar everything has happened until then
     */
    static SortedMap<String, String> expects(Terms terms, Member member, Event event) {
        ObviousModel model = new ObviousModel(terms, member, event);
        model.decide();
        return model.result;
    }

    private void decide() {
        List<Part> brought = lines.stream()
                .map(line -> new Part(line, line.quantity(), line.amount()))
                .toList();
        List<Offered> running =
                event instanceof Purchase ? payable(offered(Stage.TILL, brought, List.of())) : List.of();
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
        Tallies tallies = tallies(paid);
        counter.takeSelfPaid();
        tallies.exact().forEach((kind, exact) -> {
            credit(counter, kind, tallies.total(kind));
            result.put("earned " + kind, text(tallies.total(kind)) + ", exactly " + text(exact));
        });
        till.forEach(each -> give(each, counter, Stage.TILL));
        // Without a purchase there is no bill to take anything off.
        Stage stage = event instanceof Purchase ? Stage.PAID : Stage.ACTIVITY;
        paid.stream()
                .filter(each -> stage == Stage.PAID || !each.gives().needsBill())
                .forEach(each -> give(each, counter, stage));
        Set<String> kinds = new TreeSet<>(counter.purse.keySet());
        kinds.addAll(counter.pending.keySet());
        kinds.addAll(terms.kinds().keySet());
        List<Held> balances = kinds.stream()
                .map(kind -> new Held(kind, member.balance(kind), tallies.total(kind), counter.held(kind)))
                .toList();
        offered(Stage.COUNTED, List.of(), balances).forEach(each -> give(each, counter, Stage.COUNTED));
        terms.ladders().forEach((ladder, of) -> climb(ladder, of, counter));
        counter.purse.forEach((kind, amount) -> {
            if (amount.signum() != 0) {
                result.put("balance " + kind, text(amount));
            }
        });
        counter.pending.forEach((kind, amount) -> {
            if (amount.signum() != 0) {
                result.put("pending " + kind, text(amount));
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
        return Offered.best(
                running,
                offers -> settled(
                                offers.stream()
                                        .filter(each -> !(each.gives() instanceof PayWith))
                                        .toList(),
                                once)
                        .toPay()
                        .negate());
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
        List<Offered> selfPaying = till.stream()
                .filter(each ->
                        each.gives().price() != null && each.gives().price().withThisPurchase())
                .filter(each -> each.gives() instanceof Discount || isOffTheBill(each))
                .toList();
        for (Offered each : selfPaying) {
            Counter without = settled(till, times);
            int most = 0;
            if (each.gives() instanceof Free free && without.units(free.what()) >= Counter.least(free)) {
                most = without.most(free, left(each, without));
                // Where giving it changes how many points there are, once is tried with too few of them, too.
                most = canChange(till, each.priceKind(), without) ? Math.max(1, most) : most;
            } else if (each.gives() instanceof Discount discount) {
                boolean enough = left(each, without).compareTo(each.price()) >= 0;
                most = enough || canChange(till, each.priceKind(), without)
                        ? without.worth(each, discount).signum()
                        : 0;
            }
            int least = 0;
            while (least < most) {
                int between = (least + most + 1) / 2;
                times.put(each, between);
                Counter tried = settled(till, times);
                if (selfPaying.stream().allMatch(other -> left(other, tried).signum() >= 0)) {
                    least = between;
                } else {
                    most = between - 1;
                }
            }
            times.put(each, least);
        }
        return times;
    }

    private boolean canChange(List<Offered> till, String kind, Counter counter) {
        return tallies(paid(counter)).total(kind).signum() > 0
                || till.stream()
                        .anyMatch(each -> each.gives() instanceof PayWith pay
                                && pay.kind().equals(kind));
    }

    private static boolean isOffTheBill(Offered each) {
        return each.gives() instanceof Free free && !free.gift();
    }

    /** What is held and earned and not spent when the counter stands like this. */
    private BigDecimal left(Offered each, Counter counter) {
        String kind = each.priceKind();
        BigDecimal earned =
                isAtOnce(kind) && isAlive(kind) ? tallies(paid(counter)).total(kind) : BigDecimal.ZERO;
        return counter.held(kind).add(earned).subtract(counter.selfPaid.getOrDefault(kind, BigDecimal.ZERO));
    }

    private Tallies tallies(List<Offered> paid) {
        return Tallies.of(terms, paid, new Caps(terms, member, event, paid));
    }

    private boolean isAtOnce(String kind) {
        return !terms.activeFrom(kind, event.instant()).isAfter(now);
    }

    private boolean isAlive(String kind) {
        return terms.end(kind, null, event.instant(), member).isAfter(now);
    }

    private void credit(Counter counter, String kind, BigDecimal amount) {
        counter.credit(kind, amount, isAtOnce(kind), isAlive(kind));
    }

    /** The counter after rights brought along, free units, percentages, amounts, and what is paid with points. */
    private Counter settled(List<Offered> offers, Map<Offered, Integer> times) {
        Counter counter = new Counter(lines, cents, member);
        counter.useClaims(member);
        List<Offered> given = offers.stream()
                .filter(each -> each.gives().price() == null
                        || !each.gives().price().withThisPurchase()
                        || times.getOrDefault(each, 0) > 0)
                .toList();
        for (Offered each : given) {
            if (each.gives() instanceof Free free && !free.gift()) {
                counter.give(each, free, times.getOrDefault(each, 0));
            }
        }
        for (boolean percent : List.of(true, false)) {
            for (Offered each : given) {
                if (each.gives() instanceof Discount discount
                        && !discount.percent().isEmpty() == percent) {
                    counter.takeOff(each, discount);
                }
            }
        }
        for (Offered each : given) {
            if (each.gives() instanceof PayWith pay) {
                int decimals = terms.kind(pay.kind()).decimals();
                counter.payWith(each, pay, BigDecimal.ONE.movePointLeft(decimals));
            }
        }
        return counter;
    }

    /** What is decided when this is what is paid, or when an activity happened. */
    private List<Offered> paid(Counter counter) {
        Stage stage =
                event instanceof Purchase ? Stage.PAID : event instanceof Redemption ? Stage.TILL : Stage.ACTIVITY;
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
        if (each.gives() instanceof Upgrade upgrade) {
            LadderOf ladder = ladderOf(upgrade.tier());
            Life life = upgrade.life() == null ? ladder.lasts() : upgrade.life();
            LocalDate through = life == null
                    ? null
                    : life.lastDay(terms.date(event.instant()), terms.date(Instant.parse(member.joined())));
            boolean again = climbs.stream()
                    .anyMatch(other -> other.offer().rule().equals(each.rule())
                            && other.offer().gives().equals(upgrade));
            if (!again && (through == null || terms.dayAfter(through).isAfter(now))) {
                climbs.add(new Climb(each, stage, through));
            }
        } else if (each.gives() instanceof Convert convert) {
            BigDecimal atHand = atHand(each, counter, stage);
            BigDecimal usable = convert.atMost() == 0 ? atHand : atHand.min(BigDecimal.valueOf(convert.atMost()));
            int times = Counter.whole(usable, each.price());
            times = convert.repeatedly() ? times : Math.min(times, 1);
            BigDecimal all = each.price().multiply(BigDecimal.valueOf(times));
            if (times > 0
                    && all.compareTo(BigDecimal.valueOf(convert.atLeast())) >= 0
                    && pays(each, times, counter, stage)) {
                BigDecimal amount = new BigDecimal(convert.amount()).multiply(BigDecimal.valueOf(times));
                credit(counter, convert.kind(), terms.kind(convert.kind()).round(amount));
            }
        } else if (each.gives() instanceof Forfeit forfeit) {
            if (forfeit.tier().isEmpty()) {
                counter.forfeit(forfeit.kind(), forfeit.amount());
            } else {
                fall(forfeit.tier());
            }
        } else if (each.gives() instanceof Free free && (free.gift() || stage != Stage.TILL)) {
            int times = free.repeatedly() ? Counter.whole(atHand(each, counter, stage), each.price()) : 1;
            if (times > 0 && pays(each, times, counter, stage)) {
                BigDecimal units = BigDecimal.valueOf(free.quantity() * times);
                if (free.gift()) {
                    String before = result.getOrDefault("gift " + free.what(), "0");
                    result.put("gift " + free.what(), text(new BigDecimal(before).add(units)));
                } else {
                    credit(counter, "free " + free.what(), units);
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

    private LadderOf ladderOf(String tier) {
        return terms.ladders().values().stream()
                .filter(ladder -> ladder.tiers().contains(tier))
                .findFirst()
                .orElseThrow();
    }

    /** From a tier or a higher one, to the one below or to the lowest. */
    private void fall(String tier) {
        terms.ladders().forEach((name, ladder) -> {
            int rank = ladder.tiers().indexOf(tier(name, ladder));
            if (ladder.tiers().contains(tier)
                    && statuses.containsKey(name)
                    && rank >= ladder.tiers().indexOf(tier)) {
                statuses.remove(name);
                if (ladder.oneStep() && rank > 1) {
                    LocalDate through = ladder.lasts() == null
                            ? null
                            : ladder.lasts()
                                    .lastDay(terms.date(event.instant()), terms.date(Instant.parse(member.joined())));
                    statuses.put(name, status(ladder.tiers().get(rank - 1), through));
                }
            }
        });
    }

    private Member.Status status(String tier, @Nullable LocalDate through) {
        return new Member.Status(tier, event.at(), through == null ? null : through.toString(), "");
    }

    private String tier(String name, LadderOf ladder) {
        Member.Status status = statuses.get(name);
        return status == null ? ladder.tiers().get(0) : status.tier();
    }

    /** The highest tier there is an offer for that the member can pay, or that they have already, for longer. */
    private void climb(String name, LadderOf ladder, Counter counter) {
        List<String> tiers = ladder.tiers();
        List<Climb> highestFirst = climbs.stream()
                .filter(each -> tiers.contains(tier(each)))
                .sorted(Comparator.comparing((Climb each) -> tiers.indexOf(tier(each)))
                        .thenComparing(Climb::end)
                        .reversed()
                        .thenComparing(each -> each.offer().payment())
                        .thenComparing(each -> each.offer().price().negate())
                        .thenComparing(each -> each.offer().rule().name()))
                .toList();
        boolean held = !ladder.whileReached();
        for (Climb each : highestFirst) {
            String had = tier(name, ladder);
            Member.Status status = statuses.get(name);
            int up = tiers.indexOf(tier(each)) - tiers.indexOf(had);
            boolean longer = up == 0
                    && status != null
                    && status.through() != null
                    && each.end().compareTo(status.through()) > 0;
            if (ladder.whileReached()) {
                if (!held && (up == 0 || pays(each.offer(), 1, counter, each.stage()))) {
                    held = true;
                    if (up != 0) {
                        statuses.put(name, status(tier(each), each.through()));
                    }
                }
            } else if ((up > 0 || longer) && pays(each.offer(), 1, counter, each.stage())) {
                statuses.put(name, status(tier(each), each.through()));
            }
        }
        if (!held) {
            statuses.remove(name);
        }
        Member.Status status = statuses.get(name);
        result.put("tier " + name, tier(name, ladder) + " through " + (status == null ? "ever" : status.through()));
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
        boolean all = stage == Stage.COUNTED
                || (each.gives().price() != null && each.gives().price().withThisPurchase());
        return all
                ? counter.held(each.priceKind())
                : member.balance(each.priceKind())
                        .subtract(counter.spent.getOrDefault(each.priceKind(), BigDecimal.ZERO))
                        .max(BigDecimal.ZERO);
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
