package org.regulars.internal.lint;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regulars.facts.Tier;
import org.regulars.internal.reading.Vocabulary;

/** The types behind a rule's words, in words that a merchant knows. */
final class TypeWords {

    /** What the types of Java are called by people. */
    private static final Map<String, String> CALLED = Map.ofEntries(
            Map.entry("String", "a text"),
            Map.entry("Object", "something unknown"),
            Map.entry("int", "a whole number"),
            Map.entry("long", "a whole number"),
            Map.entry("Integer", "a whole number"),
            Map.entry("Long", "a whole number"),
            Map.entry("double", "a decimal"),
            Map.entry("Double", "a decimal"),
            Map.entry("BigDecimal", "a number"),
            Map.entry("boolean", "yes or no"),
            Map.entry("Boolean", "yes or no"),
            Map.entry("char", "a letter"),
            Map.entry("LocalDate", "a date"),
            Map.entry("LocalTime", "a time"),
            Map.entry("DayOfWeek", "a day of the week"),
            Map.entry("Month", "a month"),
            Map.entry("Tier", "a tier"));

    private final Vocabulary vocabulary;

    TypeWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The type of this name, of those that a rule can speak of; null if it is another. */
    @Nullable
    Class<?> type(String name) {
        String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        Map<String, Class<?>> known = new HashMap<>(vocabulary.facts());
        known.putAll(Vocabulary.decisions());
        known.putAll(Vocabulary.definitions());
        known.put("Tier", Tier.class);
        known.put("String", String.class);
        return known.get(simple);
    }

    /** What a type of Java is called by people. */
    static String called(String type) {
        String simple = type.strip().substring(type.strip().lastIndexOf('.') + 1);
        return CALLED.getOrDefault(simple, simple.isEmpty() ? "nothing" : "a " + simple);
    }

    /** How a word of a decision or fact is used, by what it can be told. */
    static String example(Class<?> type, String word) {
        Method best = Stream.of(type.getMethods())
                .filter(method -> method.getName().equals(word))
                .min(Comparator.comparingInt(TypeWords::rank))
                .orElse(null);
        if (best == null) {
            return "another word";
        }
        String args =
                Stream.of(best.getParameterTypes()).map(TypeWords::example).collect(Collectors.joining(", "));
        return (Modifier.isStatic(best.getModifiers()) ? type.getSimpleName() + "." : "")
                + word
                + (args.isEmpty() ? "()" : "( " + args + " )");
    }

    /** Whether a word makes one of a type, as {@code Earn.of} does. */
    static boolean isFactory(Class<?> type, String word) {
        return Stream.of(type.getMethods())
                .anyMatch(method -> method.getName().equals(word) && Modifier.isStatic(method.getModifiers()));
    }

    private static int rank(Method method) {
        List<Class<?>> types = List.of(method.getParameterTypes());
        return types.contains(long.class) || types.contains(int.class) ? 0 : types.contains(BigDecimal.class) ? 1 : 2;
    }

    private static String example(Class<?> type) {
        if (type == long.class || type == int.class) {
            return "1";
        }
        if (type == BigDecimal.class) {
            return "$paid.amount()";
        }
        return type == String.class || type == String[].class
                ? "\"\u2026\""
                : "$" + Character.toLowerCase(type.getSimpleName().charAt(0))
                        + type.getSimpleName().substring(1);
    }
}
