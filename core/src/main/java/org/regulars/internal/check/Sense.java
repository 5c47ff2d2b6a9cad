package org.regulars.internal.check;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.regulars.facts.Purchase;
import org.regulars.facts.Tier;
import org.regulars.internal.reading.Vocabulary;

/**
 * What a term is.
 *
 * @param sort what a merchant would call it
 * @param type what it is in Java; {@code Object} if that is not known
 * @param field the field or attribute it is the value of, as in {@code category}; empty if of none
 */
record Sense(Sort sort, Class<?> type, String field) {

    static final Sense UNKNOWN = new Sense(Sort.UNKNOWN, Object.class, "");
    static final Sense TEXT = new Sense(Sort.TEXT, String.class, "");
    static final Sense YES_OR_NO = new Sense(Sort.YES_OR_NO, boolean.class, "");
    static final Sense NOTHING = new Sense(Sort.NOTHING, Object.class, "");
    static final Sense WHOLE_NUMBER = new Sense(Sort.NUMBER, int.class, "");
    static final Sense AMOUNT = new Sense(Sort.NUMBER, BigDecimal.class, "");

    private static final Set<Class<?>> NUMBERS = Set.of(
            int.class,
            long.class,
            short.class,
            byte.class,
            double.class,
            float.class,
            Integer.class,
            Long.class,
            Short.class,
            Double.class,
            Float.class,
            BigDecimal.class);

    /** Texts of the facts that are written like dates. */
    private static final Set<String> DATES = Set.of("date", "joined", "lastActive", "earned", "monthsAgo", "yearsAgo");

    /** A fact, or another thing whose fields are known. */
    static Sense of(Class<?> type, Vocabulary vocabulary) {
        return new Sense(sortOf(type, vocabulary), type, "");
    }

    /** What a field or method tells. */
    static Sense of(Method method, Vocabulary vocabulary) {
        Sort sort = sortOf(method.getReturnType(), vocabulary);
        boolean own = method.getDeclaringClass().getPackage() == Purchase.class.getPackage();
        if (sort == Sort.TEXT && own && DATES.contains(method.getName())) {
            sort = Sort.DATE;
        } else if (sort == Sort.TEXT && own && method.getName().equals("time")) {
            sort = Sort.TIME;
        }
        return new Sense(sort, method.getReturnType(), method.getParameterCount() == 0 ? method.getName() : "");
    }

    boolean is(Sort other) {
        return sort == other;
    }

    private static Sort sortOf(Class<?> type, Vocabulary vocabulary) {
        if (NUMBERS.contains(type)) {
            return Sort.NUMBER;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Sort.YES_OR_NO;
        }
        if (type == String.class) {
            return Sort.TEXT;
        }
        if (type == DayOfWeek.class) {
            return Sort.DAY;
        }
        if (type == Month.class) {
            return Sort.MONTH;
        }
        if (type == Tier.class) {
            return Sort.TIER;
        }
        if (vocabulary.facts().containsValue(type)) {
            return Sort.FACT;
        }
        if (Vocabulary.decisions().containsValue(type)
                || Vocabulary.definitions().containsValue(type)) {
            return Sort.DECISION;
        }
        return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type) ? Sort.LIST : Sort.UNKNOWN;
    }
}
