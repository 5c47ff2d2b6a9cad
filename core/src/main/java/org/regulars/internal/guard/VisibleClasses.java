package org.regulars.internal.guard;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.reading.Vocabulary;

/**
 * All classes there are while guarded rules are compiled, and that their code finds later: what Drools generates code
 * against, the vocabulary, the application's own facts, and the part of the JDK these are made of.
 *
 * <p>It only keeps names out of reach that have no business in a rule, so that nothing of the application's class path is
 * even loaded by a rule file. What a rule may do with the names in reach, {@link RuleBytecode} decides.
 */
public final class VisibleClasses extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final String CLASS = ".class";

    /** What a rule's bytecode is made of, and the types that those types are written in. */
    private static final Set<String> PACKAGES = Set.of(
            "java.io",
            "java.lang",
            "java.lang.annotation",
            "java.lang.constant",
            "java.lang.invoke",
            "java.math",
            "java.text",
            "java.time",
            "java.time.chrono",
            "java.time.format",
            "java.time.temporal",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream",
            "org.regulars.decisions",
            "org.regulars.facts",
            "org.regulars.program");

    /** What Drools generates code against, and what it looks up by name while it does. */
    private static final Set<String> DROOLS = Set.of("org.drools.", "org.kie.");

    private static final Set<String> OURS = Set.of(
            "org.regulars.Line",
            "org.regulars.internal.guard.BoundedNumbers",
            "org.regulars.internal.guard.BoundedTexts",
            "org.regulars.internal.guard.Meter");

    /** They start something, or load something, and a rule's bytecode is not made of them. */
    private static final Set<String> HIDDEN = Set.of(
            "java.lang.Compiler",
            "java.lang.InheritableThreadLocal",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.ThreadGroup",
            "java.util.ServiceLoader",
            "java.util.Timer",
            "java.util.TimerTask");

    private final ClassLoader own = VisibleClasses.class.getClassLoader();
    /** The application's own facts, and what they are made from and written in. */
    private final Map<String, Class<?>> declared = new HashMap<>();

    /** The classes around those: the compiler reads them to know what is inside, and nobody loads them. */
    private final Map<String, Class<?>> around = new HashMap<>();

    private final boolean all;

    private VisibleClasses(Vocabulary vocabulary, boolean all) {
        super(ClassLoader.getPlatformClassLoader());
        this.all = all;
        vocabulary.declared().values().forEach(this::declare);
    }

    /** Those that guarded rules in this vocabulary need. */
    public static VisibleClasses guarded(Vocabulary vocabulary) {
        return new VisibleClasses(vocabulary, false);
    }

    /** All that we see ourselves, and the application's own facts, which we may not: for trusted rules. */
    public static VisibleClasses all(Vocabulary vocabulary) {
        return new VisibleClasses(vocabulary, true);
    }

    /** The classes around and behind the application's own facts that rules can see and the library does not bring, by name. */
    public static SortedMap<String, Class<?>> declared(Vocabulary vocabulary) {
        VisibleClasses visible = guarded(vocabulary);
        SortedMap<String, Class<?>> all = new TreeMap<>(visible.around);
        all.putAll(visible.declared);
        return all;
    }

    private void declare(Class<?> fact) {
        addWithParents(fact);
        for (Method method : fact.getMethods()) {
            addWithParents(method.getReturnType());
            List.of(method.getParameterTypes()).forEach(this::addWithParents);
        }
    }

    private void addWithParents(@Nullable Class<?> type) {
        if (type == null || type.isPrimitive()) {
            return;
        }
        if (type.isArray()) {
            addWithParents(type.getComponentType());
        } else if (declared.put(type.getName(), type) == null) {
            addWithParents(type.getSuperclass());
            List.of(type.getInterfaces()).forEach(this::addWithParents);
            for (Class<?> outer = type.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
                around.put(outer.getName(), outer);
            }
        }
    }

    /** Whether there is such a class; the name is as in {@code java.util.Map$Entry}. */
    boolean shows(String name) {
        return all || declared.containsKey(name) || isPlumbing(name) || OURS.contains(name) || isInPackage(name);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> fact = declared.get(name);
        if (fact != null) {
            return fact;
        }
        if (!shows(name)) {
            throw new ClassNotFoundException(name);
        }
        return name.startsWith("java.") ? super.loadClass(name, resolve) : own.loadClass(name);
    }

    /** The bytes of a class, which the compiler reads instead of loading it; nothing else. */
    @Override
    public @Nullable InputStream getResourceAsStream(String resource) {
        ClassLoader holder = holder(resource);
        return holder == null ? null : holder.getResourceAsStream(resource);
    }

    @Override
    public @Nullable URL getResource(String resource) {
        ClassLoader holder = holder(resource);
        return holder == null ? null : holder.getResource(resource);
    }

    /** Who has a resource, if it may be seen. */
    private @Nullable ClassLoader holder(String resource) {
        if (!resource.endsWith(CLASS)) {
            return all ? own : null;
        }
        String name = resource.substring(0, resource.length() - CLASS.length()).replace('/', '.');
        Class<?> given = declared.getOrDefault(name, around.get(name));
        if (given != null && given.getClassLoader() != null) {
            return given.getClassLoader();
        }
        if (!shows(name)) {
            return null;
        }
        return name.startsWith("java.") ? getParent() : own;
    }

    @Override
    public Enumeration<URL> getResources(String resource) {
        URL one = getResource(resource);
        return Collections.enumeration(one == null ? Set.<URL>of() : Set.of(one));
    }

    private boolean isInPackage(String name) {
        int dot = name.lastIndexOf('.');
        int nested = name.indexOf('$');
        return dot > 0
                && PACKAGES.contains(name.substring(0, dot))
                && !HIDDEN.contains(nested < 0 ? name : name.substring(0, nested));
    }

    private static boolean isPlumbing(String name) {
        return startsWithOne(DROOLS, name);
    }

    private static boolean startsWithOne(Collection<String> prefixes, String name) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}
