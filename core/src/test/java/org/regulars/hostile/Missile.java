package org.regulars.hostile;

/** What {@link Rocket} inherits from. */
public class Missile {

    /** Sings. */
    public void explode() {
        Canary.sing("exploded");
    }
}
