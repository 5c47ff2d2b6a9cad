package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.regulars.Event;
import org.regulars.EventRefusedException;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.RuleSet;
import org.regulars.TimePassed;
import org.regulars.laws.Histories.History;

/** Law 1: the same rule set, member and event give an equal outcome, wherever and whenever. */
class PureTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ABROAD = Math.max(1, RuleSets.COUNT / 10);

    @Provide
    Arbitrary<Terms> terms() {
        return RuleSets.any();
    }

    @Provide
    Arbitrary<Terms> someTerms() {
        return RuleSets.some(ABROAD);
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void decided_twice(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        Laws.holds(terms, history, (rules, step, outcome) -> {
            String before = step.member() + " " + step.undone();
            Outcome again = step.by(rules.engine());
            assertThat(again).isEqualTo(outcome).hasSameHashCodeAs(outcome);
            assertThat(again.explain()).isEqualTo(outcome.explain());
            assertThat(step.member()).isEqualTo(outcome.memberBefore());
            assertThat(step.member() + " " + step.undone()).isEqualTo(before);
        });
    }

    /** What an application has stored and read again is decided as what it was. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void decided_after_it_was_stored(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        Laws.holds(terms, history, (rules, step, outcome) -> {
            Member read = stored(step.member(), Member.class);
            assertThat(read).isEqualTo(step.member());
            Outcome undone = step.undone() == null ? null : stored(step.undone(), Outcome.class);
            assertThat(undone).isEqualTo(step.undone());
            assertThat(new Step(read, storedEvent(step.event()), undone).by(rules.engine()))
                    .isEqualTo(outcome);
        });
    }

    /** What is decided already is not decided again, and what came back does not come back again. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void decided_already(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        Laws.holds(terms, history, (rules, step, outcome) -> {
            Step twice = new Step(outcome.memberAfter(), step.event(), step.undone());
            if (step.undone() != null) {
                assertThatThrownBy(() -> twice.by(rules.engine())).isInstanceOf(EventRefusedException.class);
                return;
            }
            Outcome again = twice.by(rules.engine());
            assertThat(again.repeated()).isEqualTo(!(step.event() instanceof TimePassed));
            assertThat(again.granted()).isEmpty();
            assertThat(again.due()).isEmpty();
            assertThat(again.postings()).isEmpty();
            assertThat(again.memberAfter()).isEqualTo(outcome.memberAfter());
        });
    }

    /** Equal amounts are equal values, so that equal outcomes are equal when they are stored and read again. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    void amounts_have_one_form(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        Laws.holds(terms, history, (rules, step, outcome) -> plain("outcome", outcome));
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void decided_on_many_threads_at_once(
            @ForAll("someTerms") Terms terms, @ForAll @Size(30) List<@net.jqwik.api.From("histories") History> some)
            throws InterruptedException, ExecutionException {
        LoyaltyEngine engine = terms.engine();
        List<List<Outcome>> expected =
                some.stream().map(history -> outcomes(engine, history)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Outcome>>> decided = new ArrayList<>();
            for (int round = 0; round < 4; round++) {
                some.forEach(history -> decided.add(threads.submit(() -> outcomes(engine, history))));
            }
            for (int i = 0; i < decided.size(); i++) {
                assertThat(decided.get(i).get()).isEqualTo(expected.get(i % some.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Rules compiled and events decided where letters, times and words are others. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void decided_by_other_defaults(@ForAll("someTerms") Terms terms, @ForAll("histories") History history) {
        List<Outcome> here = outcomes(terms.engine(), history);
        String receipt = here.get(0).explain();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String encoding = System.getProperty("file.encoding");
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            System.setProperty("file.encoding", "UTF-16");
            RuleSet abroad = Compiled.of("abroad", Map.of("rules.drl", terms.text()));
            List<Outcome> there = outcomes(LoyaltyEngine.with(abroad), history);
            assertThat(there).isEqualTo(here);
            assertThat(there.get(0).explain()).isEqualTo(receipt);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
            System.setProperty("file.encoding", encoding);
        }
    }

    @Example
    void decided_in_another_jvm() throws IOException, InterruptedException {
        Path out = Files.createTempFile("outcomes", ".txt");
        try {
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dfile.encoding=US-ASCII",
                            "-Duser.language=ar",
                            "-Duser.country=EG",
                            "-Duser.timezone=Asia/Kathmandu",
                            "-Dregulars.laws.seed=" + RuleSets.SEED,
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherJvm.class.getName(),
                            out.toString())
                    .inheritIO()
                    .start();
            List<String> here = OtherJvm.outcomes();
            assertThat(other.waitFor()).isZero();
            assertThat(Files.readAllLines(out, StandardCharsets.UTF_8)).isEqualTo(here);
        } finally {
            Files.delete(out);
        }
    }

    @Tag("soak")
    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void pure_for_long(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        decided_twice(terms, history);
        decided_after_it_was_stored(terms, history);
        decided_already(terms, history);
        amounts_have_one_form(terms, history);
    }

    @Tag("soak")
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void threads_for_long(
            @ForAll("terms") Terms terms, @ForAll @Size(30) List<@net.jqwik.api.From("histories") History> some)
            throws InterruptedException, ExecutionException {
        decided_on_many_threads_at_once(terms, some);
    }

    private static List<Outcome> outcomes(LoyaltyEngine engine, History history) {
        List<Outcome> outcomes = new ArrayList<>();
        Laws.play(engine, history, (step, outcome) -> outcomes.add(outcome));
        return outcomes;
    }

    private static Event storedEvent(Event event) {
        return stored(event, event.getClass());
    }

    private static <T> T stored(T value, Class<? extends T> type) {
        try {
            return JSON.readValue(JSON.writeValueAsBytes(value), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void plain(String path, @Nullable Object value) {
        if (value instanceof BigDecimal amount) {
            BigDecimal plain = amount.stripTrailingZeros();
            assertThat(amount)
                    .as(path)
                    .isEqualTo(amount.signum() == 0 || plain.scale() < 0 ? plain.setScale(0) : plain);
        } else if (value instanceof Collection<?> many) {
            many.forEach(each -> plain(path + " › " + each.getClass().getSimpleName(), each));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> plain(path + " › " + key, each));
        } else if (value instanceof Record record) {
            for (RecordComponent part : record.getClass().getRecordComponents()) {
                try {
                    plain(path + " › " + part.getName(), part.getAccessor().invoke(record));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
