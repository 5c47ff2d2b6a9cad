package org.regulars.internal.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.drools.model.AlphaIndex;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Consequence;
import org.drools.model.Constraint;
import org.drools.model.Declaration;
import org.drools.model.Index;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.Block1;
import org.drools.model.functions.Block2;
import org.drools.model.functions.Function1;
import org.drools.model.functions.IntrospectableLambda;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.PredicateN;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.reading.ParsedRule;

/**
 * Reads what Drools compiled of a rule, as far as it says only what facts must be there. Such a rule needs no working memory:
 * it fires once for each combination of facts that fits.
 */
final class AskableRule {

    /** What orders rules, or holds them back. */
    private static final List<Rule.Attribute<?>> ATTRIBUTES = List.of(
            Rule.Attribute.NO_LOOP,
            Rule.Attribute.LOCK_ON_ACTIVE,
            Rule.Attribute.ENABLED,
            Rule.Attribute.AUTO_FOCUS,
            Rule.Attribute.SALIENCE,
            Rule.Attribute.AGENDA_GROUP,
            Rule.Attribute.ACTIVATION_GROUP,
            Rule.Attribute.RULEFLOW_GROUP,
            Rule.Attribute.DURATION,
            Rule.Attribute.TIMER,
            Rule.Attribute.CALENDARS,
            Rule.Attribute.DATE_EFFECTIVE,
            Rule.Attribute.DATE_EXPIRES);

    /** The words by which a trusted rule can do more to Drools than insert, and to which only a session can answer. */
    private static final Pattern DROOLS_ITSELF = Pattern.compile("\\b(drools|kcontext|insertLogical)\\b");

    private static final Set<String> KNOWN_METADATA = Set.of("says");

    private final List<AskedRule.Pattern> patterns = new ArrayList<>();

    /** What the patterns are about. */
    private final List<Variable<?>> facts = new ArrayList<>();

    /** How the value of a variable is had from the facts of the patterns. */
    private final Map<Variable<?>, Function<Object[], Object>> values = new HashMap<>();

    /** The only pattern that a variable is about; -1 if it is about several. */
    private final Map<Variable<?>, Integer> ofPattern = new HashMap<>();

    private AskableRule() {}

    /**
     * The rule, to be asked; null if it takes a session.
     *
     * @param number which of the rules this is that combine facts, if it does
     */
    static @Nullable AskedRule read(Rule rule, ParsedRule parsed, KnownRule known, int number) {
        try {
            return new AskableRule().asked(rule, parsed, known, number);
        } catch (TakesSession e) {
            return null;
        }
    }

    private AskedRule asked(Rule rule, ParsedRule parsed, KnownRule known, int number) throws TakesSession {
        for (Rule.Attribute<?> attribute : ATTRIBUTES) {
            unless(Objects.equals(rule.getAttribute(attribute), attribute.getDefaultValue()));
        }
        unless(KNOWN_METADATA.containsAll(rule.getMetaData().keySet()));
        unless(!DROOLS_ITSELF.matcher(parsed.then()).find());
        unless(rule.getConsequences().size() == 1);
        conditions(rule.getView());
        unless(!patterns.isEmpty());
        return new AskedRule(
                known, patterns.size() == 1 ? -1 : number, List.copyOf(patterns), then(rule.getDefaultConsequence()));
    }

    private void conditions(Condition all) throws TakesSession {
        for (Condition condition : all.getSubConditions()) {
            if (condition.getType() == Condition.Type.AND) {
                conditions(condition);
            } else if (condition.getType() != Condition.Type.CONSEQUENCE) {
                unless(condition.getType() == Condition.Type.PATTERN);
                pattern((org.drools.model.Pattern<?>) condition);
            }
        }
    }

