package org.regulars.internal.guard;

/** A rule used up more than it may. The message goes on after the rule's name. */
public final class BoundExceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says which bound. */
    public BoundExceeded(String message) {
        super(message);
    }
}
