package org.regulars.decisions;

import java.math.BigDecimal;
import org.regulars.internal.values.Values;

/**
 * At most so much of a kind is earned.
 *
 * <p>What goes beyond is cut off, and the explanation says so. Without more it is about everything one event earns of
 * the kind; a rule may limit its own awards alone with {@link #onThisOffer}. Several limits all hold. A longer time counts
 * only while a rule sets the limit.
 *
 * @param amount how much at most, zero or more
 * @param kind of what: {@code points}
 * @param per how often that much can be earned
 * @param ofItsOffer whether it limits only what this rule gives
 */
public record Limit(BigDecimal amount, String kind, Per per, boolean ofItsOffer) implements Decision {

    /** How often so much can be earned; days, weeks, months and years are those of the program's calendar. */
    public enum Per {
        /** With each single award: each {@code Earn} and {@code Bonus} by itself. */
        AWARD,
        /** With each purchase or other event. */
        PURCHASE,
        /** Each day. */
        DAY,
        /** Each week, from Monday through Sunday. */
        WEEK,
        /** Each month. */
        MONTH,
        /** Each year. */
        YEAR,
        /** Each year from one anniversary of joining to the next. */
        MEMBERSHIP_YEAR
    }

    /** Refuses a limit below zero. */
    public Limit {
        amount = Values.plain(amount);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("A limit is not below zero, as " + amount + " " + kind + " is");
        }
    }

    /** At most so much with one purchase or other event: {@code Limit.of( 500, "points" )}. */
    public static Limit of(long amount, String kind) {
        return new Limit(BigDecimal.valueOf(amount), kind, Per.PURCHASE, false);
    }

    /** At most so much, with decimals as text: {@code Limit.of( "12.50", "cashback" )}. */
    public static Limit of(String amount, String kind) {
        return new Limit(Values.number(amount), kind, Per.PURCHASE, false);
    }

    /** At most so much, from an amount a fact holds. */
    public static Limit of(BigDecimal amount, String kind) {
        return new Limit(amount, kind, Per.PURCHASE, false);
    }

    /** At most so much with each single award. */
    public Limit perAward() {
        return new Limit(amount, kind, Per.AWARD, ofItsOffer);
    }

    /** At most so much a day. */
    public Limit perDay() {
        return new Limit(amount, kind, Per.DAY, ofItsOffer);
    }

    /** At most so much a week, from Monday through Sunday (ISO 8601). */
    public Limit perWeek() {
        return new Limit(amount, kind, Per.WEEK, ofItsOffer);
    }

    /** At most so much a month. */
    public Limit perMonth() {
        return new Limit(amount, kind, Per.MONTH, ofItsOffer);
    }

    /** At most so much a year. */
    public Limit perYear() {
        return new Limit(amount, kind, Per.YEAR, ofItsOffer);
    }

    /** At most so much from one anniversary of joining to the next. */
    public Limit perMembershipYear() {
        return new Limit(amount, kind, Per.MEMBERSHIP_YEAR, ofItsOffer);
    }

    /** This, but only on what this rule gives. */
    public Limit onThisOffer() {
        return new Limit(amount, kind, per, true);
    }
}
