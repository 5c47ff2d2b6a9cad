package org.regulars.hostile;

/** An enum that sings when it is looked up by name. */
public enum Quiet {
    /** The only one. */
    LOUD;

    static {
        Canary.sing("quiet");
    }
}
