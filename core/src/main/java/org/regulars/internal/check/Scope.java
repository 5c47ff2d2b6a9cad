package org.regulars.internal.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.syntax.RuleText;

/** What the words of a rule mean at one place: the fact whose parentheses it is in, and what has a name. */
final class Scope {

    private final RuleText rule;
    private final Problems problems;
    private final boolean trusted;
    private final Map<String, Sense> bound = new LinkedHashMap<>();
    private boolean isOpen;
    private @Nullable Class<?> fact;

    /**
     * A scope in which nothing has a name yet.
     *
     * @param trusted whether a name may be anything of Java
     */
    Scope(RuleText rule, Problems problems, boolean trusted) {
        this.rule = rule;
        this.problems = problems;
        this.trusted = trusted;
        this.isOpen = !rule.isWhole();
    }

    RuleText rule() {
        return rule;
    }

    /** The fact in whose parentheses the words stand; null after {@code then}, or if it is not known. */
    @Nullable
    Class<?> fact() {
        return fact;
    }

    void enter(@Nullable Class<?> fact) {
        this.fact = fact;
    }

    void bind(String name, Sense sense) {
        bound.merge(name, sense, (one, other) -> one.equals(other) ? one : Sense.UNKNOWN);
    }

    /** What a name stands for; null if it stands for nothing. */
    @Nullable
    Sense bound(String name) {
        return bound.get(name);
    }

    Set<String> names() {
        return bound.keySet();
    }

    /** Whether names may stand for something that could not be read. */
    boolean isOpen() {
        return isOpen;
    }

    void open() {
        isOpen = true;
    }

    void error(int at, String message) {
        problems.error(rule.file(), at, message);
    }

    /** Tells of a word that means nothing here, unless it may be a word of Java. */
    void unknown(int at, String message) {
        if (!trusted) {
            error(at, message);
        }
    }

    void warning(int at, String message) {
        problems.warning(rule.file(), at, message);
    }
}
