package org.regulars.laws;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.regulars.Activity;
import org.regulars.Event;
import org.regulars.Member;
import org.regulars.Purchase;
import org.regulars.Purchase.Wish;
import org.regulars.Redemption;
import org.regulars.laws.Promise.Fact;
import org.regulars.laws.Promise.Pattern;
import org.regulars.laws.Promise.Pattern.Mood;
import org.regulars.laws.Promise.Stage;
import org.regulars.laws.Scene.Held;
import org.regulars.laws.Scene.Part;

/**
 * Something a rule put forward, for the {@link ObviousModel}.
 *
 * @param lines the lines it is about; none for the whole purchase
 * @param it what the rule's amounts are worked out from
 */
record Offered(Promise rule, Gives gives, TreeSet<Integer> lines, Scene it) {

    /** What an offer is worth, given the offers that stand in no group. */
    interface Worth {
        BigDecimal of(List<Offered> offers);
    }

    /** What one of it costs. */
    BigDecimal price() {
        return gives.price() == null
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(gives.price().amount());
    }

    /** First what costs nothing, then what is held beforehand, last what this purchase may pay itself. */
    int payment() {
        return gives.price() == null ? 0 : gives.price().withThisPurchase() ? 2 : 1;
    }

    /** What it costs is an amount of this kind. */
    String priceKind() {
        return gives.price() == null ? "" : gives.price().kind();
    }

    /** What all rules of a stage put forward: what costs nothing first, the dearest next, then by name, then by place. */
    static List<Offered> by(
            Terms terms,
            Member member,
            Event event,
            Stage stage,
            List<Part> parts,
            List<Held> balances,
            ToIntFunction<Integer> place) {
        List<Offered> offered = new ArrayList<>();
        for (Promise rule : terms.promises()) {
            List<List<Scene>> matches = rule.stage() == stage ? List.of(List.of()) : List.of();
            for (Pattern pattern : rule.when()) {
                List<Scene> holding = scenes(terms, member, event, pattern.fact(), parts, balances).stream()
                        .filter(pattern::holds)
                        .toList();
                List<List<Scene>> longer = new ArrayList<>();
                for (List<Scene> match : matches) {
                    if (pattern.mood() == Mood.EACH) {
                        holding.forEach(scene -> longer.add(and(match, scene)));
                    } else if (holding.isEmpty() == (pattern.mood() == Mood.NOT)) {
                        longer.add(match);
                    }
                }
                matches = longer;
            }
            for (List<Scene> match : matches) {
                TreeSet<Integer> lines = new TreeSet<>();
                match.stream()
                        .filter(scene -> scene.part() != null)
                        .forEach(scene -> lines.add(scene.line().line().number()));
                Scene it = match.get(match.size() - 1);
                rule.gives().forEach(gives -> offered.add(new Offered(rule, gives, lines, it)));
            }
        }
        offered.sort(Comparator.comparing(Offered::payment)
                .thenComparing(Comparator.comparing(Offered::price).reversed())
                .thenComparing(each -> each.rule().name())
                .thenComparing(each ->
                        each.lines().stream().mapToInt(place::applyAsInt).min().orElse(0))
                // Of two wishes that one rule answers, in the order of the amounts as they are written.
                .thenComparing(each -> {
                    Wish wish = each.it().wish();
                    return wish == null ? "" : wish.amount().toPlainString();
                }));
        return offered;
    }

    /** Of each group only what its best rule put forward; of equally good ones the first by name. */
    static List<Offered> best(List<Offered> all, Worth worth) {
        Map<String, TreeMap<String, List<Offered>>> groups = new TreeMap<>();
        List<Offered> alone = new ArrayList<>();
        for (Offered each : all) {
            if (each.gives().group() == null) {
                alone.add(each);
            } else {
                groups.computeIfAbsent(each.gives().group(), any -> new TreeMap<>())
                        .computeIfAbsent(each.rule().name(), any -> new ArrayList<>())
                        .add(each);
            }
        }
        List<Offered> chosen = new ArrayList<>(alone);
        groups.forEach((group, rules) -> {
            List<Offered> best = null;
            for (List<Offered> rule : rules.values()) {
                best = best == null
                                || worth.of(together(all, alone, rule)).compareTo(worth.of(together(all, alone, best)))
                                        > 0
                        ? rule
                        : best;
            }
            chosen.addAll(best);
        });
        return together(all, chosen, List.of());
    }

    private static List<Offered> together(List<Offered> order, List<Offered> some, List<Offered> others) {
        return order.stream()
                .filter(each -> some.contains(each) || others.contains(each))
                .toList();
    }

    private static List<Scene> and(List<Scene> match, Scene scene) {
        List<Scene> longer = new ArrayList<>(match);
        longer.add(scene);
        return longer;
    }

    private static List<Scene> scenes(
            Terms terms, Member member, Event event, Fact fact, List<Part> parts, List<Held> balances) {
        Scene whole = new Scene(terms, member, event, parts, null, null, null);
        return switch (fact) {
            case MEMBER -> List.of(whole);
            case PURCHASE -> event instanceof Purchase ? List.of(whole) : List.of();
            case ACTIVITY -> event instanceof Activity ? List.of(whole) : List.of();
            case DAY, EXPIRED -> List.of();
            case REDEMPTION ->
                wishes(event).stream()
                        .map(wish -> new Scene(terms, member, event, parts, null, null, wish))
                        .toList();
            case PAID -> parts.isEmpty() ? List.of() : List.of(whole);
            case ITEM, PAID_ITEM ->
                parts.stream()
                        .map(part -> new Scene(terms, member, event, parts, part, null, null))
                        .toList();
            case BALANCE ->
                balances.stream()
                        .map(held -> new Scene(terms, member, event, parts, null, held, null))
                        .toList();
        };
    }

    private static List<Wish> wishes(Event event) {
        if (event instanceof Redemption asked) {
            return List.of(new Wish(asked.reward(), asked.amount()));
        }
        return event instanceof Purchase bought ? bought.wishes() : List.of();
    }
}
