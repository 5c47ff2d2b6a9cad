package org.regulars.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regulars.examples.command.Terminal.types;
import static org.regulars.examples.command.Terminal.typesInColour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regulars.RuleProblem;
import org.regulars.RuleProblem.Severity;
import org.regulars.examples.command.Terminal.Said;
import tools.jackson.databind.json.JsonMapper;

/** {@code regulars check}: what it says, and how it ends. */
class CheckCommandTest {

    private static final String GOOD = """
            rule "One stamp for every coffee"
            when
                $coffee : PaidItem( category == "coffee" )
            then
                insert( Earn.of( 1, "stamps" ).forEach( $coffee ) );
            end
            """;
    private static final String BAD = """
            rule "Earns before it is paid"
            when
                $tea : Item( category == "t\u00e9" )
            then
                insert( Earn.of( 1, "stamps" ).forEach( $tea ) );
            end
            """;

    private static final RuleProblem ERROR =
            new RuleProblem("tea.drl", 3, 5, Severity.ERROR, "There is no 'Itm'. Maybe 'Item'?", "    Itm()");
    private static final RuleProblem WARNING =
            new RuleProblem("tea.drl", 1, 6, Severity.WARNING, "'9' is not in the rule.", "rule \"9 stamps\"");

    @TempDir
    private Path rules;

    @BeforeEach
    void one_good_file() throws IOException {
        Files.writeString(rules.resolve("coffee.drl"), GOOD);
    }

    @Test
    void good_rules_are_well() {
        assertThat(types("check", rules)).isEqualTo(new Said(0, "1 file, 1 offer: all is well\n", ""));
        assertThat(types("check", rules.resolve("coffee.drl")).out()).isEqualTo("1 file, 1 offer: all is well\n");
    }

    @Test
    void an_error_stands_with_its_line_and_the_last_line_counts() throws IOException {
        Files.createDirectories(rules.resolve("summer"));
        Files.writeString(rules.resolve("summer/tea.drl"), BAD);

        Said said = types("check", rules);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        assertThat(said.out().lines().toList()).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith("summer/tea.drl:5");
            assertThat(lines.get(1)).isEqualTo("        insert( Earn.of( 1, \"stamps\" ).forEach( $tea ) );");
            assertThat(lines.get(lines.size() - 2)).isEmpty();
            assertThat(lines.get(lines.size() - 1)).isEqualTo("1 error in 1 of 2 files");
        });
    }

    @Test
    void for_editors_there_is_one_json_document_and_nothing_else() throws IOException {
        Files.writeString(rules.resolve("tea.drl"), BAD);

        Said said = types("check", rules, "--json");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        assertThat(said.out().chars()).allMatch(letter -> letter < 128);
        List<?> problems = new JsonMapper().readValue(said.out(), List.class);
        assertThat(problems).singleElement().satisfies(each -> {
            Map<?, ?> problem = (Map<?, ?>) each;
            assertThat(problem.keySet().toString()).isEqualTo("[file, line, column, severity, message, source]");
            assertThat(problem.get("file")).isEqualTo("tea.drl");
            assertThat(problem.get("line")).isEqualTo(5);
            assertThat(problem.get("severity")).isEqualTo("error");
        });
        Files.delete(rules.resolve("tea.drl"));
        assertThat(new JsonMapper().readValue(types("check", rules, "--json").out(), List.class))
                .isEmpty();
    }

    @Test
    void a_directory_without_rules_is_an_error() throws IOException {
        Files.delete(rules.resolve("coffee.drl"));

        Said said = types("check", rules);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("has no rule files").endsWith("\n1 error\n");
    }

    @Test
    void a_directory_that_is_not_there_is_no_use_of_the_command() {
        Said said = types("check", rules.resolve("nowhere"));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .isEqualTo("There is no directory or rule file " + rules.resolve("nowhere")
                        + ". Maybe the path is wrong?\n'regulars check --help' says more.\n");
    }

    @Test
    void what_cannot_be_understood_is_no_use_of_the_command_either() {
        assertThat(types().code()).isEqualTo(2);
        assertThat(types("check").code()).isEqualTo(2);
        assertThat(types("check", rules, "--strickt").err()).startsWith("Unknown option: '--strickt'");
        assertThat(types("chek", rules).code()).isEqualTo(2);
        assertThat(types("check", rules, "--values", "coffee").code()).isEqualTo(2);
    }

    @Test
    void values_of_several_fields_can_be_declared() {
        assertThat(types("check", rules, "--values", "category=coffee, tea", "--values", "channel=app")
                        .code())
                .isZero();
    }

    @Test
    void warnings_let_rules_be_used_unless_one_is_strict() {
        List<RuleProblem> warning = List.of(WARNING);
        List<RuleProblem> both = List.of(WARNING, ERROR);

        assertThat(ProblemReport.isRefused(warning, false)).isFalse();
        assertThat(ProblemReport.isRefused(warning, true)).isTrue();
        assertThat(ProblemReport.isRefused(both, false)).isTrue();
        assertThat(new ProblemReport(warning, 5, 9, false, false).text()).isEqualTo("""
                tea.drl:1:6: warning: '9' is not in the rule.
                    rule "9 stamps"
                         ^

                1 warning in 1 of 5 files: the rules can be used
                """);
        assertThat(new ProblemReport(warning, 1, 9, true, false).text()).endsWith("\n1 warning, taken for errors\n");
        assertThat(new ProblemReport(both, 5, 0, false, false).text())
                .endsWith("\n1 error, 1 warning in 1 of 5 files\n");
        assertThat(new ProblemReport(List.of(), 5, 23, true, false).text())
                .isEqualTo("5 files, 23 offers: all is well\n");
    }

    @Test
    void on_a_terminal_there_are_colours_and_the_same_words() throws IOException {
        Files.writeString(rules.resolve("tea.drl"), BAD);

        assertThat(typesInColour("check", rules).out()).contains("\u001b[1mtea.drl:5");
        assertThat(new ProblemReport(List.of(ERROR), 5, 0, false, true).text()).contains("\u001b[31m^\u001b[0m");
        for (List<RuleProblem> problems : List.of(List.<RuleProblem>of(), List.of(WARNING), List.of(WARNING, ERROR))) {
            assertThat(new ProblemReport(problems, 5, 9, false, true).text().replaceAll("\u001b\\[\\d+m", ""))
                    .isEqualTo(new ProblemReport(problems, 5, 9, false, false).text());
        }
    }

    @Test
    void help_and_version_are_good_ends() {
        assertThat(types("--help").out())
                .contains("check", "try", "terms", "java -jar rules-examples/target/regulars.jar");
        assertThat(types("check", "--help").out())
                .contains("Exit codes:", "Examples:", "--strict", "--json", "--values");
        assertThat(types("try", "--help").out()).contains("\"lines\": [", "--member", "--save");
        assertThat(types("--version").out()).startsWith("regulars ").contains("Java ");
        for (String command : List.of("check", "try", "terms")) {
            assertThat(types(command, "--help").code()).isZero();
            assertThat(types(command, "--help").out().lines()).allMatch(line -> line.length() <= 80);
        }
    }
}
