package org.regulars.internal.rules;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.drools.model.functions.Block1;
import org.drools.model.functions.Block2;
import org.drools.model.functions.BlockN;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.PredicateN;
import org.jspecify.annotations.Nullable;
import org.regulars.facts.Redemption;

/**
 * A rule that says only what facts must be there. It is asked through what Drools compiled: its conditions, and what
 * stands after {@code then}.
 *
 * @param known what is known of it
 * @param number which of the rules this is that combine facts; -1 if it is about one fact
 * @param patterns what must be there, in the order of the rule
 * @param then what it does
 */
record AskedRule(KnownRule known, int number, List<Pattern> patterns, Then then) {

    /**
     * A fact that must be there.
     *
     * @param type what it is
     * @param tests what must hold of it, whatever else is there
     * @param joins what must hold of it and the facts of the patterns before
     */
    record Pattern(Class<?> type, List<Test> tests, List<Join> joins) {}

    /**
     * A condition on one fact.
     *
     * @param predicate the condition
     * @param field what is compared, if this says that a text is equal to another; otherwise null
     * @param text what that must be equal to
     */
    record Test(Predicate1<Object> predicate, @Nullable Function1<Object, Object> field, String text) {}

    /**
     * A condition on several facts.
     *
     * @param predicate the condition
     * @param values what it is about, each to be had from the facts of the patterns
     */
    record Join(PredicateN predicate, List<Function<Object[], Object>> values) {

        boolean holds(Object[] facts) throws Exception {
            return predicate.test(Then.values(values, facts, 0));
        }
    }

    /**
     * What a rule does, in the three ways Drools compiles it: with nothing but Drools, with the one fact, with any number of
     * values.
     */
    record Then(
            @Nullable Block1<Object> alone,
            @Nullable Block2<Object, Object> withFact,
            BlockN withValues,
            boolean usesDrools,
            List<Function<Object[], Object>> values) {

        void execute(Announcements announcements, Object[] facts) throws Exception {
            int first = usesDrools ? 1 : 0;
            Object[] arguments = values(values, facts, first);
            if (usesDrools) {
                arguments[0] = announcements;
            }
            withValues.execute(arguments);
        }

        static Object[] values(List<Function<Object[], Object>> values, Object[] facts, int from) {
            Object[] all = new Object[from + values.size()];
            for (int i = 0; i < values.size(); i++) {
                all[from + i] = values.get(i).apply(facts);
            }
            return all;
        }
    }

    boolean isAboutOneFact() {
        return patterns.size() == 1;
    }

    /** Whether all holds that the pattern at this place says of its fact and those before. */
    boolean holds(int place, Object[] facts) {
        try {
            for (Join join : patterns.get(place).joins()) {
                if (!join.holds(facts)) {
                    return false;
                }
            }
            return true;
        } catch (Throwable e) {
            throw new RuleThrew(known, e);
        }
    }

    /** Does what it says of one fact. */
    void fire(Object fact, Announcements announcements) {
        announcements.begin(known, MatchedLines.of(fact), fact instanceof Redemption wish ? List.of(wish) : List.of());
        try {
            if (then.alone() != null) {
                then.alone().execute(announcements);
            } else if (then.withFact() != null) {
                then.withFact().execute(announcements, fact);
            } else {
                then.execute(announcements, new Object[] {fact});
            }
        } catch (Throwable e) {
            throw new RuleThrew(known, e);
        }
    }

    /** Does what it says of several facts. */
    void fire(Object[] facts, Announcements announcements) {
        List<Object> matched = Arrays.asList(facts);
        announcements.begin(
                known,
                MatchedLines.of(matched),
                matched.stream()
                        .filter(Redemption.class::isInstance)
                        .map(Redemption.class::cast)
                        .toList());
        try {
            then.execute(announcements, facts);
        } catch (Throwable e) {
            throw new RuleThrew(known, e);
        }
    }
}
