package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import org.regulars.Event;
import org.regulars.Granted.Sort;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Refused.Reason;
import org.regulars.laws.Histories.History;

/** The laws are held against everything there is: whatever can be granted or refused is, and most rules have a say. */
class RuleSetsTest {

    private static final int ENOUGH = 40;

    @Example
    void generated_rules_grant_and_refuse_everything() {
        RandomGenerator<History> histories = Histories.any().generator(ENOUGH);
        Random random = new Random(RuleSets.SEED);
        Set<Sort> granted = EnumSet.noneOf(Sort.class);
        Set<Reason> refused = EnumSet.noneOf(Reason.class);
        Set<String> heard = new HashSet<>();
        int rules = 0;
        for (int number = 0; number < Math.min(RuleSets.COUNT, ENOUGH); number++) {
            Terms terms = RuleSets.number(number);
            LoyaltyEngine engine = terms.engine();
            rules += terms.promises().size();
            for (int i = 0; i < ENOUGH; i++) {
                History history = histories.next(random).value();
                Member member = history.member();
                for (Event event : history.events()) {
                    Outcome outcome = engine.decide(member, event);
                    for (var each : outcome.granted()) {
                        granted.add(each.sort());
                        heard.add(terms + each.offer().name());
                    }
                    for (var each : outcome.refused()) {
                        refused.add(each.reason());
                        heard.add(terms + each.offer().name());
                    }
                    member = outcome.memberAfter();
                }
            }
        }
        assertThat(granted).containsExactlyInAnyOrder(Sort.values());
        assertThat(refused).containsExactlyInAnyOrder(Reason.values());
        assertThat(heard.size()).as("rules of %d that had a say", rules).isGreaterThan(rules * 3 / 4);
    }
}
