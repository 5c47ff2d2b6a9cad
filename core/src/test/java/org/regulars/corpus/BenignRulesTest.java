package org.regulars.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.regulars.RuleLoader;
import org.regulars.RuleSet;
import org.regulars.testing.RuleCoverage;

/** What a merchant may write passes the guard, and decides as it would without one. */
class BenignRulesTest {

    private static final int BATCH = 20;
    private static final Pattern AT_THE_TILL = Pattern.compile("\\b(Item|Purchase)\\(");

    /**
     * Files that can stand beside each other, so that Drools is started a few times only: those at the till, which leave
     * little to pay for, apart from the others.
     */
    static List<List<Corpus>> together() {
        Map<String, List<Corpus>> plain = files().stream()
                .filter(file -> !isApart(file))
                .collect(Collectors.groupingBy(
                        file -> AT_THE_TILL.matcher(file.text()).find() ? "till" : "paid"));
        List<List<Corpus>> batches = new ArrayList<>();
        for (List<Corpus> files : plain.values()) {
            for (int from = 0; from < files.size(); from += BATCH) {
                batches.add(files.subList(from, Math.min(from + BATCH, files.size())));
            }
        }
        files().stream().filter(BenignRulesTest::isApart).map(List::of).forEach(batches::add);
        return batches;
    }

    @ParameterizedTest
    @MethodSource("together")
    void benign_files_decide_alike_with_the_guard_and_without(List<Corpus> files) {
        Object[] facts = OwnFacts.of(files.get(0));
        RuleLoader loader = OwnFacts.loader(files.get(0));
        Map<String, String> texts = files.stream().collect(Collectors.toMap(Corpus::name, Corpus::text));
        try (RuleSet guarded = loader.fromTexts(texts);
                RuleSet trusted = loader.trusted().fromTexts(texts)) {
            Life life = Life.by(guarded, facts);

            assertThat(life.refusals()).isEmpty();
            assertThat(life.outcomes()).isEqualTo(Life.by(trusted, facts).outcomes());
            // A rule that never fires would show nothing of what its decision needs.
            life.outcomes().forEach(outcome -> RuleCoverage.note(guarded, outcome));
            if (files.get(0).remark("silent").isEmpty()) {
                RuleCoverage.assertEveryRuleFired(guarded);
            }
        }
    }

    /** What a file defines, the facts it brings and its silence are its own. */
    private static boolean isApart(Corpus file) {
        return file.text().contains("Program()")
                || !file.remark("facts").isEmpty()
                || !file.remark("silent").isEmpty();
    }

    private static List<Corpus> files() {
        return Corpus.in("benign");
    }

    @Test
    void there_are_many() {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(110);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("asSavedElsewhere")
    void a_benign_file_may_be_saved_by_any_editor(String how, String text) {
        try (RuleSet rules = RuleSet.fromText(text)) {
            assertThat(Life.by(rules).refusals()).as(how).isEmpty();
        }
    }

    static Stream<Arguments> asSavedElsewhere() {
        Corpus file = files().stream()
                .filter(each -> each.name().equals("remarks-of-all-kinds.drl"))
                .findFirst()
                .orElseThrow();
        return Stream.of(
                Arguments.of("Windows", file.text().replace("\n", "\r\n")),
                Arguments.of("old Mac", file.text().replace("\n", "\r")),
                Arguments.of("byte order mark", "\uFEFF" + file.text()),
                Arguments.of("both", "\uFEFF" + file.text().replace("\n", "\r\n")),
                Arguments.of("no last line end", file.text().stripTrailing()),
                Arguments.of("blank lines", "\n\n" + file.text() + "\n\n\n"));
    }
}
