package org.regulars;

import org.jspecify.annotations.Nullable;

/**
 * An event could not be decided, and nothing has changed.
 *
 * <p>The message says what is wrong with which event, and, where a rule is to blame, its name, file
 * and line. The member given to the engine is still the one to keep.
 */
public final class EventRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String event;
    private final @Nullable Offer offer;

    /** Made by {@link LoyaltyEngine}. */
    public EventRefusedException(String event, @Nullable Offer offer, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.event = event;
        this.offer = offer;
    }

    /** The id of the event. */
    public String event() {
        return event;
    }

    /** The rule that failed, or null if the event itself was wrong. */
    public @Nullable Offer offer() {
        return offer;
    }
}
