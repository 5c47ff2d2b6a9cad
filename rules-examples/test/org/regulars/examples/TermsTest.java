package org.regulars.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.regulars.RuleSet;

/**
 * Beside the rules of each program lie its terms, and they are what the rules give. Run with {@code -Dterms.write=true} to have
 * them written anew, and read them with a customer's eye before keeping them.
 */
class TermsTest {

    private static final Pattern NAME = Pattern.compile("(?m)^rule \"(.*)\"");

    private static final Pattern CODE = Pattern.compile("<code>");

    /** What has no words is the exception in programs to start from. */
    private static final int MOST_QUOTED = 2;

    /** Where the terms of which files lie: of a whole folder, or of each file where the files are variants of one program. */
    static Stream<Arguments> programs() {
        return Programs.folders().stream().flatMap(folder -> {
            List<Path> files = Programs.ruleFiles(folder);
            return areVariants(files)
                    ? files.stream().map(file -> Arguments.of(file + ".TERMS", List.of(file)))
                    : Stream.of(Arguments.of(folder.resolve("TERMS").toString(), files));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void the_terms_beside_the_rules_are_what_the_rules_give(String terms, List<Path> files) throws IOException {
        try (RuleSet rules = RuleSet.fromFiles(files.toArray(Path[]::new))) {
            assertIs(Path.of(terms.replace(".drl", "") + ".md"), rules.terms().markdown());
            assertIs(Path.of(terms.replace(".drl", "") + ".html"), rules.terms().html());
            assertThat(CODE.matcher(rules.terms().html()).results()).hasSizeLessThanOrEqualTo(MOST_QUOTED);
        }
    }

    private static void assertIs(Path file, String text) throws IOException {
        if (Boolean.getBoolean("terms.write")) {
            Files.writeString(file, text);
        }
        assertThat(file).exists();
        assertThat(Programs.text(file)).isEqualTo(text);
    }

    private static boolean areVariants(List<Path> files) {
        Set<String> names = new HashSet<>();
        return files.stream()
                .flatMap(file -> NAME.matcher(Programs.text(file)).results().map(MatchResult::group))
                .anyMatch(name -> !names.add(name));
    }
}
