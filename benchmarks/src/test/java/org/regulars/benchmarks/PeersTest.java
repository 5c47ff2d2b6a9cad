package org.regulars.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulars.Granted;
import org.regulars.Lot;
import org.regulars.Offer;
import org.regulars.Outcome;
import org.regulars.benchmarks.Shop.Held;
import org.regulars.benchmarks.Shop.Shopping;

class PeersTest {

    private final List<Shopping> purchases = Workload.TYPICAL_5.purchases();

    /** Built once for all: every purchase of five lines, and some shorter and longer. */
    @ParameterizedTest
    @CsvSource({"20, naive-drools", "20, evrete", "20, easy-rules", "1000, evrete", "1000, easy-rules"})
    void every_peer_answers_all_purchases_rightly(int rules, String name) {
        List<Shopping> mixed = Stream.of(Workload.values())
                .filter(workload -> workload.rules() == rules)
                .flatMap(workload -> workload.purchases().stream().limit(workload.lines() == 5 ? 1024 : 32))
                .toList();
        Workload workload = Workload.of(rules + "x5");

        try (Peer peer = Peers.of(name, workload, mixed)) {
            assertThatCode(() -> Check.allAnswers(name, peer, mixed, workload.judge()))
                    .doesNotThrowAnyException();
        }
    }

    /** Apart, because it takes long to compile a thousand rules; {@code compare} checks them each time, too. */
    @ParameterizedTest
    @Tag("soak")
    @CsvSource({"1000, regulars", "1000, naive-drools"})
    void every_peer_that_compiles_a_thousand_rules_answers_rightly(int rules, String name) {
        every_peer_answers_all_purchases_rightly(rules, name);
    }

    @Test
    void a_wrong_answer_is_an_error_that_shows_the_purchase() {
        Shopping first = purchases.get(0);
        Answer careless = new Answer(1, 2, 3, 0, 0, 4, "Gold");

        assertThatThrownBy(() -> Check.allAnswers("A careless peer", always(careless), purchases, Handwritten::answer))
                .hasMessageContaining("A careless peer answers wrongly")
                .hasMessageContaining(first.toString())
                .hasMessageContaining(Handwritten.answer(first).toString())
                .hasMessageContaining(careless.toString());
    }

    @Test
    void the_purchases_are_the_same_every_time() {
        assertThat(Workload.TYPICAL_5.purchases())
                .isEqualTo(purchases)
                .hasSize(1024)
                .allSatisfy(shopping -> assertThat(shopping.goods()).hasSize(5));
    }

    @Test
    void regulars_answers_rightly_keeps_the_lots_that_handwritten_java_keeps_and_uses_every_rule() {
        try (Regulars regulars = new Regulars(Typical.rules(), purchases)) {
            Check.allAnswers("regulars", regulars, purchases, Handwritten::answer);
            Handwritten handwritten = new Handwritten(purchases);
            Set<String> granted = new TreeSet<>();
            int decisions = 0;
            int deciding = 0;
            for (int i = 0; i < purchases.size(); i++) {
                Outcome outcome = regulars.decide(i);
                outcome.granted().stream().map(Granted::offer).map(Offer::name).forEach(granted::add);
                decisions += outcome.granted().size();
                deciding += (int) outcome.granted().stream()
                        .map(Granted::offer)
                        .distinct()
                        .count();
                assertThat(lots(outcome.memberAfter().lots()))
                        .as("%s", purchases.get(i))
                        .isEqualTo(held(handwritten.decide(i).after().lots()));
            }

            assertThat(regulars.rules().warnings()).isEmpty();
            assertThat(regulars.rules().offers())
                    .hasSize(20)
                    .extracting(Offer::name)
                    .hasSameElementsAs(granted);
            assertThat((double) decisions / purchases.size())
                    .as("what rules decide for a purchase, as the README says")
                    .isCloseTo(9.0, within(0.05));
            assertThat((double) deciding / purchases.size())
                    .as("how many rules decide something, as the README says")
                    .isCloseTo(5.3, within(0.05));
        }
    }

    /** Sums of what ends at one time. */
    private static Map<String, Long> lots(List<Lot> lots) {
        Map<String, Long> sums = new HashMap<>();
        lots.forEach(lot -> sums.merge(
                lot.kind() + " until " + lot.expiresAt(), lot.amount().longValueExact(), Long::sum));
        return sums;
    }

    private static Map<String, Long> held(List<Held> lots) {
        Map<String, Long> sums = new HashMap<>();
        lots.forEach(lot -> sums.merge(lot.kind() + " until " + lot.ends(), lot.amount(), Long::sum));
        return sums;
    }

    private static Peer always(Answer answer) {
        return new Peer() {
            @Override
            public Object decide(int place) {
                return answer;
            }

            @Override
            public Answer answer(int place) {
                return answer;
            }
        };
    }
}