    private void pattern(org.drools.model.Pattern<?> pattern) throws TakesSession {
        unless(pattern.getPatternVariable() instanceof Declaration<?> declared
                && declared.getSource() == null
                && declared.getWindow() == null
                && !pattern.isPassive());
        int place = patterns.size();
        Variable<?> fact = pattern.getPatternVariable();
        facts.add(fact);
        values.put(fact, matched -> matched[place]);
        ofPattern.put(fact, place);
        for (Binding binding : pattern.getBindings()) {
            List<Variable<?>> about = List.of(binding.getInputVariables());
            List<Function<Object[], Object>> inputs = values(about);
            values.put(binding.getBoundVariable(), matched -> binding.eval(AskedRule.Then.values(inputs, matched, 0)));
            ofPattern.put(binding.getBoundVariable(), isOnly(place, about) ? place : -1);
        }
        List<AskedRule.Test> tests = new ArrayList<>();
        List<AskedRule.Join> joins = new ArrayList<>();
        for (SingleConstraint constraint : singles(pattern.getConstraint())) {
            List<Variable<?>> about = List.of(constraint.getVariables());
            if (about.equals(List.of(fact))) {
                tests.add(test(constraint));
            } else if (isOnly(place, about)) {
                tests.add(test(constraint.getPredicate(), values(about), place));
            } else {
                joins.add(new AskedRule.Join(constraint.getPredicate(), values(about)));
            }
        }
        patterns.add(new AskedRule.Pattern(fact.getType(), List.copyOf(tests), List.copyOf(joins)));
    }

    private boolean isOnly(int place, List<Variable<?>> about) {
        return about.stream().allMatch(each -> ofPattern.getOrDefault(each, -1) == place);
    }

    private static List<SingleConstraint> singles(Constraint constraint) throws TakesSession {
        List<SingleConstraint> singles = new ArrayList<>();
        if (constraint.getType() == Constraint.Type.MULTIPLE) {
            for (Constraint each : constraint.getChildren()) {
                singles.addAll(singles(each));
            }
        } else {
            unless(constraint instanceof SingleConstraint single && !single.isTemporal());
            SingleConstraint single = (SingleConstraint) constraint;
            // Without one it is the condition that there is none.
            if (single.getVariables().length > 0) {
                singles.add(single);
            }
        }
        return singles;
    }

    @SuppressWarnings("unchecked")
    private static AskedRule.Test test(SingleConstraint constraint) {
        Predicate1<Object> predicate = (Predicate1<Object>) itself(constraint.getPredicate1());
        if (constraint.getIndex() instanceof AlphaIndex<?, ?> index
                && index.getConstraintType() == Index.ConstraintType.EQUAL
                && index.getRightValue() instanceof String text) {
            return new AskedRule.Test(
                    predicate, (Function1<Object, Object>) itself(index.getLeftOperandExtractor()), text);
        }
        return new AskedRule.Test(predicate, null, "");
    }

    /** A condition on what is bound in the same pattern. */
    private static AskedRule.Test test(PredicateN predicate, List<Function<Object[], Object>> values, int place) {
        return new AskedRule.Test(
                fact -> {
                    Object[] matched = new Object[place + 1];
                    matched[place] = fact;
                    return predicate.test(AskedRule.Then.values(values, matched, 0));
                },
                null,
                "");
    }

    @SuppressWarnings("unchecked")
    private AskedRule.Then then(Consequence consequence) throws TakesSession {
        List<Variable<?>> about = List.of(consequence.getVariables());
        Object block = itself(consequence.getBlock());
        boolean usesDrools = consequence.isUsingDrools();
        boolean isOfFact = facts.size() == 1 && about.equals(facts);
        return new AskedRule.Then(
                usesDrools && about.isEmpty() && block instanceof Block1<?> ? (Block1<Object>) block : null,
                usesDrools && isOfFact && block instanceof Block2<?, ?> ? (Block2<Object, Object>) block : null,
                consequence.getBlock(),
                usesDrools,
                values(about));
    }

    private List<Function<Object[], Object>> values(List<Variable<?>> about) throws TakesSession {
        List<Function<Object[], Object>> all = new ArrayList<>();
        for (Variable<?> variable : about) {
            Function<Object[], Object> value = values.get(variable);
            unless(value != null);
            all.add(Objects.requireNonNull(value));
        }
        return List.copyOf(all);
    }

    /** What Drools generated, without what it wraps it into: the same for rules that say the same. */
    private static Object itself(Object lambda) {
        return lambda instanceof IntrospectableLambda wrapped ? wrapped.getLambda() : lambda;
    }

    private static void unless(boolean askable) throws TakesSession {
        if (!askable) {
            throw new TakesSession();
        }
    }

    /** It says more than what facts must be there. */
    private static final class TakesSession extends Exception {

        private static final long serialVersionUID = 1L;

        TakesSession() {
            super(null, null, false, false);
        }
    }
}
