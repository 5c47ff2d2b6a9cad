package org.regulars.hostile.decoys;

import org.regulars.hostile.Canary;

/** What a rule would insert if it could hide a decision behind an import. */
public final class Bonus {

    private Bonus() {}

    /** Sings. */
    public static Bonus of(long amount, java.lang.String kind) {
        Canary.sing("decoy " + amount + " " + kind);
        return new Bonus();
    }
}
