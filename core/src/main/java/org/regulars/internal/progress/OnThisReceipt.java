package org.regulars.internal.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Line;
import org.regulars.Outcome;
import org.regulars.Progress;
import org.regulars.Purchase;
import org.regulars.internal.values.Money;

/** What is missing on the receipt that was decided, in money or in units: the same receipt is decided with one more line. */
final class OnThisReceipt {

    /** A discount takes its part of what is added, so that a little more is missing, and of that again. */
    private static final int MOST_STEPS = 6;

    private final Outcome outcome;
    private final Purchase purchase;
    private final Trial trial;
    private final int decimals;

    OnThisReceipt(Outcome outcome, Purchase purchase, Trial trial) {
        this.outcome = outcome;
        this.purchase = purchase;
        this.trial = trial;
        this.decimals = Money.decimals(purchase.currency());
    }

    /** How far the member is from what a rule gives for so much on the receipt; null if nothing sure can be said. */
    @Nullable
    Progress to(Threshold threshold, Threshold.Measured.OnReceipt measured) {
        boolean money = measured.amount().unit() == ReceiptAmount.Unit.MONEY;
        BigDecimal smallest = money ? BigDecimal.ONE.movePointLeft(decimals) : BigDecimal.ONE;
        BigDecimal needed = threshold.beyond() ? threshold.needed().add(smallest) : threshold.needed();
        BigDecimal amount = measured.amount().in(outcome);
        if (amount == null || amount.compareTo(needed) >= 0 || Trial.given(outcome, threshold.offer()) != null) {
            return null;
        }
        BigDecimal more = rounded(needed.subtract(amount), money);
        Outcome with = with(more, measured.amount().what(), money);
        for (int step = 1; step < MOST_STEPS && Trial.given(with, threshold.offer()) == null; step++) {
            BigDecimal reached = with == null ? null : measured.amount().in(with);
            if (reached == null || reached.compareTo(needed) >= 0) {
                return null;
            }
            more = more.add(rounded(needed.subtract(reached), money));
            with = with(more, measured.amount().what(), money);
        }
        Granted reward = Trial.given(with, threshold.offer());
        if (reward == null
                || isMoreThanNeeded(more.subtract(smallest), measured.amount().what(), money, threshold)) {
            return null;
        }
        String what = measured.amount().what() == null ? "" : measured.amount().what();
        return new Progress(
                threshold.offer(),
                more,
                money ? Progress.Unit.MONEY : Progress.Unit.GOODS,
                money ? purchase.currency() : what,
                money ? what : "",
                amount,
                needed,
                null,
                reward);
    }

    private boolean isMoreThanNeeded(BigDecimal less, @Nullable String what, boolean money, Threshold threshold) {
        return less.signum() > 0 && Trial.given(with(less, what, money), threshold.offer()) != null;
    }

    private @Nullable Outcome with(BigDecimal more, @Nullable String what, boolean money) {
        String name = what == null ? "something else" : what;
        BigDecimal quantity = money ? BigDecimal.ONE : more;
        BigDecimal amount = money ? more : more.multiply(price(name));
        return trial.outcome(
                outcome.memberBefore(), purchase.with(Occasions.line(purchase, name, quantity, amount, Map.of())));
    }

    /** What one unit costs on this receipt, or 1 if there is none on it. */
    private BigDecimal price(String name) {
        for (Line line : purchase.lines()) {
            if (line.isA(name) && line.quantity().signum() > 0) {
                return line.amount().divide(line.quantity(), decimals, RoundingMode.HALF_UP);
            }
        }
        return BigDecimal.ONE;
    }

    private BigDecimal rounded(BigDecimal amount, boolean money) {
        return amount.setScale(money ? decimals : 0, RoundingMode.UP);
    }
}
