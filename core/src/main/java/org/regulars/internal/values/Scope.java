package org.regulars.internal.values;

import java.util.List;

/** Which lines a decision is about; no lines means the whole purchase. */
public final class Scope {

    private Scope() {}

    /** Whether a factor on some lines reaches what others earned: they must all be among its own. */
    public static boolean reaches(List<Integer> factorOn, List<Integer> earnedOn) {
        return factorOn.isEmpty() || (!earnedOn.isEmpty() && factorOn.containsAll(earnedOn));
    }
}
