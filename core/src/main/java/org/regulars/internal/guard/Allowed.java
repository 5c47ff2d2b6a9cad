package org.regulars.internal.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.objectweb.asm.Type;
import org.regulars.internal.reading.Vocabulary;

/**
 * The types and members that compiled rules may use. Whatever stands on no list is refused.
 *
 * <p>The lists are resources beside this class: what Drools' own code needs, learned for one version of it and named after
 * that; the JDK; and our vocabulary, one by one. A fact of the application's own allows its public methods that take and
 * return something.
 */
final class Allowed {

    /** Whose code it is. */
    enum Part {
        /** What the merchant wrote: conditions, values, what follows. */
        RULE,
        /** What Drools makes around that in the same class, so that it is one constant object. */
        AROUND,
        /** What says which rules there are and what they match. */
        MODEL
    }

    /** The version of Drools whose code was learned. */
    static final String DROOLS = "10.2.0";

    private static final List<String> LISTS =
            List.of("drools-" + DROOLS + "-plumbing.txt", "jdk.txt", "vocabulary.txt");

    /** What an application's own method may be given by a rule. */
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            BigDecimal.class,
            LocalDate.class,
            Integer.class,
            Long.class,
            Boolean.class,
            int.class,
            long.class,
            boolean.class);

    private final Map<Part, Set<String>> members = new EnumMap<>(Part.class);
    private final Set<String> types = new HashSet<>();

    /** What rules in this vocabulary may use. */
    Allowed(Vocabulary vocabulary) {
        for (Part part : Part.values()) {
            members.put(part, new HashSet<>());
        }
        LISTS.forEach(this::read);
        vocabulary.declared().values().forEach(this::addAccessors);
    }

    /** Whether a part may use a member: {@code owner.name(descriptor)type} of a method, {@code owner.name} of a field. */
    boolean member(Part part, String member) {
        return of(part).contains(member);
    }

    /** Whether a type may be named at all, by its internal name; arrays are what they are made of. */
    boolean type(String name) {
        Type type = name.startsWith("[") ? Type.getType(name).getElementType() : Type.getObjectType(name);
        return type.getSort() != Type.OBJECT || types.contains(type.getInternalName());
    }

    private void read(String list) {
        try (InputStream in = Allowed.class.getResourceAsStream(list);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(in, () -> "The list " + list + " is missing"),
                        StandardCharsets.UTF_8))) {
            Part part = Part.RULE;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String entry = line.strip();
                if (entry.startsWith("[")) {
                    part = Part.valueOf(entry.substring(1, entry.length() - 1).toUpperCase(Locale.ROOT));
                } else if (!entry.isEmpty() && !entry.startsWith("#")) {
                    add(part, entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Part part, String entry) {
        int dot = entry.indexOf('.');
        if (dot < 0) {
            types.add(entry);
        } else {
            types.add(entry.substring(0, dot));
            of(part).add(entry);
            if (part == Part.RULE && entry.indexOf('(') < 0) {
                // A condition like day == SATURDAY is also what an index is made of.
                of(Part.MODEL).add(entry);
            }
        }
    }

    private void addAccessors(Class<?> fact) {
        String owner = Type.getInternalName(fact);
        types.add(owner);
        for (Method method : fact.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())
                    && method.getReturnType() != void.class
                    && method.getDeclaringClass() != Object.class
                    && !isOfEveryObject(method)
                    && Arrays.stream(method.getParameterTypes()).allMatch(Allowed::isPlain)) {
                String member = "." + method.getName() + Type.getMethodDescriptor(method);
                of(Part.RULE).add(owner + member);
                of(Part.RULE).add(Type.getInternalName(method.getDeclaringClass()) + member);
                if (method.getReturnType().isEnum()) {
                    types.add(Type.getInternalName(method.getReturnType()));
                }
            }
        }
        for (Field field : fact.getFields()) {
            if (field.isEnumConstant()) {
                of(Part.RULE).add(owner + "." + field.getName());
                of(Part.MODEL).add(owner + "." + field.getName());
            }
        }
    }

    private static boolean isPlain(Class<?> type) {
        return PLAIN.contains(type) || type.isEnum();
    }

    private static boolean isOfEveryObject(Method method) {
        String signature = method.getName() + method.getParameterCount();
        return Set.of("hashCode0", "toString0", "equals1", "getDeclaringClass0", "describeConstable0", "compareTo1")
                .contains(signature);
    }

    private Set<String> of(Part part) {
        return Objects.requireNonNull(members.get(part));
    }
}
