package org.regulars.internal.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;

/**
 * Refuses patterns that have nothing to do with each other: a rule would fire once for each line with each other one, and
 * {@code or} between patterns makes a rule of its own for each way.
 */
final class JoinGate {

    private static final int MOST_WAYS = 16;

    /** A name given to a fact or a field. */
    private static final Pattern BINDING = Pattern.compile("([$\\p{L}_][$\\p{L}\\p{N}_]*)\\s*:(?![=:])");

    private static final Pattern WORD = Pattern.compile("[$\\p{L}_][$\\p{L}\\p{N}_]*");

    private final Places places;

    JoinGate(Places places) {
        this.places = places;
    }

    void check(BaseDescr lhs) {
        if (ways(lhs) > MOST_WAYS) {
            places.error(" or ", "Here are more than " + MOST_WAYS + " ways for a rule to match. Maybe several rules?");
            return;
        }
        List<PatternDescr> many = new ArrayList<>();
        collect(lhs, many);
        for (int i = 1; i < many.size(); i++) {
            if (!isJoined(many.get(i), many.subList(0, i))) {
                places.error(
                        many.get(i).getObjectType(),
                        "This would try each " + many.get(i).getObjectType() + " with each "
                                + many.get(0).getObjectType()
                                + ". Maybe 'exists' before one of them, or a field of the other in it?");
            }
        }
    }

    /** In how many ways it can match, Drools making one rule of each. */
    private static long ways(BaseDescr part) {
        if (part instanceof ConditionalElementDescr element) {
            long ways = part instanceof OrDescr ? 0 : 1;
            for (Object inner : element.getDescrs()) {
                long those = ways((BaseDescr) inner);
                ways = Math.min(Integer.MAX_VALUE, part instanceof OrDescr ? ways + those : ways * those);
            }
            return Math.max(1, ways);
        }
        return 1;
    }

    /** The patterns of which each line, or each balance, is one. */
    private static void collect(BaseDescr part, List<PatternDescr> many) {
        if (part instanceof PatternDescr pattern) {
            if (pattern.getSource() == null && Combinations.isEachLine(pattern)) {
                many.add(pattern);
            }
        } else if (part instanceof AndDescr and) {
            and.getDescrs().forEach(inner -> collect(inner, many));
        }
    }

    private static boolean isJoined(PatternDescr pattern, List<PatternDescr> before) {
        Set<String> words = words(pattern);
        return before.stream().anyMatch(other -> {
            Set<String> bound = bound(other);
            bound.retainAll(words);
            return !bound.isEmpty();
        });
    }

    private static Set<String> words(PatternDescr pattern) {
        Set<String> words = new HashSet<>();
        pattern.getConstraint()
                .getDescrs()
                .forEach(each ->
                        WORD.matcher(ConditionGate.text(each)).results().forEach(found -> words.add(found.group())));
        return words;
    }

    private static Set<String> bound(PatternDescr pattern) {
        Set<String> bound = new HashSet<>();
        if (pattern.getIdentifier() != null) {
            bound.add(pattern.getIdentifier());
        }
        pattern.getConstraint().getDescrs().forEach(each -> {
            Matcher binding = BINDING.matcher(ConditionGate.text(each));
            while (binding.find()) {
                bound.add(binding.group(1));
            }
        });
        return bound;
    }
}
