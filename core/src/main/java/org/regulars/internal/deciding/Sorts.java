package org.regulars.internal.deciding;

import java.math.BigDecimal;
import org.regulars.Granted;
import org.regulars.Refused;
import org.regulars.decisions.Benefit;
import org.regulars.decisions.Bonus;
import org.regulars.decisions.Convert;
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
import org.regulars.decisions.Upgrade;

/** What sort of thing a decision gives, and of what. */
final class Sorts {

    private Sorts() {}

    static Granted.Sort of(Decision decision) {
        if (decision instanceof Earn) {
            return Granted.Sort.EARN;
        }
        if (decision instanceof Multiply) {
            return Granted.Sort.MULTIPLY;
        }
        if (decision instanceof Bonus) {
            return Granted.Sort.BONUS;
        }
        if (decision instanceof Discount) {
            return Granted.Sort.DISCOUNT;
        }
        if (decision instanceof FreeShipping) {
            return Granted.Sort.FREE_SHIPPING;
        }
        if (decision instanceof Benefit) {
            return Granted.Sort.BENEFIT;
        }
        if (decision instanceof Upgrade) {
            return Granted.Sort.UPGRADE;
        }
        if (decision instanceof Convert) {
            return Granted.Sort.CONVERSION;
        }
        if (decision instanceof PayWith) {
            return Granted.Sort.PAID_WITH;
        }
        if (decision instanceof Extend) {
            return Granted.Sort.EXTENSION;
        }
        if (decision instanceof Forfeit) {
            return Granted.Sort.FORFEIT;
        }
        if (decision instanceof Overdraft) {
            return Granted.Sort.OVERDRAFT;
        }
        return decision instanceof FreeItem free && free.handedOver() ? Granted.Sort.GIFT : Granted.Sort.FREE_ITEM;
    }

    static String what(Decision decision) {
        if (decision instanceof Earn earn) {
            return earn.kind();
        }
        if (decision instanceof Multiply multiply) {
            return multiply.kind();
        }
        if (decision instanceof Bonus bonus) {
            return bonus.kind();
        }
        if (decision instanceof Discount discount) {
            return discount.what() == null ? "" : discount.what();
        }
        if (decision instanceof Benefit benefit) {
            return benefit.name();
        }
        if (decision instanceof Upgrade upgrade) {
            return upgrade.tier();
        }
        if (decision instanceof Convert convert) {
            return convert.kind();
        }
        if (decision instanceof PayWith pay) {
            return pay.kind();
        }
        if (decision instanceof Limit limit) {
            return limit.kind();
        }
        if (decision instanceof Extend extend) {
            return extend.kind();
        }
        if (decision instanceof Overdraft overdraft) {
            return overdraft.kind();
        }
        if (decision instanceof Forfeit forfeit) {
            String kind = forfeit.kind() == null ? forfeit.tier() : forfeit.kind();
            return kind == null ? "" : kind;
        }
        return decision instanceof FreeItem free ? free.what() : "";
    }

    static Refused refused(Proposal proposal, Refused.Reason reason, String explanation) {
        return new Refused(
                proposal.offer(),
                of(proposal.decision()),
                what(proposal.decision()),
                reason,
                BigDecimal.ZERO,
                "",
                explanation);
    }
}
