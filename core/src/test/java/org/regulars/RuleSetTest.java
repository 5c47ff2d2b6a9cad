package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.regulars.testing.Scenario.given;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetTest {

    private static final String STAMPS = """
            // A stamp for every coffee.
            rule "One stamp for every coffee"
            @says( "Here is your stamp" )
            when
                $coffee : PaidItem( category == "coffee" )
            then
                insert( Earn.of( 1, "stamps" ).forEach( $coffee ) );
            end
            """;
    private static final String WELCOME = """
            rule "100 points for joining"
            when
                Activity( name == "joined" )
            then
                insert( Bonus.of( 100, "points" ) );
            end
            """;

    @TempDir
    private Path directory;

    @Test
    void the_same_rules_are_the_same_from_a_directory_from_files_and_from_text() throws IOException {
        Path stamps = write("stamps.drl", STAMPS);
        Path welcome = write("welcome.drl", WELCOME);

        try (RuleSet fromDirectory = RuleSet.fromDirectory(directory);
                RuleSet fromFiles = RuleSet.fromFiles(welcome, stamps);
                RuleSet fromTexts = RuleSet.fromTexts(Map.of("welcome.drl", WELCOME, "stamps.drl", STAMPS))) {
            assertThat(fromFiles.fingerprint())
                    .isEqualTo(fromDirectory.fingerprint())
                    .hasSize(64);
            assertThat(fromTexts.fingerprint()).isEqualTo(fromDirectory.fingerprint());
            assertThat(fromDirectory.offers())
                    .containsExactly(
                            new Offer("One stamp for every coffee", "stamps.drl", 2, "Here is your stamp"),
                            new Offer("100 points for joining", "welcome.drl", 1, "100 points for joining"));
        }
    }

    @Test
    void files_below_a_directory_are_known_by_their_path() throws IOException {
        Files.createDirectories(directory.resolve("summer"));
        write("summer/stamps.drl", STAMPS);
        write("notes.txt", "not a rule");

        try (RuleSet rules = RuleSet.fromDirectory(directory)) {
            assertThat(rules.offers()).extracting(Offer::file).containsExactly("summer/stamps.drl");
        }
    }

    @Test
    void rules_are_found_on_the_class_path() {
        try (RuleSet rules = RuleSet.fromClasspath("rules/on-the-class-path.drl")) {
            assertThat(rules.offers()).extracting(Offer::name).containsExactly("One stamp for every coffee");
        }
        assertThatThrownBy(() -> RuleSet.fromClasspath("rules/nowhere.drl"))
                .isInstanceOf(RuleSetException.class)
                .hasMessageStartingWith("rules/nowhere.drl: is not on the class path. Maybe");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_as_if_they_were_not_there() throws IOException {
        write("stamps.drl", '\uFEFF' + STAMPS.replace("\n", "\r\n"));

        try (RuleSet windows = RuleSet.fromDirectory(directory);
                RuleSet plain = RuleSet.fromTexts(Map.of("stamps.drl", STAMPS))) {
            assertThat(windows.fingerprint()).isEqualTo(plain.fingerprint());
            assertThat(windows.offers()).isEqualTo(plain.offers());
        }
    }

    @Test
    void another_text_or_another_file_name_is_another_fingerprint() {
        try (RuleSet one = RuleSet.fromTexts(Map.of("a.drl", STAMPS));
                RuleSet otherText = RuleSet.fromTexts(Map.of("a.drl", STAMPS.replace("Earn.of( 1", "Earn.of( 2")));
                RuleSet otherName = RuleSet.fromTexts(Map.of("b.drl", STAMPS))) {
            assertThat(List.of(one.fingerprint(), otherText.fingerprint(), otherName.fingerprint()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void an_empty_directory_a_missing_one_and_files_without_rules_are_problems() throws IOException {
        assertThat(RuleSet.check(directory)).singleElement().asString().contains("has no rule files. Maybe");
        assertThat(RuleSet.check(directory.resolve("nowhere")))
                .singleElement()
                .asString()
                .contains("is not a directory");

        write("comments.drl", "// nothing here yet\n");
        assertThat(RuleSet.check(directory)).singleElement().asString().contains("There is no rule. Maybe");
        write("empty.drl", "");
        assertThat(RuleSet.check(directory))
                .singleElement()
                .hasToString("empty.drl: is empty. Maybe it was not saved yet?");
    }

    @Test
    void hidden_files_and_what_is_in_hidden_folders_are_no_rules() throws IOException {
        Files.createDirectories(directory.resolve("..2026_11_23"));
        write("..2026_11_23/stamps.drl", STAMPS);
        write(".hidden.drl", STAMPS);
        write("stamps.drl", STAMPS);

        assertThat(RuleSet.check(directory)).isEmpty();
    }

    @Test
    void what_is_worked_out_after_a_name_without_parentheses_would_be_cut_off_and_is_a_problem() throws IOException {
        write("nights.drl", """
                rule "500 points a night"
                when
                    PaidItem( category == "night", $points : quantity * 500 )
                then
                    insert( Bonus.of( $points, "points" ) );
                end
                """);
        assertThat(RuleSet.check(directory))
                .extracting(RuleProblem::toString)
                .containsExactly(
                        "nights.drl:3:36: "
                                + "'$points : quantity * 500' would be no more than its first word. Maybe $points : ( quantity * 500 )?");

        try (RuleSet rules = RuleSet.fromText("""
                rule "500 points a night"
                when
                    PaidItem( category == "a-b", $points : ( quantity * 500 ), $amount : amount > 10 - 3 )
                then
                    insert( Bonus.of( $points, "points" ) );
                    insert( Bonus.of( $amount, "euros" ) );
                end
                """)) {
            given(rules)
                    .buys(Line.of(3, "room", "a-b", "100.00"))
                    .earns(1500, "points")
                    .earns(300, "euros");
        }
    }

    @Test
    void a_file_that_is_not_utf_8_is_a_problem_on_the_line_where_it_stops_being_text() throws IOException {
        Files.write(directory.resolve("latin.drl"), "// one\n// caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(RuleSet.check(directory))
                .extracting(RuleProblem::toString)
                .containsExactly("latin.drl:2: " + "is not UTF-8 text. Maybe save it again with encoding UTF-8?");
    }

    @Test
    void all_problems_of_all_files_are_told_at_once_in_the_order_of_files_and_lines() throws IOException {
        write("b.drl", STAMPS.replace("then\n", ""));
        write("a.drl", STAMPS.replace("when\n", "whenever\n") + WELCOME.replace("end", ""));

        List<RuleProblem> problems = RuleSet.check(directory);

        assertThat(problems)
                .extracting(RuleProblem::file)
                .contains("a.drl", "b.drl")
                .isSorted();
        assertThat(problems).allSatisfy(problem -> assertThat(problem.line()).isPositive());
        assertThat(problems).allSatisfy(problem -> assertThat(problem.message()).doesNotContain("[ERR"));
    }

    @Test
    void a_field_a_fact_and_a_decision_nobody_knows_are_found_where_they_stand() throws IOException {
        write("field.drl", STAMPS.replace("category ==", "categry =="));
        assertThat(RuleSet.check(directory)).first().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("field.drl");
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.message()).contains("categry");
        });

        write("field.drl", STAMPS.replace("PaidItem(", "PaidItm("));
        assertThat(RuleSet.check(directory)).first().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.message()).isEqualTo("There is no fact PaidItm. Maybe PaidItem?");
        });

        write("field.drl", STAMPS.replace("Earn.of(", "Earn.off("));
        assertThat(RuleSet.check(directory)).first().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(7);
            assertThat(problem.message()).contains("off");
        });
    }

    @Test
    void a_rule_name_stands_once_in_all_files() throws IOException {
        write("a.drl", STAMPS);
        write("b.drl", "// again\n" + STAMPS);

        assertThat(RuleSet.check(directory)).singleElement().satisfies(problem -> {
            assertThat(problem.file() + ":" + problem.line()).isEqualTo("b.drl:3");
            assertThat(problem.message()).contains("already a rule \"One stamp for every coffee\" at a.drl:2");
        });
    }

    @Test
    void a_rule_name_cannot_break_out_of_the_code_drools_generates_from_it() throws IOException {
        write("a.drl", STAMPS.replace("\"One stamp for every coffee\"", "'One + stamp */'"));

        assertThat(RuleSet.check(directory))
                .singleElement()
                .asString()
                .startsWith("a.drl:2: A rule's name has no /* and no */ inside");
    }

    @Test
    void earning_on_what_is_not_paid_yet_is_a_problem_with_the_mend() throws IOException {
        write("a.drl", STAMPS.replace("PaidItem(", "Item(").replace(".forEach( $coffee )", ""));

        assertThat(RuleSet.check(directory)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(7);
            assertThat(problem.message())
                    .isEqualTo(
                            "A rule on Item runs at the till and cannot insert Earn. What is earned depends on what is"
                                    + " paid. Maybe PaidItem instead of Item, or Paid instead of Purchase?");
        });
    }

    @Test
    void a_discount_on_what_is_paid_already_is_a_problem() throws IOException {
        write("a.drl", STAMPS.replace("Earn.of( 1, \"stamps\" ).forEach( $coffee )", "Discount.percent( 10 )"));

        assertThat(RuleSet.check(directory)).singleElement().asString().contains("A discount is taken off at the till");
    }

    @Test
    void a_program_rule_that_decides_and_one_that_fails_are_problems_on_their_line() throws IOException {
        write("a.drl", "rule \"P\" when Program() then insert( Earn.of( 1, \"points\" ) ); end\n");
        assertThat(RuleSet.check(directory)).first().asString().startsWith("a.drl:1");

        write("a.drl", "\nrule \"P\" when Program() then insert( Zone.of( \"Europe/Atlantis\" ) ); end\n");
        assertThat(RuleSet.check(directory))
                .singleElement()
                .asString()
                .startsWith("a.drl:2:30: \"P\": failed: There is no time zone");

        write("a.drl", """
                rule "P" when Program() then insert( Kind.of( "points" ) ); end
                rule "Q" when Program() then insert( Kind.of( "points" ).decimals( 2 ) ); end
                """);
        assertThat(RuleSet.check(directory)).singleElement().asString().contains("is defined already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salience 10",
                "no-loop true",
                "agenda-group \"x\"",
                "enabled false",
                "date-expires \"01-Jan-2030\"",
                "activation-group \"x\"",
                "dialect \"mvel\"",
                "timer ( int: 10s )"
            })
    void what_would_tie_rules_to_an_order_or_a_clock_is_a_problem(String attribute) throws IOException {
        write("a.drl", STAMPS.replace("when\n", attribute + "\nwhen\n"));

        assertThat(RuleSet.check(directory))
                .singleElement()
                .asString()
                .contains("A rule has no '" + attribute.split(" ")[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "global java.util.List list;",
                "function void f() {}",
                "declare Thing name : String end",
                "query \"q\" Item() end"
            })
    void a_rule_file_holds_rules_only(String other) throws IOException {
        write("a.drl", other + "\n" + STAMPS);

        assertThat(RuleSet.check(directory)).singleElement().asString().contains("A rule file holds rules only");
    }

    @Test
    void a_rule_that_only_says_what_is_not_there_has_no_time_to_run() throws IOException {
        for (String when : List.of("", "not Item( name == \"x\" )", "Purchase() not PaidItem()")) {
            write("a.drl", "rule \"R\" when " + when + " then insert( Benefit.of( \"x\" ) ); end");
            assertThat(RuleSet.check(directory))
                    .as(when)
                    .singleElement()
                    .asString()
                    .contains("names no fact by which");
        }
        write("a.drl", "rule \"R\" when Paid() not PaidItem( name == \"x\" ) then insert( Benefit.of( \"x\" ) ); end");
        assertThat(RuleSet.check(directory)).isEmpty();
    }

    @Test
    void a_rule_on_the_member_alone_decides_only_what_any_event_allows() throws IOException {
        write("a.drl", "rule \"R\" when Member( birthday ) then insert( Bonus.of( 20, \"points\" ) ); end");
        assertThat(RuleSet.check(directory)).singleElement().asString().contains("cannot insert Bonus");

        write("a.drl", "rule \"R\" when Member( birthday ) then insert( Benefit.of( \"a card\" ) ); end");
        assertThat(RuleSet.check(directory)).isEmpty();
    }

    @Test
    void remarks_and_texts_decide_nothing() throws IOException {
        write(
                "a.drl",
                STAMPS.replace("PaidItem(", "Item(")
                        .replace(
                                "insert( Earn.of( 1, \"stamps\" ).forEach( $coffee ) );",
                                "// instead of Earn.of we give\n insert( Benefit.of( \"Bonus.\" ) ); /* Multiply.by */"));

        assertThat(RuleSet.check(directory)).isEmpty();
    }

    @Test
    void a_file_may_have_any_name() throws IOException {
        Path file = write("Rules of June (2).txt", STAMPS);

        try (RuleSet rules = RuleSet.fromFiles(file)) {
            Purchase purchase = Purchase.of("p", Instant.EPOCH, "EUR").with(1, "latte", "coffee", "3.00");
            Outcome outcome = LoyaltyEngine.with(rules).decide(Member.of("ana", Instant.EPOCH), purchase);
            assertThat(outcome.earned("stamps")).isEqualByComparingTo("1");
            assertThat(outcome.granted().get(0).offer().file()).isEqualTo("Rules of June (2).txt");
        }
        assertThatThrownBy(() -> RuleSet.fromTexts(Map.of("no ending", STAMPS.replace("categ", "katg"))))
                .hasMessageStartingWith("no ending:5:");
    }

    @Test
    void a_package_line_is_a_problem_because_every_name_is_there_already() throws IOException {
        write("a.drl", "\npackage my.shop;\n" + STAMPS);

        assertThat(RuleSet.check(directory))
                .singleElement()
                .asString()
                .startsWith("a.drl:2:1: A rule file has no 'package' line");
    }

    @Test
    void a_closed_rule_set_decides_no_more() {
        RuleSet rules = RuleSet.fromText(STAMPS);
        LoyaltyEngine engine = LoyaltyEngine.with(rules);
        rules.close();

        Member ana = Member.of("ana", Instant.EPOCH);
        assertThatThrownBy(() -> engine.decide(ana, Activity.of("a", Instant.EPOCH, "joined")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void rules_load_and_decide_on_a_thread_whose_class_loader_sees_nothing() throws InterruptedException {
        Thread thread = new Thread(() -> {
            try (RuleSet rules = RuleSet.fromText(STAMPS)) {
                Member ana = Member.of("ana", Instant.EPOCH);
                LoyaltyEngine.with(rules).decide(ana, Activity.of("a", Instant.EPOCH, "joined"));
                write("decided.txt", "yes");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.setContextClassLoader(null);
        thread.start();
        thread.join();

        assertThat(directory.resolve("decided.txt")).exists();
    }

    @Test
    void an_exception_carries_its_problems_and_says_them() {
        RuleSetException refused = catchThrowableOfType(RuleSetException.class, () -> RuleSet.fromText("rule"));

        assertThat(refused.problems()).isNotEmpty();
        assertThat(refused).hasMessageStartingWith("rules.drl:1");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
