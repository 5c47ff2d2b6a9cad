package org.regulars.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regulars.hostile.Rocket;
import org.regulars.internal.reading.Vocabulary;

/** While rules are compiled, and later, there are no classes but those they are made of. */
class VisibleClassesTest {

    private static final Vocabulary OWN = new Vocabulary(Map.of("Rocket", Rocket.class), Map.of());

    private final VisibleClasses visible = VisibleClasses.guarded(OWN);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.Runtime",
                "java.lang.ProcessBuilder",
                "java.lang.ProcessBuilder$Redirect",
                "java.lang.reflect.Method",
                "java.net.URL",
                "java.nio.file.Files",
                "java.sql.DriverManager",
                "java.util.ServiceLoader",
                "java.util.Timer",
                "java.util.concurrent.ForkJoinPool",
                "javax.script.ScriptEngineManager",
                "jdk.internal.misc.Unsafe",
                "sun.misc.Unsafe",
                "com.github.javaparser.JavaParser",
                "org.assertj.core.api.Assertions",
                "org.regulars.RuleSet",
                "org.regulars.hostile.Canary",
                "org.regulars.internal.guard.RuleBytecode",
                "no.such.Type"
            })
    void a_class_that_no_rule_is_made_of_is_not_there(String name) {
        String resource = name.replace('.', '/') + ".class";

        assertThatThrownBy(() -> visible.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
        assertThat(visible.getResource(resource)).isNull();
        assertThat(visible.getResourceAsStream(resource)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.String",
                "java.math.BigDecimal",
                "java.util.Map$Entry",
                "org.drools.model.Model",
                "org.regulars.decisions.Bonus",
                "org.regulars.facts.Paid",
                "org.regulars.hostile.Rocket"
            })
    void what_rules_are_made_of_is_there(String name) throws Exception {
        assertThat(visible.loadClass(name)).isSameAs(Class.forName(name));
        assertThat(visible.getResource(name.replace('.', '/') + ".class")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "junit-platform.properties",
                "META-INF/kmodule.xml",
                "META-INF/MANIFEST.MF",
                "META-INF/services/java.sql.Driver",
                "org/regulars/internal/guard/jdk.txt",
                "../core/pom.xml"
            })
    void no_resource_is_there(String name) throws Exception {
        assertThat(visible.getResource(name)).isNull();
        assertThat(visible.getResourceAsStream(name)).isNull();
        assertThat(Collections.list(visible.getResources(name))).isEmpty();
    }

    @Test
    void trusted_rules_see_what_the_library_sees() throws Exception {
        VisibleClasses all = VisibleClasses.all(OWN);

        assertThat(all.loadClass("org.regulars.RuleSet").getName()).isEqualTo("org.regulars.RuleSet");
        assertThat(all.loadClass("java.nio.file.Files").getName()).isEqualTo("java.nio.file.Files");
    }
}
