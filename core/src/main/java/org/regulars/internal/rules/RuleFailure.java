package org.regulars.internal.rules;

import org.jspecify.annotations.Nullable;
import org.regulars.Offer;

/** A rule that threw, went on for ever, or did what rules do not do. */
public final class RuleFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Offer offer;

    RuleFailure(Offer offer, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.offer = offer;
    }

    /** The rule. */
    public Offer offer() {
        return offer;
    }

    /** This failure, with more said of it. */
    public RuleFailure saying(String more) {
        return new RuleFailure(offer, getMessage() + more, getCause());
    }
}
