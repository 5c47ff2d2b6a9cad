package org.regulars;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/**
 * An amount of one kind that came to a member at one time and will go at one time.
 *
 * <p>An amount that comes when nothing can tell it from another (same kind, same end, both spendable or from the same time
 * on) shares its lot, which keeps the time and id of the first. Lots that come to be alike later stay apart. What a member owes of a kind, because it was taken back or lent when they had spent it,
 * is a lot below zero; what they are given next makes it good first.
 *
 * @param id unique for the member
 * @param kind what it is an amount of: {@code stamps}
 * @param amount how much is left of it; below zero for what the member owes
 * @param earnedAt when it came, as ISO-8601 text in UTC
 * @param activeFrom from when it can be spent, as ISO-8601 text in UTC
 * @param expiresAt from when it is gone, as ISO-8601 text in UTC, or null for never
 * @param claim what one unit of it can be exchanged for, or null for plain points, stamps and the like
 */
public record Lot(
        String id,
        String kind,
        BigDecimal amount,
        String earnedAt,
        String activeFrom,
        @Nullable String expiresAt,
        @Nullable Claim claim) {

    /**
     * A right to something free at a next visit.
     *
     * @param what the name or category of what is free
     * @param upTo the most it may be worth, or null for no bound; the member pays the rest
     * @param rule the rule that gave it
     */
    public record Claim(String what, @Nullable BigDecimal upTo, String rule) {}

    /** Keeps amount and times in their one form. */
    public Lot {
        amount = Values.plain(amount);
        earnedAt = Values.instant(earnedAt);
        activeFrom = activeFrom.equals(earnedAt) ? earnedAt : Values.instant(activeFrom);
        expiresAt = expiresAt == null ? null : Values.instant(expiresAt);
    }

    /** This lot with another amount left. */
    public Lot withAmount(BigDecimal left) {
        return new Lot(id, kind, left, earnedAt, activeFrom, expiresAt, claim);
    }

    /** This lot under another id. */
    public Lot named(String other) {
        return new Lot(other, kind, amount, earnedAt, activeFrom, expiresAt, claim);
    }

    /** This lot, gone from another time on. */
    public Lot expiringAt(@Nullable String end) {
        return new Lot(id, kind, amount, earnedAt, activeFrom, end, claim);
    }
}
