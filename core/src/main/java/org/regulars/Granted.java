package org.regulars;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.decisions.Cost;
import org.regulars.internal.values.Values;

/**
 * Something an event gave, with the rule that gave it and the numbers behind it.
 *
 * @param offer the rule
 * @param sort what sort of thing was given
 * @param amount how much: points earned (exact, before the kind is rounded), a factor, units, money; 1 for what is
 *     given or not
 * @param what of what: a kind, an item, a benefit, a tier; empty for a discount on what the lines say
 * @param lines the lines of the receipt it belongs to; empty for the whole purchase
 * @param value what it took off the bill, in the purchase's currency; zero for what is not money
 * @param basis what the amount was worked out from, or null if the rule stated it
 * @param cost what the member paid for it in all, or null for nothing
 * @param through the last date it can be used or holds, as ISO-8601 text, or null for no end or as its kind says
 * @param note what else a reader must know to follow the numbers; mostly empty
 */
public record Granted(
        Offer offer,
        Sort sort,
        BigDecimal amount,
        String what,
        List<Integer> lines,
        BigDecimal value,
        @Nullable Basis basis,
        @Nullable Cost cost,
        @Nullable String through,
        String note) {

    /** What sort of thing was given. */
    public enum Sort {
        /** Units of this basket, free. */
        FREE_ITEM,
        /** Something handed over that was not in the basket. */
        GIFT,
        /** Money off. */
        DISCOUNT,
        /** Money off for an amount of a kind, used as money. */
        PAID_WITH,
        /** No charge for delivery. */
        FREE_SHIPPING,
        /** So much of a kind. */
        EARN,
        /** A factor on what is earned of a kind. */
        MULTIPLY,
        /** So much of a kind, never multiplied. */
        BONUS,
        /** A right to something free at a next visit. */
        CLAIM,
        /** So much of a kind for so much of another. */
        CONVERSION,
        /** A longer life for what is held of a kind. */
        EXTENSION,
        /** What is lost of a kind. */
        FORFEIT,
        /** How much more of a kind could be spent than was held. */
        OVERDRAFT,
        /** Something that is not money. */
        BENEFIT,
        /** A higher tier. */
        UPGRADE,
        /** The tier the member has, for longer. */
        RENEWAL
    }

    /**
     * What an amount was worked out from: the rate times {@code of}, or, where there is a step, the
     * rate times the whole steps in it.
     *
     * @param rate how much for each, or how many per cent
     * @param step of what size the whole steps are, or null where parts count too
     * @param of what it was applied to
     */
    public record Basis(BigDecimal rate, @Nullable BigDecimal step, BigDecimal of) {

        /** Keeps the amounts in their plain form. */
        public Basis {
            rate = Values.plain(rate);
            step = step == null ? null : Values.plain(step);
            of = Values.plain(of);
        }
    }

    /** Keeps its own copies. */
    public Granted {
        amount = Values.plain(amount);
        lines = List.copyOf(lines);
        value = Values.plain(value);
    }
}
