package org.regulars.internal.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.V17;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.regulars.Bounds;
import org.regulars.internal.reading.Vocabulary;

/** What is kept counts for the same rules loaded in the same way, and for nothing else. */
class KeyTest {

    private static final Vocabulary OWN = Vocabulary.own();
    private static final Bounds STANDARD = Bounds.standard();
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void all_that_changes_what_is_compiled_or_warned_of_has_another_key() {
        Vocabulary values = new Vocabulary(Map.of(), Map.of("category", Set.of("tea", "coffee")));
        Vocabulary fewer = new Vocabulary(Map.of(), Map.of("category", Set.of("tea")));
        Vocabulary field = new Vocabulary(Map.of(), Map.of("name", Set.of("tea")));

        assertThat(new @Nullable String[] {
                    key("a", OWN, STANDARD, null),
                    key("b", OWN, STANDARD, null),
                    key("a", OWN, STANDARD.withNesting(7), null),
                    key("a", OWN, STANDARD, DAY),
                    key("a", OWN, STANDARD, DAY.plusDays(1)),
                    key("a", values, STANDARD, null),
                    key("a", fewer, STANDARD, null),
                    key("a", field, STANDARD, null),
                    key("a", fact(new Made("shop.Weather", 1)), STANDARD, null),
                    key("a", fact(new Made("shop.Weather", 2)), STANDARD, null),
                    key("a", fact(new Made("shop.Season", 1)), STANDARD, null)
                })
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(key("a", fact(new Made("shop.Weather", 1)), STANDARD, DAY))
                .isEqualTo(key("a", fact(new Made("shop.Weather", 1)), STANDARD, DAY));
    }

    @Test
    void a_setting_of_drools_is_part_of_it() {
        String before = key("a", OWN, STANDARD, null);
        System.setProperty("drools.regulars.test", "other");
        try {
            assertThat(key("a", OWN, STANDARD, null)).isNotEqualTo(before);
        } finally {
            System.clearProperty("drools.regulars.test");
        }
        assertThat(key("a", OWN, STANDARD, null)).isEqualTo(before);
    }

    @Test
    void all_versions_are_known() {
        assertThat(Versions.all())
                .satisfiesExactly(
                        own -> assertThat(own).matches("regulars \\d+\\.\\d+\\.\\d+.*"),
                        drools -> assertThat(drools).matches("drools \\d+\\.\\d+\\.\\d+"),
                        java -> assertThat(java)
                                .isEqualTo("java " + Runtime.version().feature()));
    }

    @Test
    void rules_on_facts_that_were_made_in_memory_have_none() {
        assertThat(key("a", fact(new Made("shop.Weather", 0)), STANDARD, null)).isNull();
    }

    private static @Nullable String key(
            String fingerprint, Vocabulary vocabulary, Bounds bounds, @Nullable LocalDate today) {
        byte[] key = Key.of(fingerprint, vocabulary, bounds, today);
        return key == null ? null : HexFormat.of().formatHex(key);
    }

    private static Vocabulary fact(Made made) {
        Class<?> type = made.type();
        return new Vocabulary(Map.of(type.getSimpleName(), type), Map.of());
    }

    /** A fact with so many fields; one without any has no class file. */
    private static final class Made extends ClassLoader {

        private final String name;
        private final byte[] bytes;
        private final boolean hasFile;

        Made(String name, int fields) {
            super(KeyTest.class.getClassLoader());
            ClassWriter type = new ClassWriter(0);
            type.visit(V17, ACC_PUBLIC, name.replace('.', '/'), null, "java/lang/Object", null);
            for (int i = 0; i < fields; i++) {
                type.visitField(ACC_PUBLIC, "field" + i, "I", null, null);
            }
            type.visitEnd();
            this.name = name;
            this.bytes = type.toByteArray();
            this.hasFile = fields > 0;
        }

        Class<?> type() {
            return defineClass(name, bytes, 0, bytes.length);
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String resource) {
            return hasFile && resource.equals(name.replace('.', '/') + ".class")
                    ? new ByteArrayInputStream(bytes)
                    : super.getResourceAsStream(resource);
        }
    }
}
