package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Refused;
import org.regulars.decisions.Cost;
import org.regulars.decisions.PayWith;
import org.regulars.internal.values.Values;

/**
 * How much of a kind is used as money.
 *
 * @param proposal the rule that lets it be
 * @param pay how much each is worth, and the bounds
 * @param held how much there is to use
 * @param toPay what is left to pay of what it is for
 * @param smallest the kind's smallest unit
 * @param moneyDecimals how many decimals the currency has
 */
record PaidWith(
        Proposal proposal, PayWith pay, BigDecimal held, BigDecimal toPay, BigDecimal smallest, int moneyDecimals) {

    /** How much is used: no more than what it takes off is worth, so that nothing is given for a part of a cent. */
    BigDecimal used() {
        return used(held);
    }

    /** How much money it takes off. */
    BigDecimal value() {
        return value(used());
    }

    /** What is granted for it. */
    Granted granted(List<Integer> lines) {
        BigDecimal exact = used().multiply(pay.worth());
        return new Granted(
                proposal.offer(),
                Granted.Sort.PAID_WITH,
                value(),
                pay.kind(),
                lines,
                value(),
                new Granted.Basis(pay.worth(), null, used()),
                cost(),
                null,
                exact.compareTo(value()) == 0 ? "" : "rounded down");
    }

    /** What is spent for it. */
    Cost cost() {
        return new Cost(used(), pay.kind(), false, false);
    }

    /** Why nothing is used. */
    Refused refused() {
        BigDecimal least = least();
        if (toPay.signum() == 0) {
            return Sorts.refused(proposal, Refused.Reason.NOTHING_TO_APPLY_TO, "nothing is left to pay");
        }
        if (held.compareTo(least) < 0 && used(least).signum() > 0) {
            return Costs.missing(proposal, new Cost(least, pay.kind(), false, false), held);
        }
        return Sorts.refused(
                proposal,
                Refused.Reason.TOO_LITTLE,
                "takes at least " + show(least) + " " + pay.kind() + ", and " + bound(least));
    }

    private BigDecimal used(BigDecimal atHand) {
        BigDecimal most = most(atHand);
        BigDecimal value = value(most);
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal enough = inSteps(value.divide(pay.worth(), 12, RoundingMode.UP));
        return Values.plain(enough.max(leastAllowed()).min(most));
    }

    /** The most whole steps that are held, wanted and allowed, and that there is something to pay with; zero below the least. */
    private BigDecimal most(BigDecimal atHand) {
        BigDecimal bound = bounded(bounded(atHand.max(BigDecimal.ZERO), pay.atMost()), pay.wanted());
        if (pay.whole()) {
            return bound.compareTo(least()) < 0 ? BigDecimal.ZERO : least();
        }
        BigDecimal payable = pay.upToPercent() == null
                ? toPay
                : toPay.multiply(pay.upToPercent()).movePointLeft(2);
        BigDecimal most = bound.min(payable.divide(pay.worth(), 12, RoundingMode.DOWN));
        BigDecimal whole = most.divide(step(), 0, RoundingMode.DOWN).multiply(step());
        return pay.atLeast() != null && whole.compareTo(pay.atLeast()) < 0 ? BigDecimal.ZERO : Values.plain(whole);
    }

    private static BigDecimal bounded(BigDecimal amount, @Nullable BigDecimal bound) {
        return bound == null ? amount : amount.min(bound);
    }

    /** The least with which anything can be taken off, whatever is held and wanted. */
    private BigDecimal least() {
        BigDecimal coin = BigDecimal.ONE.movePointLeft(moneyDecimals);
        return pay.whole()
                ? inSteps(toPay.divide(pay.worth(), 12, RoundingMode.UP))
                : Values.plain(leastAllowed().max(inSteps(coin.divide(pay.worth(), 12, RoundingMode.UP))));
    }

    private BigDecimal leastAllowed() {
        return pay.atLeast() == null ? BigDecimal.ZERO : inSteps(pay.atLeast());
    }

    /** As many whole steps as it takes to reach an amount. */
    private BigDecimal inSteps(BigDecimal amount) {
        return amount.divide(step(), 0, RoundingMode.UP).multiply(step());
    }

    private BigDecimal step() {
        return pay.step() == null ? smallest : pay.step();
    }

    private BigDecimal value(BigDecimal used) {
        return used.multiply(pay.worth())
                .setScale(moneyDecimals, RoundingMode.DOWN)
                .min(toPay);
    }

    private String bound(BigDecimal least) {
        if (isBelow(pay.wanted(), least)) {
            return show(pay.wanted()) + " were asked for";
        }
        if (isBelow(pay.atMost(), least)) {
            return "it takes at most " + show(pay.atMost());
        }
        String share = pay.upToPercent() == null ? "" : show(pay.upToPercent()) + " % of ";
        return share + show(toPay) + " is all that is left to pay with them";
    }

    private static boolean isBelow(@Nullable BigDecimal bound, BigDecimal least) {
        return bound != null && bound.compareTo(least) < 0;
    }

    private static String show(@Nullable BigDecimal amount) {
        return amount == null ? "" : Values.plain(amount).toPlainString();
    }
}
