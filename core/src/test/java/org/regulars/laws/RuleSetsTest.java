package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import org.regulars.Due;
import org.regulars.Granted;
import org.regulars.Granted.Sort;
import org.regulars.LoyaltyEngine;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.Refused;
import org.regulars.Refused.Reason;
import org.regulars.TierChange;
import org.regulars.laws.Histories.History;

/** The laws are held against everything there is: whatever can be granted or refused is, and most rules have a say. */
class RuleSetsTest {

    private static final int ENOUGH = 60;

    @Example
    void generated_rules_grant_and_refuse_everything() {
        RandomGenerator<History> histories = Histories.any().generator(ENOUGH);
        Random random = new Random(RuleSets.SEED);
        Set<Sort> granted = EnumSet.noneOf(Sort.class);
        Set<Reason> refused = EnumSet.noneOf(Reason.class);
        Set<Posting.Cause> causes = EnumSet.noneOf(Posting.Cause.class);
        Set<Due.Sort> due = EnumSet.noneOf(Due.Sort.class);
        Set<TierChange.Cause> tiers = EnumSet.noneOf(TierChange.Cause.class);
        Map<String, Integer> events = new TreeMap<>();
        Set<String> heard = new HashSet<>();
        int rules = 0;
        for (int number = 0; number < Math.min(RuleSets.COUNT, ENOUGH); number++) {
            Terms terms = RuleSets.number(number);
            LoyaltyEngine engine = terms.engine();
            rules += terms.promises().size();
            for (int i = 0; i < ENOUGH; i++) {
                Laws.play(engine, histories.next(random).value(), (step, outcome) -> {
                    events.merge(step.event().getClass().getSimpleName(), 1, Integer::sum);
                    for (var each : granted(outcome)) {
                        granted.add(each.sort());
                        heard.add(terms + each.offer().name());
                    }
                    for (var each : refused(outcome)) {
                        refused.add(each.reason());
                        heard.add(terms + each.offer().name());
                    }
                    outcome.limits()
                            .forEach(each -> heard.add(terms + each.offer().name()));
                    moved(outcome).forEach(each -> causes.add(each.cause()));
                    outcome.due().forEach(each -> due.add(each.sort()));
                    tierChanges(outcome).forEach(each -> tiers.add(each.cause()));
                });
            }
        }
        assertThat(granted).containsExactlyInAnyOrder(Sort.values());
        assertThat(refused).containsExactlyInAnyOrder(Reason.values());
        assertThat(causes).containsExactlyInAnyOrder(Posting.Cause.values());
        assertThat(due).containsExactlyInAnyOrder(Due.Sort.values());
        assertThat(tiers).containsExactlyInAnyOrder(TierChange.Cause.values());
        assertThat(events.keySet())
                .containsExactlyInAnyOrder("Activity", "Correction", "Purchase", "Redemption", "Return", "TimePassed");
        assertThat(heard.size()).as("rules of %d that had a say", rules).isGreaterThan(rules * 3 / 4);
    }

    private static List<Granted> granted(Outcome outcome) {
        return Stream.concat(outcome.granted().stream(), outcome.due().stream().flatMap(due -> due.granted().stream()))
                .toList();
    }

    private static List<Refused> refused(Outcome outcome) {
        return Stream.concat(outcome.refused().stream(), outcome.due().stream().flatMap(due -> due.refused().stream()))
                .toList();
    }

    private static List<Posting> moved(Outcome outcome) {
        return Stream.concat(
                        outcome.due().stream().flatMap(due -> due.postings().stream()), outcome.postings().stream())
                .toList();
    }

    private static List<TierChange> tierChanges(Outcome outcome) {
        return Stream.concat(
                        outcome.due().stream().flatMap(due -> due.tierChanges().stream()),
                        outcome.tierChanges().stream())
                .toList();
    }
}
