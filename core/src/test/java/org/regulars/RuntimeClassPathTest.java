package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an application gets when it adds the one dependency; the build writes the tree down. */
class RuntimeClassPathTest {

    private static final Path TREE = Path.of("target", "runtime-dependencies.txt");

    @Test
    void there_is_no_interpreter_and_no_object_serialiser_to_run_a_rule_unchecked() throws IOException {
        String tree = Files.readString(TREE);

        assertThat(tree).contains("org.drools:drools-model-codegen:jar:10.2.0");
        assertThat(tree)
                .doesNotContain(":mvel2:")
                .doesNotContain("xstream")
                .doesNotContain(":drools-mvel:")
                .doesNotContain(":drools-xml-support:")
                .doesNotContain(":drools-decisiontables:");
    }

    @Test
    void the_direct_dependencies_are_those_the_decision_page_gives_a_reason_for() throws IOException {
        String reasons = Files.readString(Path.of("..", "docs", "decisions", "0002-dependencies.md"));
        List<String> direct = Files.readAllLines(TREE).stream()
                .filter(line -> line.startsWith("+- ") || line.startsWith("\\- "))
                .filter(line -> !line.contains("(optional)"))
                .map(line -> line.substring(3).split(":")[1])
                .toList();

        assertThat(direct).isNotEmpty();
        assertThat(direct).allSatisfy(artifact -> assertThat(reasons).contains("`" + artifact + "`"));
    }

    @Test
    void the_classes_of_the_interpreter_cannot_be_found() {
        assertThat(List.of("org.mvel2.MVEL", "com.thoughtworks.xstream.XStream"))
                .allSatisfy(name -> assertThat(
                                getClass().getClassLoader().getResource(name.replace('.', '/') + ".class"))
                        .isNull());
    }
}
