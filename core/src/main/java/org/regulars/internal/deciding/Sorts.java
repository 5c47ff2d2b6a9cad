package org.regulars.internal.deciding;

import java.math.BigDecimal;
import org.regulars.Granted;
import org.regulars.Refused;
import org.regulars.decisions.Benefit;
import org.regulars.decisions.Bonus;
import org.regulars.decisions.Decision;
import org.regulars.decisions.Discount;
import org.regulars.decisions.Earn;
import org.regulars.decisions.FreeItem;
import org.regulars.decisions.FreeShipping;
import org.regulars.decisions.Multiply;
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
