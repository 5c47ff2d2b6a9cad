package org.regulars.internal.deciding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
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
import org.regulars.decisions.Limit;
import org.regulars.decisions.Multiply;
import org.regulars.decisions.Overdraft;
import org.regulars.decisions.PayWith;
import org.regulars.decisions.Reward;
import org.regulars.decisions.Upgrade;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.reading.Phase;
import org.regulars.internal.rules.Firing;

/** Whether what a rule decided makes sense in itself: its names, its amounts. */
final class Checks {

    /** What is given has a name that fits on a receipt; thousands of longer ones would fill the memory. */
    private static final int LONGEST_NAME = 200;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Definitions definitions;
    private final int moneyDecimals;

    Checks(Definitions definitions, int moneyDecimals) {
        this.definitions = definitions;
        this.moneyDecimals = moneyDecimals;
    }

    /** Throws a {@link Refusal} that names the rule, if it does not. */
    void check(Firing.Insertion insertion, Decision decision, Phase now) {
        if (decision instanceof Earn earn) {
            checkEarned(insertion, earn.amount(), earn.kind());
        } else if (decision instanceof Multiply multiply) {
            checkEarned(insertion, multiply.factor(), multiply.kind());
        } else if (decision instanceof Bonus bonus) {
            checkEarned(insertion, bonus.amount(), bonus.kind());
        } else {
            checkOther(insertion, decision, now);
        }
    }

    private static void checkEarned(Firing.Insertion insertion, BigDecimal amount, String kind) {
        checkName(insertion, kind);
        checkSize(insertion, amount, kind);
    }

    private void checkOther(Firing.Insertion insertion, Decision decision, Phase now) {
        if (decision instanceof Convert convert && convert.amount().signum() == 0) {
            throw refusal(
                    insertion,
                    "gives up " + convert.cost().amount().toPlainString() + " "
                            + convert.cost().kind()
                            + " without saying what they become. Maybe .into( \"0.50\", \"vouchers\" )?");
        }
        if (!(decision instanceof Discount) && !(decision instanceof FreeShipping)) {
            checkName(insertion, Sorts.what(decision));
        }
        checkAmounts(insertion, decision);
        if (decision instanceof FreeItem free && free.after() > 0 && now != Phase.TILL) {
            throw refusal(
                    insertion,
                    "gives " + free.what() + " after " + free.after()
                            + " others of the basket, which is settled by then."
                            + " Maybe a rule on Purchase or Item?");
        }
        if (decision instanceof Upgrade upgrade) {
            checkTier(insertion, "upgrades to", upgrade.tier());
        } else if (decision instanceof Forfeit forfeit && forfeit.tier() != null) {
            checkTier(insertion, "takes", forfeit.tier());
        }
        if (decision instanceof Extend extend
                && extend.by() == null
                && extend.from() == null
                && extend.through() == null
                && extend.reinstatedDays() == 0) {
            throw refusal(
                    insertion, "extends " + extend.kind() + " without saying for how long. Maybe .byMonths( 3 )?");
        }
        if (decision instanceof Reward reward) {
            checkCost(insertion, reward.cost());
        }
    }

    private void checkAmounts(Firing.Insertion insertion, Decision decision) {
        if (decision instanceof Limit limit) {
            checkAmount(insertion, limit.amount(), limit.kind());
        } else if (decision instanceof Discount discount) {
            if (discount.basis() == null) {
                checkMoney(insertion, discount.amount());
            } else {
                checkAmount(insertion, discount.basis().rate(), "money");
            }
            checkMoney(insertion, discount.upTo());
            checkAmount(insertion, BigDecimal.valueOf(discount.units()), "units");
        } else if (decision instanceof FreeItem free) {
            checkAmount(insertion, BigDecimal.valueOf(free.quantity()), "free " + free.what());
            checkAmount(insertion, BigDecimal.valueOf(free.after()), free.what());
            checkMoney(insertion, free.upTo());
        } else if (decision instanceof PayWith pay) {
            checkAmount(insertion, pay.worth(), pay.kind());
            checkBound(insertion, pay.atLeast(), pay.kind());
            checkBound(insertion, pay.step(), pay.kind());
            checkBound(insertion, pay.atMost(), pay.kind());
            checkBound(insertion, pay.wanted(), pay.kind());
            checkShare(insertion, pay.upToPercent());
        } else if (decision instanceof Overdraft overdraft) {
            checkBound(insertion, overdraft.amount(), overdraft.kind());
            checkBound(insertion, overdraft.percent(), overdraft.kind());
            checkBound(insertion, overdraft.upTo(), overdraft.kind());
        } else if (decision instanceof Convert convert) {
            checkAmount(insertion, convert.amount(), convert.kind());
            checkBound(insertion, convert.atLeast(), convert.cost().kind());
            checkBound(insertion, convert.atMost(), convert.cost().kind());
        } else if (decision instanceof Forfeit forfeit) {
            checkBound(insertion, forfeit.amount(), String.valueOf(forfeit.kind()));
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
        if (name.length() > LONGEST_NAME) {
            throw refusal(
                    insertion,
                    "inserts " + insertion.inserted().getClass().getSimpleName() + " of what has a name of "
                            + name.length() + " letters, and " + LONGEST_NAME + " are the most: "
                            + name.substring(0, LONGEST_NAME / 4) + "…. Maybe a shorter one?");
        }
    }

    private void checkTier(Firing.Insertion insertion, String does, String tier) {
        if (definitions.ladderOf(tier) == null) {
            throw refusal(
                    insertion,
                    does + " '" + tier + "', which is on no ladder. "
                            + Admission.tiersThereAre(definitions.tierNames()));
        }
    }

    private static void checkAmount(Firing.Insertion insertion, BigDecimal amount, String kind) {
        if (kind.isBlank()) {
            throw refusal(insertion, "gives an amount of a kind without a name. Maybe \"points\"?");
        }
        checkSize(insertion, amount, kind);
    }

    private static void checkSize(Firing.Insertion insertion, BigDecimal amount, String kind) {
        checkLength(insertion, amount, kind);
        if (amount.signum() < 0) {
            throw refusal(
                    insertion,
                    "gives " + amount.toPlainString() + " " + kind
                            + ", which is below zero. Maybe a reward costing( … ) was meant?");
        }
    }

    private static void checkBound(Firing.Insertion insertion, @Nullable BigDecimal bound, String kind) {
        if (bound != null) {
            checkLength(insertion, bound, kind);
            if (bound.signum() < 0) {
                throw refusal(
                        insertion,
                        "sets a bound of " + bound.toPlainString() + " " + kind
                                + ", which is below zero. Maybe without the sign?");
            }
        }
    }

    private static void checkShare(Firing.Insertion insertion, @Nullable BigDecimal percent) {
        if (percent != null && (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0)) {
            throw refusal(
                    insertion,
                    "lets " + percent.toPlainString()
                            + " percent be paid with a kind, and it is above 0 and at most 100. Maybe 50?");
        }
    }

    private static void checkLength(Firing.Insertion insertion, BigDecimal amount, String kind) {
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
