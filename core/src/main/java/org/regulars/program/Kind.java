package org.regulars.program;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.MonthDay;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.values.Values;

/**
 * Something members hold amounts of: points, stamps, stars, miles, cashback in cents.
 *
 * <p>A kind needs no definition; without one it is whole numbers, rounded down once a purchase. A
 * definition is a rule on {@code Program}:
 *
 * <pre>{@code
 * rule "Stars are counted in hundredths"
 * when
 *     Program()
 * then
 *     insert( Kind.of( "stars" ).decimals( 2 ).roundedHalfUp() );
 * end
 * }</pre>
 *
 * @param name what the rules call it: {@code stars}
 * @param decimals how many decimals an amount of it has, 0 to 12
 * @param rounding how what a purchase earned is brought to these decimals
 * @param eachEarnRounded whether every {@code Earn} is rounded by itself, before it is multiplied and added
 * @param unitCost what one unit costs the merchant, in the currency of the purchases, or null if not said;
 *     by it offers of different kinds are compared
 * @param pendingDays for how many days after it was earned an amount cannot be spent yet: the time in which a purchase
 *     may still be returned
 * @param expiry how long an amount lives, or null for ever
 * @param takeBack how much of it a return may take back when it is spent already
 */
public record Kind(
        String name,
        int decimals,
        RoundingMode rounding,
        boolean eachEarnRounded,
        @Nullable BigDecimal unitCost,
        int pendingDays,
        @Nullable Expiry expiry,
        TakeBack takeBack) {

    /** How much a return may take back of what it earned, and staff by a correction. */
    public enum TakeBack {
        /** Only what is still pending. */
        ONLY_PENDING,
        /** What is pending, and what the member can spend. */
        WITHIN_BALANCE,
        /** All of it; what the member has spent already they owe, and the next credits make it good. */
        UNLIMITED
    }

    /** Refuses what no one could count in. */
    public Kind {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A kind needs a name. Maybe \"points\"?");
        }
        if (decimals < 0 || decimals > 12) {
            throw new IllegalArgumentException(
                    "Kind '" + name + "' has 0 to 12 decimals, not " + decimals + ". Maybe 2?");
        }
        if (pendingDays < 0) {
            throw new IllegalArgumentException(
                    "Kind '" + name + "' is pending for 0 days or more, not " + pendingDays + ". Maybe 14?");
        }
    }

    /** A kind in whole numbers, rounded down once a purchase. */
    public static Kind of(String name) {
        return new Kind(name, 0, RoundingMode.DOWN, false, null, 0, null, TakeBack.UNLIMITED);
    }

    /** This kind with so many decimals. */
    public Kind decimals(int count) {
        return new Kind(name, count, rounding, eachEarnRounded, unitCost, pendingDays, expiry, takeBack);
    }

    /** This kind rounded to the nearest, a half up. */
    public Kind roundedHalfUp() {
        return new Kind(name, decimals, RoundingMode.HALF_UP, eachEarnRounded, unitCost, pendingDays, expiry, takeBack);
    }

    /** This kind rounded to the nearest, a half to the even neighbour. */
    public Kind roundedHalfEven() {
        return new Kind(
                name, decimals, RoundingMode.HALF_EVEN, eachEarnRounded, unitCost, pendingDays, expiry, takeBack);
    }

    /** This kind rounded up. */
    public Kind roundedUp() {
        return new Kind(name, decimals, RoundingMode.UP, eachEarnRounded, unitCost, pendingDays, expiry, takeBack);
    }

    /** This kind rounded for every {@code Earn}, before it is multiplied, and again at the end. */
    public Kind roundedEachEarn() {
        return new Kind(name, decimals, rounding, true, unitCost, pendingDays, expiry, takeBack);
    }

    /** This kind, of which one unit costs the merchant so much: {@code unitCost( "0.01" )}. */
    public Kind unitCost(String amount) {
        return new Kind(
                name, decimals, rounding, eachEarnRounded, Values.number(amount), pendingDays, expiry, takeBack);
    }

    /** This kind, of which what is earned can be spent so many days later: the time to return a purchase in. */
    public Kind pendingDays(int days) {
        return new Kind(name, decimals, rounding, eachEarnRounded, unitCost, days, expiry, takeBack);
    }

    /** This kind, expiring so many days after it was earned; 0 is at the end of the same day. */
    public Kind expiresAfterDays(int days) {
        return expiring(Period.ofDays(days));
    }

    /** This kind, expiring so many months after it was earned. */
    public Kind expiresAfterMonths(int months) {
        return expiring(Period.ofMonths(months));
    }

    /** This kind, expiring so many years after it was earned. */
    public Kind expiresAfterYears(int years) {
        return expiring(Period.ofYears(years));
    }

    /** This kind, living on to the end of the month it would expire in, or else of the month it was earned in. */
    public Kind atMonthEnd() {
        return until(Expiry.Until.MONTH, null);
    }

    /** This kind, living on to the end of the quarter it would expire in, or else of the quarter it was earned in. */
    public Kind atQuarterEnd() {
        return until(Expiry.Until.QUARTER, null);
    }

    /** This kind, living on to the end of the half-year it would expire in, or else of the one it was earned in. */
    public Kind atHalfYearEnd() {
        return until(Expiry.Until.HALF_YEAR, null);
    }

    /** This kind, living on to the end of the year it would expire in, or else of the year it was earned in. */
    public Kind atYearEnd() {
        return until(Expiry.Until.YEAR, null);
    }

    /**
     * This kind, living on to the end of the next such day of the year: {@code atNext( "03-31" )}.
     *
     * @param monthAndDay the month and the day, two digits each
     */
    public Kind atNext(String monthAndDay) {
        return until(Expiry.Until.DAY_OF_YEAR, MonthDay.parse("--" + monthAndDay));
    }

    /** This kind, whose life every purchase and activity of the member starts anew: {@code expiresAfterMonths( 12 ).sinceActivity()}. */
    public Kind sinceActivity() {
        Expiry life = life();
        return with(new Expiry(Expiry.Counted.FROM_ACTIVITY, life.after(), life.until(), life.day(), null));
    }

    /** This kind, expiring at the next anniversary of the day the member joined. */
    public Kind expiresAtAnniversary() {
        return with(new Expiry(Expiry.Counted.TO_ANNIVERSARY, Period.ZERO, Expiry.Until.DAY, null, null));
    }

    /** This kind, expiring on one date for all: usable through {@code expiresOn( "2026-12-31" )}. */
    public Kind expiresOn(String date) {
        return with(Expiry.on(date));
    }

    /** This kind, of which a return takes back only what is still pending. */
    public Kind takenBackWhilePending() {
        return takenBack(TakeBack.ONLY_PENDING);
    }

    /** This kind, of which a return takes back no more than the member holds. */
    public Kind takenBackWithinBalance() {
        return takenBack(TakeBack.WITHIN_BALANCE);
    }

    /** This kind, of which a return takes back all, so that the member may come to owe some; as kinds do if nothing is said. */
    public Kind takenBackInFull() {
        return takenBack(TakeBack.UNLIMITED);
    }

    private Kind takenBack(TakeBack policy) {
        return new Kind(name, decimals, rounding, eachEarnRounded, unitCost, pendingDays, expiry, policy);
    }

    /** The smallest amount of this kind: 1, or 0.01 with two decimals. */
    public BigDecimal smallest() {
        return BigDecimal.ONE.movePointLeft(decimals);
    }

    /** An amount of this kind, brought to its decimals. */
    public BigDecimal round(BigDecimal amount) {
        return amount.setScale(decimals, rounding);
    }

    private Kind expiring(Period after) {
        Expiry life = life();
        return with(new Expiry(life.counted(), after, life.until(), life.day(), null));
    }

    private Kind until(Expiry.Until until, @Nullable MonthDay day) {
        Expiry life = life();
        return with(new Expiry(life.counted(), life.after(), until, day, null));
    }

    private Expiry life() {
        return expiry == null ? Expiry.THE_SAME_DAY : expiry;
    }

    private Kind with(Expiry life) {
        return new Kind(name, decimals, rounding, eachEarnRounded, unitCost, pendingDays, life, takeBack);
    }
}
