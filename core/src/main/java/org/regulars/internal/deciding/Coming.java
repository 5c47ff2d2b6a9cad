package org.regulars.internal.deciding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.Lot;

/**
 * An amount that comes in, before it is known whether it becomes part of a lot that is there or a lot of its own.
 *
 * @param kind what it is an amount of
 * @param earnedAt when it came, as text
 * @param activeFrom from when it can be spent, as text
 * @param expiresAt from when it is gone, as text, or null for never
 * @param claim what one unit of it can be exchanged for, or null
 */
record Coming(
        String kind,
        BigDecimal amount,
        String earnedAt,
        String activeFrom,
        @Nullable String expiresAt,
        Lot.@Nullable Claim claim) {

    /** One that was a lot before. */
    static Coming again(Lot lot) {
        return new Coming(lot.kind(), lot.amount(), lot.earnedAt(), lot.activeFrom(), lot.expiresAt(), lot.claim());
    }

    /** A lot of its own. */
    Lot asLot(String id) {
        return new Lot(id, kind, amount, earnedAt, activeFrom, expiresAt, claim);
    }
}
