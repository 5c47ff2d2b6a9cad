package org.regulars.hostile;

/** Sings when one is made. */
public class LoudWhenMade {

    /** Sings. */
    public LoudWhenMade() {
        Canary.sing("made");
    }
}
