package org.regulars.internal.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Offer;
import org.regulars.facts.Redemption;
import org.regulars.internal.reading.ParsedRule;
import org.regulars.internal.reading.Phase;

/**
 * What is known of a rule once it is loaded, so that nothing is looked up by its name while it fires.
 *
 * @param offer the rule
 * @param phase when it runs
 * @param asking the rule as it stands in its file, if there must be a wish for it to run; otherwise null
 */
record KnownRule(Offer offer, Phase phase, @Nullable ParsedRule asking) {

    static KnownRule of(ParsedRule rule) {
        return new KnownRule(
                rule.offer(), Phase.of(rule.facts()), rule.present().contains("Redemption") ? rule : null);
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
