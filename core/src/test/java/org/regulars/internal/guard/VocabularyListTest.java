package org.regulars.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;
import org.regulars.facts.Tier;
import org.regulars.internal.reading.Vocabulary;

/** The lists say what rules may use, one by one: what is added to the public API is decided there. */
class VocabularyListTest {

    @Test
    void everything_facts_tell_may_be_used() throws Exception {
        Set<String> told = new TreeSet<>();
        List<Class<?>> facts = new ArrayList<>(Vocabulary.own().facts().values());
        facts.add(Tier.class);
        for (Class<?> fact : facts) {
            methods(fact)
                    .filter(method -> !Modifier.isStatic(method.getModifiers()))
                    .forEach(method -> told.add(member(fact, method)));
        }

        assertThat(list("vocabulary.txt")).containsAll(told);
    }

    @Test
    void of_decisions_rules_may_use_what_makes_them_and_nothing_else() throws Exception {
        Set<String> made = new TreeSet<>();
        Set<String> other = new TreeSet<>();
        Stream.concat(Vocabulary.decisions().values().stream(), Vocabulary.definitions().values().stream())
                .forEach(type -> methods(type)
                        .forEach(method -> (method.getReturnType() == type ? made : other).add(member(type, method))));

        assertThat(list("vocabulary.txt")).containsAll(made).doesNotContainAnyElementsOf(other);
    }

    @Test
    void what_works_on_a_long_number_has_a_bounded_counterpart() throws Exception {
        Set<String> bounded = new HashSet<>();
        Arrays.stream(BoundedNumbers.class.getMethods()).forEach(method -> bounded.add(method.getName()));

        assertThat(list("jdk.txt"))
                .filteredOn(entry -> entry.startsWith("java/math/BigDecimal.") && entry.contains("("))
                .extracting(entry -> entry.substring(entry.indexOf('.') + 1, entry.indexOf('(')))
                .allMatch(name -> bounded.contains(name)
                        || Set.of("<init>", "valueOf", "equals", "signum", "toString")
                                .contains(name));
    }

    @Test
    void every_member_on_a_list_is_there() throws Exception {
        for (String name : List.of("vocabulary.txt", "jdk.txt", "drools-" + Allowed.DROOLS + "-plumbing.txt")) {
            for (String entry : list(name)) {
                if (entry.contains("(") && !entry.contains("<init>")) {
                    Class<?> owner = Class.forName(
                            entry.substring(0, entry.indexOf('.')).replace('/', '.'),
                            false,
                            getClass().getClassLoader());
                    assertThat(Stream.concat(
                                            Arrays.stream(owner.getMethods()),
                                            Arrays.stream(owner.getDeclaredMethods()))
                                    .map(method -> member(owner, method)))
                            .as(name)
                            .contains(entry);
                }
            }
        }
    }

    @Test
    void a_facts_own_methods_may_be_asked_if_they_tell_something() {
        Allowed allowed = new Allowed(new Vocabulary(java.util.Map.of("Shop", Shop.class), java.util.Map.of()));
        String shop = Type.getInternalName(Shop.class);

        assertThat(allowed.member(Allowed.Part.RULE, shop + ".name()Ljava/lang/String;"))
                .isTrue();
        assertThat(allowed.member(Allowed.Part.RULE, shop + ".sells(Ljava/lang/String;)Z"))
                .isTrue();
        assertThat(allowed.member(Allowed.Part.RULE, shop + ".close()V")).isFalse();
        assertThat(allowed.member(Allowed.Part.RULE, shop + ".run(Ljava/lang/Runnable;)Z"))
                .isFalse();
        assertThat(allowed.member(Allowed.Part.RULE, shop + ".getClass()Ljava/lang/Class;"))
                .isFalse();
        assertThat(allowed.member(Allowed.Part.RULE, shop + ".<init>(Ljava/lang/String;)V"))
                .isFalse();
        assertThat(allowed.member(Allowed.Part.RULE, shop + ".open()Z")).isFalse();
    }

    /** A fact of an application. */
    public record Shop(String name) {
        public boolean sells(String what) {
            return what.equals(name);
        }

        public void close() {}

        public boolean run(Runnable work) {
            work.run();
            return true;
        }

        public static boolean open() {
            return true;
        }
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class && !method.isSynthetic())
                .filter(method -> !Set.of("equals", "hashCode", "toString").contains(method.getName()));
    }

    private static String member(Class<?> owner, Method method) {
        return Type.getInternalName(owner) + "." + method.getName() + Type.getMethodDescriptor(method);
    }

    private static List<String> list(String name) throws Exception {
        try (var in = Allowed.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(".") && !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void a_long_number_is_no_number_of_a_rule() {
        Meter.within(org.regulars.Bounds.standard(), () -> {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> BoundedNumbers.add(new BigDecimal("1E999999999"), BigDecimal.ONE))
                    .isInstanceOf(BoundExceeded.class);
            return assertThat(BoundedNumbers.add(BigDecimal.TEN, BigDecimal.ONE))
                    .isEqualByComparingTo("11");
        });
    }
}
