package org.regulars.internal.prose;

import org.jspecify.annotations.Nullable;

/**
 * A fact that a rule speaks of.
 *
 * @param type its name in rules
 * @param of of which kind it is, or on which ladder; null if that is not said
 */
record Fact(String type, @Nullable String of) {

    static Fact of(String type) {
        return new Fact(type, null);
    }

    /** Whether it is a line of a receipt, of which there may be many. */
    boolean isLine() {
        return type.equals("Item") || type.equals("PaidItem");
    }
}
