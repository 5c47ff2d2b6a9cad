package org.regulars.internal.prose;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Term;
import org.regulars.program.Tiers;

/** An offer in words: its name, as the merchant calls it, and what its rule says, nothing more and nothing less. */
final class Offers {

    private final Definitions definitions;

    Offers(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * A rule in words.
     *
     * @param text it word by word
     * @param circumstances when it holds
     * @param said what it decides, by chapter
     * @param quoted the decisions there are no words for
     */
    record Offer(RuleText text, Circumstances circumstances, Map<Chapter, List<Said>> said, List<String> quoted) {}

    /** The offer of a rule. */
    Offer of(RuleText rule) {
        Circumstances circumstances = Circumstances.of(rule);
        Map<Chapter, List<Said>> said = new EnumMap<>(Chapter.class);
        List<String> quoted = new ArrayList<>();
        List<String> sources = Source.statements(rule);
        if (sources.size() != rule.then().size() || !rule.otherWords().isEmpty()) {
            return new Offer(rule, Circumstances.quoted(rule), said, List.of(Source.then(rule)));
        }
        for (int i = 0; i < sources.size(); i++) {
            try {
                Said decision = decision(rule.then().get(i), circumstances);
                said.computeIfAbsent(decision.chapter(), chapter -> new ArrayList<>())
                        .add(decision);
            } catch (NotInWordsException e) {
                quoted.add(sources.get(i));
            }
        }
        boolean isOfNames = quoted.stream().anyMatch(source -> source.contains("$"));
        return isOfNames
                ? new Offer(rule, Circumstances.quoted(rule), Map.of(), List.of(Source.then(rule)))
                : new Offer(rule, circumstances, said, quoted);
    }

    private Said decision(Term statement, Circumstances circumstances) {
        Chain chain = Chain.of(statement);
        Earning earning = new Earning(circumstances);
        Giving giving = new Giving(circumstances);
        Spending spending = new Spending(circumstances);
        return switch (chain.type()) {
            case "Earn" -> earning.earn(chain);
            case "Bonus" -> earning.bonus(chain);
            case "Multiply" -> earning.multiply(chain);
            case "Limit" -> earning.limit(chain);
            case "Discount" -> giving.discount(chain);
            case "FreeItem" -> giving.freeItem(chain);
            case "FreeShipping" -> giving.freeShipping(chain);
            case "Benefit" -> giving.benefit(chain);
            case "Convert" -> giving.convert(chain);
            case "Upgrade" -> giving.upgrade(chain, ownName(chain.argument(0)));
            case "PayWith" -> spending.payWith(chain);
            case "Overdraft" -> spending.overdraft(chain);
            case "Extend" -> spending.extend(chain);
            case "Forfeit" -> spending.forfeit(chain);
            default -> throw new NotInWordsException(chain.type());
        };
    }

    private @Nullable String ownName(Term tier) {
        Tiers ladder = definitions.ladderOf(Comparing.textOf(tier));
        return ladder == null || ladder.ladder().equals(Tiers.DEFAULT_LADDER) ? null : ladder.ladder();
    }
}
