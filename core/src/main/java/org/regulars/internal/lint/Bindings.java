package org.regulars.internal.lint;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regulars.internal.reading.Vocabulary;

/** What the names with a dollar sign in a rule stand for, as far as its text alone tells. */
final class Bindings {

    private final Map<String, Class<?>> types = new HashMap<>();

    Bindings(Vocabulary vocabulary, List<Token> when) {
        Class<?> fact = Object.class;
        for (int i = 0; i < when.size(); i++) {
            Token token = when.get(i);
            Token next = i + 1 < when.size() ? when.get(i + 1) : Token.NONE;
            if (token.isType() && next.is("(")) {
                fact = vocabulary.facts().getOrDefault(token.text(), Object.class);
            }
            if (!token.isBinding() || !next.is(":") || i + 3 >= when.size()) {
                continue;
            }
            Token bound = when.get(i + 2);
            Token behind = when.get(i + 3);
            if (bound.isType() && behind.is("(")) {
                types.put(token.text(), vocabulary.facts().getOrDefault(bound.text(), Object.class));
            } else if (bound.isWord() && (behind.is(",") || behind.is(")"))) {
                member(fact, bound.text()).ifPresent(type -> types.put(token.text(), type));
            }
        }
    }

    /** The type of a name; {@code Object} if it is not known. */
    Class<?> type(String name) {
        return types.getOrDefault(name, Object.class);
    }

    /** What a fact tells under a name, asked without arguments. */
    static Optional<Class<?>> member(Class<?> type, String name) {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == 0) {
                return Optional.of(method.getReturnType());
            }
        }
        return Optional.empty();
    }

    /** What a fact tells under a name, asked with arguments. */
    static Optional<Class<?>> asked(Class<?> type, String name) {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name)) {
                return Optional.of(method.getReturnType());
            }
        }
        return Optional.empty();
    }

    /** Whether a fact lets a name be read without parentheses. */
    static boolean isField(Class<?> type, String name) {
        for (Field field : type.getFields()) {
            if (field.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
