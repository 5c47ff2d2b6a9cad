package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import org.regulars.Activity;
import org.regulars.Event;
import org.regulars.EventRefusedException;
import org.regulars.Line;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Progress;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.TimePassed;
import org.regulars.laws.Histories.History;

/** Every near-miss is true: with exactly what is missing added, the reward is given, and without it is not. */
class ProgressLawTest {

    /** What rules may ask of a purchase, of a line. */
    private static final Map<String, String> SPECIALS = Map.of("channel", "app", "origin", "fair");

    private static int told;

    @Provide
    Arbitrary<Terms> terms() {
        return RuleSets.any();
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void with_exactly_what_is_missing_the_reward_is_given(
            @ForAll("terms") Terms terms, @ForAll("histories") History history) {
        Laws.holds(terms, history, (rules, step, outcome) -> {
            for (Progress progress : outcome.progress()) {
                told++;
                assertThat(progress.missing()).as(progress.text()).isPositive();
                if (progress.unit() == Progress.Unit.KIND) {
                    assertThat(outcome.memberAfter().balance(progress.of()).add(progress.missing()))
                            .as(progress.text())
                            .isEqualByComparingTo(progress.needed());
                    assertThat(isGivenNextTime(rules.engine(), outcome, progress))
                            .as(progress.text())
                            .isTrue();
                } else {
                    checkReceipt(rules.engine(), step, outcome, progress);
                }
            }
        });
    }

    @Tag("soak")
    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void for_long(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        with_exactly_what_is_missing_the_reward_is_given(terms, history);
    }

    @AfterContainer
    static void something_was_told() {
        assertThat(told).isGreaterThan(100);
    }

    /** The same receipt with one more line of what is missing. */
    private static void checkReceipt(LoyaltyEngine engine, Step step, Outcome outcome, Progress progress) {
        Purchase purchase = (Purchase) step.event();
        boolean money = progress.unit() == Progress.Unit.MONEY;
        String goods = money ? progress.spentOn() : progress.of();
        BigDecimal units = money ? BigDecimal.ONE : progress.missing();
        BigDecimal price = money ? progress.missing() : progress.missing().multiply(priceOf(purchase, goods));
        String name = goods.isEmpty() ? "another thing" : goods;

        assertThat(gives(outcome, progress)).as(progress.text()).isFalse();
        assertThat(givesWith(engine, step, progress, name, units, price))
                .as(progress.text())
                .isTrue();
        BigDecimal less = price.subtract(money ? smallest(purchase) : price);
        if (money && less.signum() > 0) {
            assertThat(givesWith(engine, step, progress, name, units, less))
                    .as("less than " + progress.text())
                    .isFalse();
        }
    }

    private static boolean givesWith(
            LoyaltyEngine engine, Step step, Progress progress, String name, BigDecimal units, BigDecimal price) {
        Purchase purchase = (Purchase) step.event();
        Line more = Line.totalling(units, name, name, price).numbered(1 + last(purchase));
        return gives(engine.decide(step.member(), purchase.with(more)), progress);
    }

    private static BigDecimal smallest(Purchase purchase) {
        return new BigDecimal(purchase.currency().equals("JOD") ? "0.001" : "0.01");
    }

    /** Some occasion on which it is given to the member who holds so much more, and not to the member as they are. */
    private static boolean isGivenNextTime(LoyaltyEngine engine, Outcome outcome, Progress progress) {
        Member member = outcome.memberAfter();
        Member more = member.holding(progress.missing(), progress.of());
        return occasions(outcome)
                .anyMatch(next -> isGiven(engine, more, next, progress) && !isGiven(engine, member, next, progress));
    }

    private static boolean isGiven(LoyaltyEngine engine, Member member, Event event, Progress progress) {
        try {
            return gives(engine.decide(member, event), progress);
        } catch (EventRefusedException e) {
            return false;
        }
    }

    /** Whatever may happen next; by another way than today, too. */
    private static Stream<Event> occasions(Outcome outcome) {
        Instant at = Instant.parse(outcome.memberAfter().asOf());
        Event event = outcome.event();
        List<Event> occasions = new ArrayList<>();
        if (event instanceof Purchase bought) {
            occasions.add(purchase(outcome, at, bought.lines(), event.attributes()));
        } else if (event instanceof Redemption asked) {
            occasions.add(new Redemption("law", at.toString(), asked.reward(), asked.amount(), event.attributes()));
        } else if (event instanceof Activity done) {
            occasions.add(new Activity("law", at.toString(), done.name(), event.attributes()));
        }
        occasions.add(Activity.of("law", at, "nothing special"));
        Shop.ACTIVITIES.forEach(name -> occasions.add(new Activity("law", at.toString(), name, event.attributes())));
        Shop.REWARDS.forEach(reward -> occasions.add(Redemption.of("law", at, reward)));
        occasions.add(TimePassed.until(at.plus(Duration.ofDays(92))));
        addVisits(occasions, outcome, at, event.attributes(), Map.of());
        Map<String, String> special = new TreeMap<>(event.attributes());
        special.putAll(SPECIALS);
        addVisits(occasions, outcome, at, special, SPECIALS);
        return occasions.stream();
    }

    /** One of each is bought, or one of everything, with every wish and with none. */
    private static void addVisits(
            List<Event> occasions,
            Outcome outcome,
            Instant at,
            Map<String, String> attributes,
            Map<String, String> ofLines) {
        List<Line> everything = goods().stream()
                .map(what -> new Line(0, what, what, BigDecimal.ONE, BigDecimal.ONE, "", ofLines))
                .toList();
        List<List<Line>> baskets =
                new ArrayList<>(everything.stream().map(List::of).toList());
        baskets.add(everything);
        for (List<Line> basket : baskets) {
            Purchase visit = purchase(outcome, at, List.of(), attributes);
            for (Line line : basket) {
                visit = visit.with(line);
            }
            occasions.add(visit);
            for (String reward : Shop.REWARDS) {
                occasions.add(visit.redeeming(reward));
            }
        }
    }

    private static Purchase purchase(Outcome outcome, Instant at, List<Line> lines, Map<String, String> attributes) {
        Purchase today = outcome.purchase();
        return new Purchase(
                "law",
                at.toString(),
                today == null ? "EUR" : today.currency(),
                lines,
                today == null ? BigDecimal.ONE : today.shipping(),
                today == null ? List.of() : today.wishes(),
                attributes);
    }

    private static List<String> goods() {
        return Stream.of(Stream.of("another thing"), Shop.CATEGORIES.stream(), Shop.NAMES.stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    private static boolean gives(Outcome outcome, Progress progress) {
        return Stream.concat(outcome.granted().stream(), outcome.due().stream().flatMap(due -> due.granted().stream()))
                .anyMatch(each -> each.offer().equals(progress.offer())
                        && each.sort() == progress.reward().sort());
    }

    private static int last(Purchase purchase) {
        return purchase.lines().stream().mapToInt(Line::number).max().orElse(0);
    }

    private static BigDecimal priceOf(Purchase purchase, String goods) {
        return purchase.lines().stream()
                .filter(line -> line.isA(goods) && line.quantity().signum() > 0)
                .findFirst()
                .map(line -> line.amount()
                        .divide(line.quantity(), purchase.currency().equals("JOD") ? 3 : 2, RoundingMode.HALF_UP))
                .orElse(BigDecimal.ONE);
    }
}
