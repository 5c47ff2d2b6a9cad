package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.Line;
import org.regulars.decisions.Bonus;
import org.regulars.decisions.Convert;
import org.regulars.decisions.Cost;
import org.regulars.decisions.Decision;
import org.regulars.decisions.Discount;
import org.regulars.decisions.Earn;
import org.regulars.decisions.Extend;
import org.regulars.decisions.Forfeit;
import org.regulars.decisions.FreeItem;
import org.regulars.decisions.FreeShipping;
import org.regulars.decisions.Multiply;
import org.regulars.decisions.Reward;
import org.regulars.decisions.Upgrade;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.rules.Firing;
import org.regulars.internal.rules.Phase;

/** Takes what rules inserted as proposals, in their one order, once each has been found to make sense. */
final class Proposals {

    private final Definitions definitions;
    private final int moneyDecimals;
    private final Map<Integer, Integer> places = new HashMap<>();

    /**
     * Takes nothing yet.
     *
     * @param lines the receipt; none for an activity
     */
    Proposals(Definitions definitions, int moneyDecimals, List<Line> lines) {
        this.definitions = definitions;
        this.moneyDecimals = moneyDecimals;
        lines.stream()
                .map(line -> new BillLine(line, moneyDecimals))
                .sorted(BillLine.CHEAPEST_FIRST)
                .forEach(bill -> places.put(bill.line().number(), places.size() + 1));
    }

    /** Throws a {@link Refusal} that names the rule, if one inserted something that makes no sense. */
    List<Proposal> of(List<Firing.Insertion> insertions, Phase now) {
        List<Proposal> proposals = new ArrayList<>();
        for (Firing.Insertion insertion : insertions) {
            List<Integer> at = insertion.lines().stream()
                    .map(line -> places.getOrDefault(line, 0))
                    .sorted()
                    .toList();
            proposals.add(new Proposal(insertion.offer(), insertion.lines(), at, decision(insertion, now)));
        }
        proposals.sort(Proposal.ORDER);
        return proposals;
    }

    private Decision decision(Firing.Insertion insertion, Phase now) {
        Object inserted = insertion.inserted();
        if (!(inserted instanceof Decision decision)) {
            throw refusal(
                    insertion,
                    "inserts " + inserted.getClass().getSimpleName()
                            + ", and rules insert only decisions. Maybe Earn, Discount or FreeItem?");
        }
        if (insertion.phase().compareTo(now) > 0) {
            throw refusal(
                    insertion,
                    "fires before it is time, because it only says what is not there. Maybe name the"
                            + " fact that must be there too: Paid(), or Balance()?");
        }
        String name = decision.getClass().getSimpleName();
        if (!now.allows(name)) {
            throw refusal(
                    insertion,
                    "inserts " + name + ", which cannot be decided " + now.words()
                            + ". Maybe it should name other facts?");
        }
        check(insertion, decision);
        return decision;
    }

    private void check(Firing.Insertion insertion, Decision decision) {
        if (!(decision instanceof Discount) && !(decision instanceof FreeShipping)) {
            checkName(insertion, Sorts.what(decision));
        }
        if (decision instanceof Earn earn) {
            checkAmount(insertion, earn.amount(), earn.kind());
        } else if (decision instanceof Bonus bonus) {
            checkAmount(insertion, bonus.amount(), bonus.kind());
        } else if (decision instanceof Multiply multiply) {
            checkAmount(insertion, multiply.factor(), multiply.kind());
        } else if (decision instanceof Discount discount) {
            checkMoney(insertion, discount.amount());
            checkMoney(insertion, discount.upTo());
        } else if (decision instanceof FreeItem free) {
            checkAmount(insertion, BigDecimal.valueOf(free.quantity()), "free " + free.what());
            checkMoney(insertion, free.upTo());
        } else if (decision instanceof Upgrade upgrade && definitions.ladderOf(upgrade.tier()) == null) {
            throw refusal(
                    insertion,
                    "upgrades to '" + upgrade.tier() + "', which is on no ladder. "
                            + Admission.tiersThereAre(definitions.tierNames()));
        } else if (decision instanceof Forfeit forfeit
                && forfeit.tier() != null
                && definitions.ladderOf(forfeit.tier()) == null) {
            throw refusal(
                    insertion,
                    "takes the tier '" + forfeit.tier() + "', which is on no ladder. "
                            + Admission.tiersThereAre(definitions.tierNames()));
        } else if (decision instanceof Extend extend
                && extend.by() == null
                && extend.from() == null
                && extend.through() == null
                && extend.reinstatedDays() == 0) {
            throw refusal(
                    insertion, "lets " + extend.kind() + " live longer without saying how long. Maybe byMonths( 3 )?");
        } else if (decision instanceof Convert convert) {
            checkAmount(insertion, convert.amount(), convert.kind());
        }
        if (decision instanceof Reward reward) {
            checkCost(insertion, reward.cost());
        }
    }

    /** A rule may take a name from an attribute that is missing. */
    private static void checkName(Firing.Insertion insertion, @Nullable String name) {
        if (name == null || name.isBlank()) {
            throw refusal(
                    insertion,
                    "inserts " + insertion.inserted().getClass().getSimpleName()
                            + " without saying of what. Maybe an attribute is missing?");
        }
    }

    private static void checkAmount(Firing.Insertion insertion, BigDecimal amount, String kind) {
        if (kind.isBlank()) {
            throw refusal(insertion, "gives an amount of a kind without a name. Maybe \"points\"?");
        }
        if (!Admission.tooLong(amount) && amount.signum() < 0) {
            throw refusal(
                    insertion,
                    "gives " + amount.toPlainString() + " " + kind
                            + ", which is below zero. Maybe a reward costing( … ) was meant?");
        }
        if (Admission.tooLong(amount)) {
            throw refusal(
                    insertion,
                    "gives an amount of " + kind + " with more than 18 digits before or after the" + " point ("
                            + amount.precision() + " digits, scale " + amount.scale() + ").");
        }
    }

    private static void checkCost(Firing.Insertion insertion, @Nullable Cost cost) {
        if (cost != null) {
            checkName(insertion, cost.kind());
            checkAmount(insertion, cost.amount(), cost.kind());
        }
    }

    private void checkMoney(Firing.Insertion insertion, @Nullable BigDecimal amount) {
        if (amount != null && amount.signum() < 0) {
            throw refusal(insertion, "speaks of " + amount.toPlainString() + " in money, which is below zero.");
        }
        if (amount != null && (amount.scale() > moneyDecimals || Admission.tooLong(amount))) {
            throw refusal(
                    insertion,
                    "speaks of " + amount.toPlainString() + " in money, and the purchase's currency has "
                            + moneyDecimals + " decimals. Maybe round it?");
        }
    }

    private static Refusal refusal(Firing.Insertion insertion, String message) {
        return new Refusal(insertion.offer(), message);
    }
}
