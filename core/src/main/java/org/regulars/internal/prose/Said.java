package org.regulars.internal.prose;

/**
 * A decision in words.
 *
 * @param chapter where it belongs
 * @param occasion what it is given with, to stand before it; empty if the clause says so itself
 * @param cost what it costs, as in "7 stamps"; empty for nothing
 * @param clause the decision itself: "you earn 1 stamp for each coffee you pay for"
 * @param note a sentence to follow; empty for none
 */
record Said(Chapter chapter, String occasion, String cost, String clause, String note) {

    Said(Chapter chapter, String clause) {
        this(chapter, "", "", clause, "");
    }
}
