package org.regulars.internal.prose;

/**
 * A decision in words.
 *
 * @param chapter where it belongs
 * @param cost what it costs, as in "7 stamps"; empty for nothing
 * @param costsFirst whether that must be held beforehand
 * @param clause the decision itself: "you earn 1 stamp"
 * @param basis what it is counted by, behind that: " for each coffee you pay for"; empty if it is flat
 * @param note a sentence to follow; empty for none
 * @param implied a condition that the clause says already; empty for none
 */
record Said(
        Chapter chapter, String cost, boolean costsFirst, String clause, String basis, String note, String implied) {

    /** A clause by itself. */
    static Said of(Chapter chapter, String clause) {
        return new Said(chapter, "", false, clause, "", "", "");
    }

    Said costing(String what, boolean isFirst) {
        return new Said(chapter, what, isFirst, clause, basis, note, implied);
    }

    Said by(String counted) {
        return new Said(chapter, cost, costsFirst, clause, counted, note, implied);
    }

    Said noting(String sentence) {
        return new Said(chapter, cost, costsFirst, clause, basis, sentence, implied);
    }

    Said implying(String condition) {
        return new Said(chapter, cost, costsFirst, clause, basis, note, condition);
    }
}
