package org.regulars.internal.check;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be asked of a fact or a decision, by reflection. */
final class Fields {

    private static final Set<String> OF_EVERYTHING =
            Set.of("hashCode", "toString", "getClass", "notify", "notifyAll", "wait", "equals");

    private Fields() {}

    /** The fields by their names in a rule; a getter's field too. */
    static Map<String, Method> of(Class<?> type) {
        Map<String, Method> fields = new TreeMap<>();
        for (Method method : type.getMethods()) {
            boolean tells = method.getParameterCount() == 0
                    && method.getReturnType() != void.class
                    && !Modifier.isStatic(method.getModifiers())
                    && !OF_EVERYTHING.contains(method.getName());
            if (tells) {
                // Of two with one name the bridge says less.
                fields.merge(nameOf(method), method, (one, other) -> one.isBridge() ? other : one);
            }
        }
        return fields;
    }

    /** The methods of this name, those of every object left out. */
    static List<Method> methods(Class<?> type, String name) {
        List<Method> methods = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && !method.isBridge()) {
                methods.add(method);
            }
        }
        return methods;
    }

    /** The names of methods that take something, or that belong to the type itself. */
    static List<String> methodNames(Class<?> type, boolean ofTheTypeItself) {
        Map<String, Method> names = new LinkedHashMap<>();
        for (Method method : type.getMethods()) {
            boolean counts = Modifier.isStatic(method.getModifiers()) == ofTheTypeItself
                    && !OF_EVERYTHING.contains(method.getName())
                    && (ofTheTypeItself || method.getParameterCount() > 0 || method.getReturnType() == type);
            if (counts) {
                names.put(method.getName(), method);
            }
        }
        return names.keySet().stream().sorted().toList();
    }

    /** A constant that can be named without its type, as {@code SATURDAY}. */
    static @Nullable Class<?> constant(Class<?> type, String name) {
        try {
            return type.getField(name).getType();
        } catch (NoSuchFieldException e) {
            return null;
        }
    }

    private static String nameOf(Method method) {
        String name = method.getName();
        int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
        boolean getter = prefix > 0 && name.length() > prefix && Character.isUpperCase(name.charAt(prefix));
        return getter ? name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + name.substring(prefix + 1) : name;
    }
}
