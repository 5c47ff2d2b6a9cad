package org.regulars.hostile;

/** An enum that sings when it is initialised. */
public enum Mood {
    /** The only one. */
    LOUD;

    static {
        Canary.sing("mood");
    }
}
