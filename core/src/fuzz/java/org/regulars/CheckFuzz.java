package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whatever stands in a rule file, checking it ends in a report.
 *
 * <p>Coverage-guided, begun from the rule files of the tests: {@code mvn -Pfuzz -pl core test}. It takes ten minutes.
 */
class CheckFuzz {

    @FuzzTest(maxDuration = "10m")
    @DictionaryFile(resourcePath = "rules.dict")
    void checking_a_rule_file_throws_nothing_but_reports(byte[] content) throws IOException {
        Path directory = Files.createTempDirectory("rules");
        Path file = directory.resolve("fuzzed.drl");
        try {
            Files.write(file, content);
            List<RuleProblem> problems = RuleSet.check(directory);
            long lines = new String(content, StandardCharsets.UTF_8).lines().count();
            for (RuleProblem problem : problems) {
                assertThat(problem.message()).isNotBlank();
                assertThat(problem.line()).isBetween(0, (int) Math.max(1, lines));
                assertThat(problem.shown()).isNotBlank();
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }
}
