package org.regulars.internal.progress;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.regulars.Activity;
import org.regulars.Event;
import org.regulars.Line;
import org.regulars.Member;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.TimePassed;
import org.regulars.internal.values.Values;

/**
 * The next occasions on which a rule may give something: that anything happens at all, that what the rule asks for is bought,
 * done or wished, that the same happens again, that a quarter passes.
 */
final class Occasions {

    /** Every quarter has its day in so many days; two of one date in the month are at most as far apart. */
    private static final Duration QUARTER = Duration.ofDays(92);

    private final Event event;
    private final Member member;
    private final Instant at;

    /** Occasions right after an event, for the member as they are then. */
    Occasions(Event event, Member after) {
        this.event = event;
        this.member = after;
        this.at = Values.moment(after.asOf());
    }

    /** Those on which a rule may answer, the plainest first. */
    List<Event> of(Asking rule) {
        List<Event> occasions = new ArrayList<>();
        if (rule.names("Day")) {
            occasions.add(TimePassed.until(at.plus(QUARTER)));
            return occasions;
        }
        if (!rule.activities().isEmpty()) {
            rule.activities()
                    .forEach(name ->
                            occasions.add(new Activity(unused("activity"), at.toString(), name, attributes(rule))));
        } else if (!rule.names("Purchase") && !rule.names("Paid") && !rule.names("Redemption")) {
            occasions.add(Activity.of(unused("activity"), at, "anything"));
        }
        if (rule.goods().isEmpty() && !rule.rewards().isEmpty()) {
            rule.rewards()
                    .forEach(reward -> occasions.add(new Redemption(
                            unused("redemption"), at.toString(), reward, BigDecimal.ONE, attributes(rule))));
        }
        occasions.add(visit(rule));
        Event again = again();
        if (again != null) {
            occasions.add(again);
        }
        return occasions;
    }

    /** A visit on which one of each is bought that the rule speaks of, and all is wished that it answers. */
    private Purchase visit(Asking rule) {
        Purchase before = event instanceof Purchase purchase ? purchase : null;
        Purchase visit = new Purchase(
                unused("visit"),
                at.toString(),
                before == null ? "EUR" : before.currency(),
                List.of(),
                BigDecimal.ZERO,
                List.of(),
                attributes(rule));
        for (String what : rule.goods().isEmpty() ? List.of("anything") : List.copyOf(rule.goods())) {
            visit = visit.with(line(visit, what, BigDecimal.ONE, BigDecimal.ONE, rule.attributes()));
        }
        for (String reward : rule.rewards()) {
            visit = visit.redeeming(reward);
        }
        return visit;
    }

    private Map<String, String> attributes(Asking rule) {
        Map<String, String> attributes = new TreeMap<>(event.attributes());
        attributes.putAll(rule.attributes());
        return attributes;
    }

    /** A line to come after those of a receipt. */
    static Line line(
            Purchase purchase, String what, BigDecimal quantity, BigDecimal amount, Map<String, String> attributes) {
        int number = purchase.lines().stream().mapToInt(Line::number).max().orElse(0) + 1;
        return new Line(number, what, what, quantity, amount, "", attributes);
    }

    /** The same once more; null for what cannot happen again by itself. */
    private @Nullable Event again() {
        if (event instanceof Purchase again) {
            return new Purchase(
                    unused(again.id()),
                    at.toString(),
                    again.currency(),
                    again.lines(),
                    again.shipping(),
                    again.wishes(),
                    again.attributes());
        }
        if (event instanceof Redemption again) {
            return new Redemption(
                    unused(again.id()), at.toString(), again.reward(), again.amount(), again.attributes());
        }
        return event instanceof Activity again
                ? new Activity(unused(again.id()), at.toString(), again.name(), again.attributes())
                : null;
    }

    private String unused(String id) {
        Predicate<String> isUsed =
                one -> member.recent().stream().anyMatch(each -> each.event().equals(one));
        String unused = id + "-next";
        while (isUsed.test(unused)) {
            unused += "-next";
        }
        return unused;
    }
}
