package org.regulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rule directory takes over and what it leaves, look by look. */
class RuleDirectoryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T07:15:00Z");
    private static final Member ANA = Member.of("ana", NOW);
    private static final Purchase COFFEE = Purchase.of("till-1", NOW, "EUR").with(1, "latte", "coffee", "4.80");

    @TempDir
    private Path directory;

    private final List<String> told = new ArrayList<>();
    private RuleDirectory rules;

    @BeforeEach
    void begin_with_one_point() throws IOException {
        write("points.drl", points(1));
        rules = RuleDirectory.unwatched(directory, RuleSet.loader(), each -> told.add(each.problems() + ""));
    }

    @AfterEach
    void close() {
        rules.close();
    }

    @Test
    void a_change_is_taken_over_when_two_looks_have_found_the_same() throws IOException {
        String before = rules.fingerprint();
        write("points.drl", points(2));

        rules.look();
        assertThat(earned()).isEqualTo(1);
        rules.look();
        assertThat(earned()).isEqualTo(2);
        assertThat(rules.fingerprint()).isNotEqualTo(before);
        assertThat(rules.problems()).isEmpty();
        assertThat(told).containsExactly("[]");
    }

    @Test
    void a_file_more_and_a_file_less_are_changes() throws IOException {
        write("summer/more.drl", points(5).replace("points for coming", "points in summer"));
        settle();
        assertThat(earned()).isEqualTo(6);
        assertThat(rules.offers()).extracting(Offer::name).containsExactly("1 points for coming", "5 points in summer");

        Files.delete(directory.resolve("points.drl"));
        settle();
        assertThat(earned()).isEqualTo(5);
    }

    @Test
    void a_file_that_still_grows_is_not_looked_into() throws IOException {
        for (int letters = 10; letters < points(2).length(); letters += 10) {
            write("points.drl", points(2).substring(0, letters));
            rules.look();
        }
        assertThat(told).isEmpty();
        assertThat(earned()).isEqualTo(1);

        write("points.drl", points(2));
        settle();
        assertThat(earned()).isEqualTo(2);
    }

    @Test
    void whatever_way_an_editor_saves_a_look_in_the_midst_of_it_harms_nothing() throws IOException {
        Path file = directory.resolve("points.drl");

        write("points.drl.tmp", points(2));
        rules.look();
        Files.move(directory.resolve("points.drl.tmp"), file, StandardCopyOption.REPLACE_EXISTING);
        settle();
        assertThat(earned()).as("written beside, then renamed over").isEqualTo(2);

        Files.delete(file);
        rules.look();
        write("points.drl", points(3));
        settle();
        assertThat(earned()).as("deleted, then created").isEqualTo(3);

        write("points.drl", "");
        rules.look();
        write("points.drl", points(4));
        settle();
        assertThat(earned()).as("emptied, then written").isEqualTo(4);

        Files.move(file, directory.resolve("points.drl~"));
        rules.look();
        write("points.drl", points(5));
        write(".points.drl.swp", "b0VIM");
        settle();
        assertThat(earned()).as("moved away, then written, with a swap file").isEqualTo(5);
        assertThat(told)
                .as("each save told once, and no problem")
                .containsOnly("[]")
                .hasSize(4);
    }

    @Test
    void what_editors_and_deployments_keep_there_for_themselves_are_no_rules() throws IOException {
        write("points.drl~", "old");
        write("#points.drl#", "unsaved");
        write("._points.drl", "\u0000\u0005\u0016\u0007");
        write("..2026_11_23/points.drl", points(7));
        Files.createSymbolicLink(directory.resolve(".#points.drl"), Path.of("ana@till.4711"));

        settle();

        assertThat(told).isEmpty();
        assertThat(earned()).isEqualTo(1);
    }

    @Test
    void a_bad_edit_keeps_the_last_good_rules_and_says_what_is_wrong() throws IOException {
        write("points.drl", points(2).replace("Earn", "Ern"));
        settle();
        assertThat(earned()).isEqualTo(1);
        assertThat(rules.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("points.drl");
            assertThat(problem.line()).isEqualTo(5);
        });

        settle();
        assertThat(told).as("told once").hasSize(1);

        write("points.drl", points(2));
        settle();
        assertThat(earned()).isEqualTo(2);
        assertThat(rules.problems()).isEmpty();
        assertThat(told).hasSize(2);
    }

    @Test
    void one_bad_edit_after_the_other_is_told_each_time() throws IOException {
        write("points.drl", "rule");
        settle();
        write("points.drl", points(2) + points(2));
        settle();

        assertThat(told).hasSize(2).doesNotHaveDuplicates();
        assertThat(earned()).isEqualTo(1);
    }

    @Test
    void going_back_to_the_rules_in_use_clears_the_problems_and_builds_nothing() throws IOException {
        List<Offer> built = rules.offers();
        write("points.drl", "rule");
        settle();
        assertThat(rules.problems()).isNotEmpty();

        write("points.drl", points(1));
        settle();

        assertThat(rules.problems()).isEmpty();
        assertThat(told).hasSize(2).endsWith("[]");
        assertThat(rules.offers().get(0)).as("of the very same rule set").isSameAs(built.get(0));
    }

    @Test
    void a_file_saved_as_it_was_is_no_change() throws IOException {
        write("points.drl", points(1));
        Files.setLastModifiedTime(directory.resolve("points.drl"), FileTime.from(NOW));
        settle();
        write("points.drl", '\uFEFF' + points(1).replace("\n", "\r\n"));
        settle();

        assertThat(told).isEmpty();
    }

    @Test
    void a_change_that_time_stamps_do_not_show_is_a_change() throws IOException {
        Path file = directory.resolve("points.drl");
        FileTime stamp = Files.getLastModifiedTime(file);
        write("points.drl", points(2));
        Files.setLastModifiedTime(file, stamp);
        settle();

        assertThat(earned()).isEqualTo(2);
    }

    @Test
    void a_directory_that_is_gone_or_empty_keeps_the_last_good_rules_and_says_so() throws IOException {
        Path file = directory.resolve("points.drl");
        Files.delete(file);
        settle();
        assertThat(earned()).isEqualTo(1);
        assertThat(rules.problems()).singleElement().asString().contains("has no rule files");

        Files.delete(directory);
        settle();
        assertThat(earned()).isEqualTo(1);
        assertThat(rules.problems()).singleElement().asString().contains("is not a directory");

        Files.createDirectories(directory);
        write("points.drl", points(2));
        settle();
        assertThat(earned()).isEqualTo(2);
        assertThat(rules.problems()).isEmpty();
    }

    @Test
    void a_directory_that_is_away_for_one_look_is_no_matter() throws IOException {
        Path aside = directory.resolveSibling(directory.getFileName() + "-aside");
        Files.move(directory, aside);
        rules.look();
        Files.move(aside, directory);
        settle();

        assertThat(told).isEmpty();
    }

    @Test
    void one_empty_file_among_good_ones_keeps_the_last_good_rules() throws IOException {
        write("more.drl", points(5));
        settle();
        write("more.drl", "");
        settle();

        assertThat(earned()).isEqualTo(6);
        assertThat(rules.problems()).singleElement().hasToString("more.drl: is empty. Maybe it was not saved yet?");
    }

    @Test
    void a_file_that_is_not_text_keeps_the_last_good_rules() throws IOException {
        Files.write(directory.resolve("points.drl"), "// caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        settle();

        assertThat(earned()).isEqualTo(1);
        assertThat(rules.problems()).singleElement().asString().startsWith("points.drl:1: is not UTF-8 text");
    }

    @Test
    void a_decision_under_way_ends_by_the_rules_it_began_with() {
        Outcome[] outcomes = rules.using(engine -> {
            Outcome first = engine.decide(ANA, COFFEE);
            change(2);
            assertThat(earned()).as("who begins now").isEqualTo(2);
            return new Outcome[] {first, engine.decide(ANA, COFFEE)};
        });

        assertThat(outcomes[1]).isEqualTo(outcomes[0]);
    }

    @Test
    void rules_end_when_newer_ones_have_come_and_the_last_decision_by_them_is_done() {
        AtomicReference<LoyaltyEngine> kept = new AtomicReference<>();
        rules.using(engine -> {
            kept.set(engine);
            rules.using(again -> {
                change(2);
                return again.decide(ANA, COFFEE);
            });
            return engine.decide(ANA, COFFEE);
        });

        assertThatThrownBy(() -> kept.get().decide(ANA, COFFEE)).isInstanceOf(IllegalStateException.class);
        assertThat(earned()).isEqualTo(2);
    }

    @Test
    void an_exception_in_a_decision_lets_go_of_the_rules() {
        AtomicReference<LoyaltyEngine> kept = new AtomicReference<>();
        rules.using(engine -> {
            kept.set(engine);
            return engine;
        });
        Purchase impossible = COFFEE.with(1, "latte", "coffee", "-1");
        assertThatThrownBy(() -> rules.decide(ANA, impossible)).isInstanceOf(EventRefusedException.class);
        change(2);

        assertThatThrownBy(() -> kept.get().decide(ANA, COFFEE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void purchases_come_back_and_time_passes_by_the_newest_rules() {
        Outcome bought = rules.decide(ANA, COFFEE);
        change(2);

        Outcome back = rules.reverse(bought.memberAfter(), bought, Return.everything("return-1", NOW));
        Outcome later = rules.advance(bought.memberAfter(), NOW.plusSeconds(3600));

        assertThat(back.takenBack("points")).as("at the rate of then").isEqualByComparingTo("1");
        assertThat(List.of(back.rules(), later.rules())).containsOnly(rules.fingerprint());
        assertThat(bought.rules()).isNotEqualTo(rules.fingerprint());
    }

    @Test
    void a_listener_that_throws_does_no_harm() throws IOException {
        try (RuleDirectory loud = RuleDirectory.unwatched(directory, RuleSet.loader(), each -> {
            throw new IllegalStateException("the mail server is down");
        })) {
            write("points.drl", points(2));
            loud.look();
            loud.look();
            assertThat(loud.decide(ANA, COFFEE).earned("points")).isEqualByComparingTo("2");
        }
    }

    @Test
    void without_good_rules_to_begin_with_there_is_nothing_to_decide_by() throws IOException {
        write("points.drl", "rule");

        assertThatThrownBy(() -> RuleDirectory.watch(directory))
                .isInstanceOfSatisfying(
                        RuleSetException.class, e -> assertThat(e.problems()).isNotEmpty());
        assertThatThrownBy(() -> RuleDirectory.watch(directory.resolve("nowhere")))
                .isInstanceOf(RuleSetException.class)
                .hasMessageContaining("is not a directory");
    }

    @Test
    void a_closed_one_decides_no_more_takes_nothing_over_and_can_be_closed_again() throws IOException {
        write("points.drl", points(2));
        rules.look();
        rules.close();
        rules.close();
        rules.look();

        assertThat(told).isEmpty();
        assertThatThrownBy(() -> rules.decide(ANA, COFFEE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("Maybe");
    }

    @Test
    void closing_lets_a_decision_under_way_end() {
        Outcome outcome = rules.using(engine -> {
            rules.close();
            return engine.decide(ANA, COFFEE);
        });

        assertThat(outcome.earned("points")).isEqualByComparingTo("1");
    }

    private int earned() {
        return rules.decide(ANA, COFFEE).earned("points").intValueExact();
    }

    /** The two looks after which a change is taken over. */
    private void settle() {
        rules.look();
        rules.look();
    }

    private void change(int points) {
        try {
            write("points.drl", points(points));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        settle();
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String points(int amount) {
        return """
                rule "%d points for coming"
                when
                    Paid()
                then
                    insert( Earn.of( %d, "points" ) );
                end
                """.formatted(amount, amount);
    }
}
