package org.regulars.internal.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Predicate1;
import org.jspecify.annotations.Nullable;

/**
 * What a sort of fact is asked by all rules that name it. A condition that several rules begin with is asked once for all of
 * them; of many that compare one text, only those are asked that can hold.
 */
final class Conditions {

    private final Place[] places;
    private final Step[] steps;
    private final Lookup[] lookups;

    /**
     * A pattern of a rule.
     *
     * @param pattern which of them, from 0
     */
    record Place(AskedRule rule, int pattern) {

        /** What the fact must be. */
        Class<?> type() {
            return rule.patterns().get(pattern).type();
        }

        private List<AskedRule.Test> tests() {
            return rule.patterns().get(pattern).tests();
        }
    }

    private Conditions(Place[] places, Step[] steps, Lookup[] lookups) {
        this.places = places;
        this.steps = steps;
        this.lookups = lookups;
    }

    /** The conditions of these patterns, which are in the order of their rules. */
    static Conditions of(List<Place> patterns) {
        return of(patterns, 0);
    }

    private static Conditions of(List<Place> patterns, int from) {
        List<Place> places = new ArrayList<>();
        Map<Predicate1<Object>, List<Place>> further = new LinkedHashMap<>();
        for (Place place : patterns) {
            if (place.tests().size() == from) {
                places.add(place);
            } else {
                further.computeIfAbsent(place.tests().get(from).predicate(), any -> new ArrayList<>())
                        .add(place);
            }
        }
        List<Step> steps = new ArrayList<>();
        Map<Function1<Object, Object>, Map<String, List<Step>>> equal = new LinkedHashMap<>();
        for (List<Place> together : further.values()) {
            AskedRule.Test test = together.get(0).tests().get(from);
            Step step = new Step(test.predicate(), together.get(0).rule().known(), of(together, from + 1));
            if (test.field() == null) {
                steps.add(step);
            } else {
                equal.computeIfAbsent(test.field(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(test.text(), any -> new ArrayList<>())
                        .add(step);
            }
        }
        List<Lookup> lookups = new ArrayList<>();
        equal.forEach((field, byText) -> {
            if (byText.size() > 1) {
                lookups.add(Lookup.of(field, byText));
            } else {
                byText.values().forEach(steps::addAll);
            }
        });
        return new Conditions(places.toArray(Place[]::new), steps.toArray(Step[]::new), lookups.toArray(Lookup[]::new));
    }

    /** Whether no rule is to be asked. */
    boolean areNone() {
        return places.length + steps.length + lookups.length == 0;
    }

    /** Asks of a fact what must hold of it, and tells which patterns it fits. */
    void ask(Object fact, Asking asking) {
        for (Place place : places) {
            asking.fits(place, fact);
        }
        for (Step step : steps) {
            step.ask(fact, asking);
        }
        for (Lookup lookup : lookups) {
            for (Step step : lookup.candidates(fact)) {
                step.ask(fact, asking);
            }
        }
    }

    /**
     * A condition, and what is asked where it holds.
     *
     * @param first the first of the rules it stands in
     */
    private record Step(Predicate1<Object> predicate, KnownRule first, Conditions further) {

        void ask(Object fact, Asking asking) {
            boolean holds;
            try {
                holds = predicate.test(fact);
            } catch (Throwable e) {
                throw new RuleThrew(first, e);
            }
            if (holds) {
                further.ask(fact, asking);
            }
        }
    }

    /** Conditions by the text that a field must be equal to. */
    private record Lookup(Function1<Object, Object> field, Map<String, Step[]> byText, KnownRule first) {

        private static final Step[] NONE = {};

        static Lookup of(Function1<Object, Object> field, Map<String, List<Step>> byText) {
            Map<String, Step[]> steps = new HashMap<>();
            byText.forEach((text, same) -> steps.put(text, same.toArray(Step[]::new)));
            return new Lookup(
                    field, steps, byText.values().iterator().next().get(0).first());
        }

        Step[] candidates(Object fact) {
            @Nullable Object text;
            try {
                text = field.apply(fact);
            } catch (Throwable e) {
                throw new RuleThrew(first, e);
            }
            return text == null ? NONE : byText.getOrDefault(text, NONE);
        }
    }
}
