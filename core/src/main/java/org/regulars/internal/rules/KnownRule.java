package org.regulars.internal.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Offer;
import org.regulars.facts.Redemption;
import org.regulars.internal.reading.Phase;
import org.regulars.internal.reading.RuleSummary;

/**
 * What is known of a rule once it is loaded, so that nothing is looked up by its name while it fires.
 *
 * @param offer the rule
 * @param placeByName where its name stands among those of all rules, in the order of their letters; from 0
 * @param phase when it runs
 * @param asking what its file says of it, if there must be a wish for it to run; otherwise null
 */
record KnownRule(
        Offer offer, int placeByName, Phase phase, @Nullable RuleSummary asking) {

    static KnownRule of(RuleSummary rule, int placeByName) {
        return new KnownRule(
                rule.offer(),
                placeByName,
                Phase.of(rule.facts()),
                rule.present().contains("Redemption") ? rule : null);
    }

    /** Those of the wishes that a rule answers which only asks whether there are such, with {@code exists}. */
    List<Redemption> answered(List<Redemption> wishes) {
        if (asking == null) {
            return List.of();
        }
        return wishes.stream()
                .filter(wish -> asking.rewards().isEmpty() || asking.rewards().contains(wish.reward()))
                .toList();
    }
}
