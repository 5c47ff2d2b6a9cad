package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.regulars.Granted;
import org.regulars.Offer;
import org.regulars.Refused;
import org.regulars.facts.Redemption;
import org.regulars.internal.rules.CompiledRules;
import org.regulars.internal.rules.Firing;

/** The rewards a member asks for with one event, and which of them the rules have answered by now. */
final class Wishes {

    /** None. */
    static final Wishes NONE = new Wishes(List.of(), Set.of());

    private final List<Redemption> asked;
    private final Set<Redemption> answered;

    private Wishes(List<Redemption> asked, Set<Redemption> answered) {
        this.asked = asked;
        this.answered = answered;
    }

    /** These wishes, none of them answered. */
    static Wishes of(List<Redemption> asked) {
        return asked.isEmpty() ? NONE : new Wishes(asked, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Notes what rules have answered: whatever they decided, they spoke of it. */
    void note(List<Firing.Insertion> inserted) {
        if (asked.isEmpty()) {
            return;
        }
        inserted.forEach(each -> answered.addAll(each.asked()));
    }

    /** What no rule had anything to say to. */
    List<Refused> unanswered(CompiledRules rules) {
        if (asked.isEmpty()) {
            return List.of();
        }
        return asked.stream()
                .filter(wish -> !answered.contains(wish))
                .map(wish -> notOffered(wish.reward(), rules))
                .toList();
    }

    private static Refused notOffered(String reward, CompiledRules rules) {
        String nearest = rules.nearestReward(reward);
        String maybe = nearest.isEmpty() || nearest.equals(reward) ? "" : ". Maybe \"" + nearest + "\"?";
        return new Refused(
                new Offer(reward, "", 0, reward),
                Granted.Sort.BENEFIT,
                reward,
                Refused.Reason.NOT_OFFERED,
                BigDecimal.ZERO,
                "",
                "no rule offers \"" + reward + "\" as things are" + maybe);
    }
}
