package org.regulars.laws;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.regulars.laws.Histories.History;

/** Law 6: every amount can be worked out again by hand from its explanation. */
class ExplainedTest {

    @Provide
    Arbitrary<Terms> terms() {
        return RuleSets.any();
    }

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void by_what_the_outcome_says(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        Laws.holds(terms, history, (rules, step, outcome) -> {
            try {
                Recomputed.agrees(outcome);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n" + outcome.explain(), e);
            }
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void by_what_is_printed_on_the_receipt(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        Laws.holds(terms, history, (rules, step, outcome) -> {
            String receipt = outcome.explain();
            try {
                ReadReceipt.addsUp(receipt);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n" + receipt, e);
            }
        });
    }

    @Tag("soak")
    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    void explained_for_long(@ForAll("terms") Terms terms, @ForAll("histories") History history) {
        by_what_the_outcome_says(terms, history);
        by_what_is_printed_on_the_receipt(terms, history);
    }
}
