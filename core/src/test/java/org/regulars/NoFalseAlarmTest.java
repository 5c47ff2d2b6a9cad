package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regulars.internal.check.RuleCheck;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.RuleFile;
import org.regulars.internal.reading.Vocabulary;

/** Of rules that are right nothing is told but what can be seen of none of them alone. */
class NoFalseAlarmTest {

    /** What the application gives, nobody can see in rules; and three names for one rule are three rules. */
    private static final List<String> RIGHT = List.of("Nothing in these files gives", "This rule says the same as");

    @Test
    void no_benign_file_is_warned_of() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of("src/test/resources/benign"))) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(100);
        for (Path path : files) {
            String text = Files.readString(path);
            if (!text.contains("// facts:")) {
                String name = String.valueOf(path.getFileName());
                assertThat(told(name, text)).as(name).isEmpty();
            }
        }
    }

    @Test
    void a_field_that_only_gets_a_name_is_asked_nothing() {
        String text = """
                rule "1 point for 1"
                when
                    PaidItem( $price : amount )
                then
                    insert( Earn.of( 1, "points" ).times( $price ) );
                end
                """;

        assertThat(told("rules.drl", text)).isEmpty();
    }

    @Test
    void what_may_be_owed_nobody_need_give() {
        String text = """
                rule "Up to 100 miles on credit"
                when
                    Redemption()
                then
                    insert( Overdraft.of( 100, "miles" ) );
                    insert( Convert.of( 50, "miles" ).into( 1, "flights" ) );
                end
                """;

        assertThat(told("rules.drl", text)).isEmpty();
    }

    @Test
    void a_name_may_say_numbers_of_something_else() {
        for (String name : List.of(
                "Points of three lives: 1 each",
                "2 cups, 1 point",
                "1 point instead of 5 points",
                "1,000 points in 1,000 days",
                "5-10 points")) {
            String text =
                    "rule \"" + name + "\"\nwhen\n    Paid()\nthen\n    insert( Bonus.of( 1, \"points\" ) );\nend\n";

            assertThat(told("rules.drl", text)).as(name).isEmpty();
        }
    }

    private static List<String> told(String name, String text) {
        Problems problems = new Problems();
        new RuleCheck(new Vocabulary(Map.of(), Map.of()), problems).check(List.of(new RuleFile(name, text)));
        return problems.all().stream()
                .map(RuleProblem::message)
                .filter(message -> RIGHT.stream().noneMatch(message::startsWith))
                .toList();
    }
}
