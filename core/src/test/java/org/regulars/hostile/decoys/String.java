package org.regulars.hostile.decoys;

import org.regulars.hostile.Canary;

/** What a rule would call if it could hide a class of the JDK behind an import. */
@SuppressWarnings("JavaLangClash")
public final class String {

    private String() {}

    /** Sings. */
    public static java.lang.String of(java.lang.String text) {
        Canary.sing("decoy " + text);
        return text;
    }
}
