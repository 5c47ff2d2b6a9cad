package org.regulars.internal.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.guard.Combinations;
import org.regulars.internal.guard.RuleClasses;
import org.regulars.internal.reading.RuleSummary;
import org.regulars.internal.reading.Vocabulary;

/**
 * The rules of a set, parted into those that can be asked fact by fact and those that take a Drools session. Any number of
 * threads may use it.
 */
final class RulesAtWork {

    private final Map<String, KnownRule> known = new LinkedHashMap<>();
    private final Map<String, Combinations> combinations = new LinkedHashMap<>();
    private final Map<Class<?>, Sort> sorts = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private final List<Conditions.Place> places = new ArrayList<>();
    private final Set<Class<?>> inSessions = new HashSet<>();
    private final @Nullable Sessions sessions;
    private int joins;
    private boolean firesOnNothing;

    /**
     * What becomes of a sort of fact.
     *
     * @param type the sort
     * @param isNamed whether any rule names it
     * @param conditions what it is asked
     * @param inSession whether it goes into a session
     * @param isOwn whether it is the application's own
     */
    record Sort(Class<?> type, boolean isNamed, Conditions conditions, boolean inSession, boolean isOwn) {}

    /** Parts the rules. */
    static RulesAtWork of(RuleClasses classes, List<RuleSummary> rules, Vocabulary vocabulary) {
        return new RulesAtWork(classes, rules, vocabulary, canBeAsked(rules, vocabulary));
    }

    /** All rules in sessions, as Drools has it, to hold the others against. */
    static RulesAtWork inSessions(RuleClasses classes, List<RuleSummary> rules, Vocabulary vocabulary) {
        return new RulesAtWork(classes, rules, vocabulary, false);
    }

    private RulesAtWork(RuleClasses classes, List<RuleSummary> rules, Vocabulary vocabulary, boolean asked) {
        Map<String, RuleSummary> parsed = new HashMap<>();
        List<String> names =
                rules.stream().map(rule -> rule.offer().name()).sorted().toList();
        for (RuleSummary rule : rules) {
            int place = Collections.binarySearch(names, rule.offer().name());
            known.put(rule.offer().name(), KnownRule.of(rule, place));
            parsed.put(rule.offer().name(), rule);
            named.addAll(rule.facts());
            if (!rule.multiplying().isEmpty()) {
                combinations.put(rule.offer().name(), new Combinations(rule.multiplying()));
            }
        }
        Model model = classes.model();
        List<Rule> others = new ArrayList<>();
        for (Rule rule : model.getRules()) {
            RuleSummary file = Objects.requireNonNull(parsed.get(rule.getName()));
            AskedRule one = asked && model.getQueries().isEmpty()
                    ? AskableRule.read(rule, file, rule(rule.getName()), joins)
                    : null;
            if (one == null) {
                others.add(rule);
                addToSessions(file, vocabulary);
            } else {
                add(one);
            }
        }
        vocabulary.facts().values().forEach(type -> sorts.put(type, sort(type)));
        sessions = others.isEmpty() ? null : Sessions.over(new PartOfModel(model, others), classes);
    }

    /** Not where rules see what rules decided, or what nobody knows: then all must stand in one working memory. */
    private static boolean canBeAsked(List<RuleSummary> rules, Vocabulary vocabulary) {
        Map<String, Class<?>> facts = vocabulary.facts();
        return rules.stream().allMatch(rule -> facts.keySet().containsAll(rule.facts()))
                && facts.values().stream()
                        .noneMatch(fact -> Stream.of(Vocabulary.decisions(), Vocabulary.definitions())
                                .flatMap(each -> each.values().stream())
                                .anyMatch(fact::isAssignableFrom));
    }

    private void add(AskedRule rule) {
        for (int i = 0; i < rule.patterns().size(); i++) {
            places.add(new Conditions.Place(rule, i));
        }
        if (!rule.isAboutOneFact()) {
            joins++;
        }
    }

    private void addToSessions(RuleSummary rule, Vocabulary vocabulary) {
        for (String fact : rule.facts()) {
            inSessions.add(vocabulary.facts().getOrDefault(fact, Object.class));
        }
        firesOnNothing |= rule.firesOnNothing();
    }

    private Sort sort(Class<?> type) {
        return new Sort(
                type,
                named.contains(type.getSimpleName()),
                Conditions.of(places.stream()
                        .filter(place -> place.type().isAssignableFrom(type))
                        .toList()),
                inSessions.stream().anyMatch(each -> each.isAssignableFrom(type)),
                !Vocabulary.own().facts().containsValue(type));
    }

    /** What becomes of facts like this one. */
    Sort sort(Object fact) {
        Sort sort = sorts.get(fact.getClass());
        return sort == null ? sort(fact.getClass()) : sort;
    }

    /** The rule of this name. */
    KnownRule rule(String name) {
        KnownRule rule = known.get(name);
        if (rule == null) {
            throw new IllegalStateException("Drools fired a rule that is in no file: " + name);
        }
        return rule;
    }

    /** The rules, in the order of files and lines. */
    Collection<KnownRule> all() {
        return known.values();
    }

    /** The first of them. */
    KnownRule first() {
        return known.values().iterator().next();
    }

    /** What the rules try to combine that name several sorts of fact of which there can be many, by rule. */
    Map<String, Combinations> combinations() {
        return combinations;
    }

    /** How many of the rules that are asked combine facts. */
    int joins() {
        return joins;
    }

    /** Sessions for the other rules. */
    Sessions sessions() {
        return Objects.requireNonNull(sessions);
    }

    /** Whether one of them may fire before there is any fact. */
    boolean firesOnNothing() {
        return firesOnNothing;
    }
}
