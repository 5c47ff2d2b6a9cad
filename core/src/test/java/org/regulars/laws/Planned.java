package org.regulars.laws;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.Activity;
import org.regulars.Event;
import org.regulars.Line;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.Return;

/**
 * An event of a history; a return knows what it takes back, and whether it can.
 *
 * @param event what happens
 * @param undoes the id of the event it takes back, or null if it is no return
 * @param end what must become of it
 */
record Planned(Event event, @Nullable String undoes, End end) {

    /** What must become of an event. */
    enum End {
        DECIDED,
        REFUSED,
        /** Only the engine knows whether so much money can be paid back. */
        EITHER
    }

    /**
     * Something a member thinks of bringing back.
     *
     * @param which which of the events before
     * @param how in which way
     * @param line which of its lines
     * @param later after how many more events
     */
    record Intent(int which, int how, int line, int later) {}

    /** The events, with what comes back of them among them. */
    static List<Planned> plan(List<Event> events, List<Intent> intents) {
        List<List<Intent>> after = new ArrayList<>();
        events.forEach(event -> after.add(new ArrayList<>()));
        for (Intent intent : intents) {
            int which = intent.which() % events.size();
            after.get(Math.min(which + intent.later(), events.size() - 1)).add(intent);
        }
        List<Planned> plan = new ArrayList<>();
        Map<String, Goods> kept = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            plan.add(new Planned(events.get(i), null, End.DECIDED));
            for (Intent intent : after.get(i)) {
                Event of = events.get(intent.which() % events.size());
                if (of instanceof Purchase || of instanceof Redemption || of instanceof Activity) {
                    Goods goods = kept.computeIfAbsent(of.id(), any -> new Goods(of));
                    plan.add(goods.back(intent, "return-" + (plan.size() + 1), events.get(i)));
                }
            }
        }
        return plan;
    }

    /** What is still kept of an event, while it comes back. */
    private static final class Goods {

        private final Event of;
        private final Map<Integer, BigDecimal> kept = new HashMap<>();
        private boolean calledOff;
        private @Nullable Planned last;

        Goods(Event of) {
            this.of = of;
            if (of instanceof Purchase bought) {
                bought.lines().forEach(line -> kept.put(line.number(), line.quantity()));
            }
        }

        Planned back(Intent intent, String id, Event now) {
            if (intent.how() == 0 && last != null && last.end() == End.DECIDED) {
                return new Planned(last.event(), last.undoes(), End.REFUSED);
            }
            String at = now.instant().isAfter(Instant.parse(of.at())) ? now.at() : of.at();
            List<Return.Part> parts = of instanceof Purchase bought ? parts(intent, bought) : List.of();
            End end = end(intent, parts);
            Planned back = new Planned(new Return(id, at, parts, Map.of()), of.id(), end);
            if (end == End.DECIDED) {
                take(parts);
            }
            last = back;
            return back;
        }

        private List<Return.Part> parts(Intent intent, Purchase bought) {
            if (intent.how() < 3 || bought.lines().isEmpty()) {
                return List.of();
            }
            Line line = bought.lines().get(intent.line() % bought.lines().size());
            Line other = bought.lines().get((intent.line() + 1) % bought.lines().size());
            BigDecimal half = line.quantity().compareTo(BigDecimal.ONE) > 0
                    ? BigDecimal.ONE
                    : line.quantity().divide(BigDecimal.valueOf(2));
            return switch (intent.how()) {
                case 3, 4 -> List.of(new Return.Part(line.number(), null, null));
                case 5, 6, 7 -> List.of(new Return.Part(line.number(), half, null));
                case 8 -> List.of(new Return.Part(line.number(), null, new BigDecimal("0.01")));
                case 9 -> List.of(new Return.Part(line.number(), null, new BigDecimal("0.5")));
                case 10 ->
                    List.of(new Return.Part(line.number(), line.quantity().add(BigDecimal.ONE), null));
                default ->
                    line.number() == other.number()
                            ? List.of()
                            : List.of(
                                    new Return.Part(line.number(), half, null),
                                    new Return.Part(other.number(), null, null));
            };
        }

        private End end(Intent intent, List<Return.Part> parts) {
            if (parts.isEmpty()) {
                boolean something = of instanceof Purchase
                        ? kept.values().stream().anyMatch(quantity -> quantity.signum() > 0)
                        : !calledOff;
                return something ? End.DECIDED : End.REFUSED;
            }
            for (Return.Part part : parts) {
                BigDecimal left = kept.getOrDefault(part.line(), BigDecimal.ZERO);
                if (left.signum() == 0
                        || (part.quantity() != null && part.quantity().compareTo(left) > 0)) {
                    return End.REFUSED;
                }
            }
            return intent.how() == 8 || intent.how() == 9 ? End.EITHER : End.DECIDED;
        }

        private void take(List<Return.Part> parts) {
            calledOff = true;
            if (parts.isEmpty()) {
                kept.replaceAll((line, quantity) -> BigDecimal.ZERO);
            }
            for (Return.Part part : parts) {
                BigDecimal back = part.quantity();
                kept.compute(
                        part.line(),
                        (line, quantity) ->
                                quantity == null || back == null ? BigDecimal.ZERO : quantity.subtract(back));
            }
        }
    }
}
