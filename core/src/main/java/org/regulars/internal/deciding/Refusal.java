package org.regulars.internal.deciding;

import org.jspecify.annotations.Nullable;
import org.regulars.Offer;

/** Why an event cannot be decided; {@link Decider} adds which event. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Offer offer;

    Refusal(String message) {
        this(null, message);
    }

    Refusal(@Nullable Offer offer, String message) {
        super(message);
        this.offer = offer;
    }

    /** The rule to blame, or null if the event is. */
    @Nullable
    Offer offer() {
        return offer;
    }
}
