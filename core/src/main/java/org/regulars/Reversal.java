package org.regulars;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/**
 * How a return was worked out: what the event gave with what was kept before, and what it gives with what is kept now.
 *
 * @param event the id of what was returned or called off
 * @param bought the purchase as it was bought, or null if it was none
 * @param kept the purchase with what is kept now; null if nothing is, or if it was no purchase
 * @param prorated whether the shares recorded then were taken, because the rules have changed since
 * @param toPayBefore what the purchase came to with what was kept before, in its currency; zero if it was no purchase
 * @param toPayAfter what it comes to with what is kept now
 * @param refund what the member gets back in money: as much as they have paid more than what is kept comes to, never below
 *     zero; where what is kept came to cost more with an earlier return, that much less
 * @param linesAfter what becomes of the lines that are kept
 * @param kinds what was taken and given back, kind by kind
 */
public record Reversal(
        String event,
        @Nullable Purchase bought,
        @Nullable Purchase kept,
        boolean prorated,
        BigDecimal toPayBefore,
        BigDecimal toPayAfter,
        BigDecimal refund,
        List<LineOutcome> linesAfter,
        List<OfKind> kinds) {

    /**
     * What a return does to one kind.
     *
     * @param kind the kind
     * @param earnedBefore what was earned, or given as a right, with what was kept before
     * @param earnedAfter the same with what is kept now
     * @param spentBefore what was spent, or used as a right, with what was kept before
     * @param spentAfter the same with what is kept now
     * @param uncut how much of the difference a limit had kept from being earned, so that it need not be taken back; below zero
     *     where an earlier return had let in what is now taken
     * @param lapsed how much of what is to be taken back had lapsed already
     * @param takenBack how much was taken back, of what the member holds or as a deficit
     * @param left how much the kind's policy left with the member
     * @param givenBack how much of what had been spent was given back
     */
    public record OfKind(
            String kind,
            BigDecimal earnedBefore,
            BigDecimal earnedAfter,
            BigDecimal spentBefore,
            BigDecimal spentAfter,
            BigDecimal uncut,
            BigDecimal lapsed,
            BigDecimal takenBack,
            BigDecimal left,
            BigDecimal givenBack) {

        /** Keeps the amounts in their plain form. */
        public OfKind {
            earnedBefore = Values.plain(earnedBefore);
            earnedAfter = Values.plain(earnedAfter);
            spentBefore = Values.plain(spentBefore);
            spentAfter = Values.plain(spentAfter);
            uncut = Values.plain(uncut);
            lapsed = Values.plain(lapsed);
            takenBack = Values.plain(takenBack);
            left = Values.plain(left);
            givenBack = Values.plain(givenBack);
        }
    }

    /** Keeps its own copies; parts that older stored ones lack are taken as empty. */
    @SuppressWarnings("ConstantValue") // a JSON mapper passes null for what is missing
    public Reversal {
        toPayBefore = Values.plain(toPayBefore);
        toPayAfter = Values.plain(toPayAfter);
        refund = Values.plain(refund);
        linesAfter = linesAfter == null ? List.of() : List.copyOf(linesAfter);
        kinds = kinds == null ? List.of() : List.copyOf(kinds);
    }
}
