package org.regulars.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regulars.Bounds;
import org.regulars.EventRefusedException;
import org.regulars.Outcome;
import org.regulars.RuleLoader;
import org.regulars.RuleSet;
import org.regulars.RuleSetException;
import org.regulars.hostile.Canary;
import org.regulars.hostile.Rocket;

/**
 * Hostile rule files are refused when they are loaded, or when they decide, or do no harm; whichever it is, no code of theirs has
 * run, and the next decision is right.
 *
 * <p>Each file begins with what it tries. A remark {@code // stops:} says where it is to be stopped, {@code load} or {@code
 * decide}, or that it is {@code harmless}; where there is none, any end will do. Files with the remark {@code // sings when
 * trusted} are loaded without the guard too, and are then heard to run: so the silence under the guard means something.
 * Those with {@code // more of a sort} are left to the profile "soak".
 */
class HostileRulesTest {

    private static final Bounds SMALL =
            Bounds.standard().withTime(Duration.ofSeconds(2)).withSteps(1_000_000);

    private static final String GOOD = """
            rule "1 point for every unit of money"
            when
                $goods : PaidItem( category not in ( "gift card", "tobacco" ), name matches "[a-z ]+" )
            then
                insert( Earn.of( 1, "points" ).times( $goods.amount() ) );
            end

            rule "7 stamps: a coffee is free"
            when
                Purchase( has( "coffee" ) )
            then
                insert( FreeItem.of( 1, "coffee" ).costing( 7, "stamps" ).repeatedly() );
            end
            """;

    private static RuleSet good;
    private static List<Outcome> right;

    @BeforeAll
    static void decide_by_good_rules() {
        good = RuleSet.fromText(GOOD);
        right = Life.by(good).outcomes();
        assertThat(right).hasSize(6);
    }

    @AfterAll
    static void good_rules_can_still_be_loaded() {
        good.close();
        try (RuleSet again = RuleSet.fromText(GOOD)) {
            assertThat(Life.by(again).outcomes()).isEqualTo(right);
        }
    }

    static List<Corpus> files() {
        return Corpus.in("hostile").stream().filter(file -> !isMore(file)).toList();
    }

    static List<Corpus> more() {
        return Corpus.in("hostile").stream().filter(HostileRulesTest::isMore).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    @Timeout(value = 20, threadMode = SEPARATE_THREAD)
    void a_hostile_file_is_stopped_and_leaves_nothing_behind(Corpus file) throws Exception {
        stop(file);
    }

    /** Those that try in other words what one of the others tries. */
    @Tag("soak")
    @ParameterizedTest
    @MethodSource("more")
    @Timeout(value = 20, threadMode = SEPARATE_THREAD)
    void so_is_another_of_its_sort(Corpus file) throws Exception {
        stop(file);
    }

    private static void stop(Corpus file) throws Exception {
        List<String> wrong = new ArrayList<>();
        try (Traces traces = new Traces()) {
            String end = end(file, loader(file).within(SMALL), traces, wrong);
            wrong.addAll(traces.left());
            String stops = file.remark("stops");
            if (!stops.isEmpty() && !stops.equals(end)) {
                wrong.add("should end at " + stops + " and ended at " + end);
            }
        }
        if (!Life.by(good).outcomes().equals(right)) {
            wrong.add("made the next decision wrong");
        }
        assertThat(wrong).as("%s, which tries %s", file, file.remark("tries")).isEmpty();
        if (sings(file)) {
            singsWhenTrusted(file);
        }
    }

    @Test
    void there_are_many_and_many_sing() {
        assertThat(files())
                .hasSizeGreaterThanOrEqualTo(160)
                .allSatisfy(file -> assertThat(file.text()).startsWith("// tries: "));
        assertThat(files().stream().filter(HostileRulesTest::sings)).hasSizeGreaterThanOrEqualTo(30);
    }

    /** Where it ends: {@code load}, {@code decide}, or {@code harmless}. */
    private static String end(Corpus file, RuleLoader loader, Traces traces, List<String> wrong) {
        try (RuleSet rules = loader.fromTexts(Map.of(file.name(), file.text()))) {
            Life life = Life.by(rules, facts(file, traces));
            for (EventRefusedException refusal : life.refusals()) {
                if (String.valueOf(refusal.getMessage()).isBlank()) {
                    wrong.add("was refused without a word");
                }
            }
            return life.refusals().isEmpty() ? "harmless" : "decide";
        } catch (RuleSetException e) {
            if (e.problems().isEmpty()) {
                wrong.add("was not loaded without a word");
            }
            return "load";
        } catch (Throwable e) {
            wrong.add("threw " + e);
            return "exception";
        }
    }

    private static void singsWhenTrusted(Corpus file) throws Exception {
        try (Traces traces = new Traces()) {
            List<String> wrong = new ArrayList<>();
            end(file, loader(file).trusted(), traces, wrong);
            assertThat(Canary.heard()).as("%s, trusted, %s", file, wrong).isNotEmpty();
        }
    }

    private static boolean sings(Corpus file) {
        return file.text().contains("\n// sings when trusted\n");
    }

    private static boolean isMore(Corpus file) {
        return file.text().contains("\n// more of a sort\n");
    }

    private static RuleLoader loader(Corpus file) {
        return file.words("facts").isEmpty()
                ? RuleSet.loader()
                : RuleSet.loader().facts(Rocket.class);
    }

    private static Object[] facts(Corpus file, Traces traces) {
        return file.words("facts").isEmpty() ? new Object[0] : new Object[] {traces.rocket()};
    }
}
