package org.regulars.internal.deciding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.decisions.Bonus;
import org.regulars.decisions.Earn;
import org.regulars.internal.values.Values;
import org.regulars.program.Expiry;
import org.regulars.program.Kind;

/**
 * One {@code Earn} with its factors, or one {@code Bonus}, as far as limits let it through; or one factor, where all that is
 * granted is listed.
 *
 * @param proposal the decision
 * @param amount how much of it is let through, exact
 * @param note what limits cut off, each as "allowed of wanted: the limit"; empty if they let it through whole
 */
record Award(Proposal proposal, BigDecimal amount, String note) {

    /** One that no limit has been held against. */
    static Award whole(Proposal proposal, BigDecimal amount) {
        return new Award(proposal, amount, "");
    }

    /** This, cut down to an amount; itself if that is all of it. */
    Award cutTo(BigDecimal allowed, String limit) {
        if (allowed.compareTo(amount) == 0) {
            return this;
        }
        String cut = Values.plain(allowed).toPlainString() + " of "
                + Values.plain(amount).toPlainString() + ": " + limit;
        return new Award(proposal, allowed, note.isEmpty() ? cut : note + "; " + cut);
    }

    /** How much of it comes into the sum of what is earned of a kind. */
    BigDecimal rounded(Kind kind) {
        return isFlat() ? kind.round(amount) : amount;
    }

    /** Whether it is flat: never multiplied, and rounded by itself. */
    boolean isFlat() {
        return proposal.decision() instanceof Bonus;
    }

    /** How long it lives, or null for as long as its kind says. */
    @Nullable
    Expiry life() {
        return proposal.decision() instanceof Earn earn
                ? earn.life()
                : proposal.decision() instanceof Bonus bonus ? bonus.life() : null;
    }
}
