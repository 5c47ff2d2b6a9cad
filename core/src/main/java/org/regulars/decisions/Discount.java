package org.regulars.decisions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.regulars.facts.Item;
import org.regulars.internal.values.Values;

/**
 * Money off.
 *
 * <p>A rule that names an {@code Item} takes it off that line, one that names {@code Purchase} off the
 * whole basket, or off what {@link #on} says. Free units are left out. A percentage is of the price
 * before other discounts, rounded half up to the currency's smallest unit; an amount is spread over the
 * lines by what is left to pay on each, to the last cent, the largest remainder first. So much a unit or a step is worked out
 * exactly, and then rounded half up to the currency's smallest unit. Discounts add up, and never take a line below zero.
 *
 * @param percent how many per cent off, above 0 and at most 100, or null for an amount
 * @param amount how much off in the purchase's currency, or null for a percentage; exact, where it comes from a basis
 * @param basis what the amount was worked out from, or null if it was stated
 * @param what the name or category it is for, or null for the lines the rule matched
 * @param units how many units of it, the cheapest ones; 0 for all
 * @param upTo the most it may take off, or null for no bound
 * @param cost what it costs the member, or null for nothing
 * @param group the group of which only the best offer counts, or null
 */
public record Discount(
        @Nullable BigDecimal percent,
        @Nullable BigDecimal amount,
        @Nullable Basis basis,
        @Nullable String what,
        long units,
        @Nullable BigDecimal upTo,
        @Nullable Cost cost,
        @Nullable String group)
        implements Reward {

    /**
     * What an amount was worked out from: the rate times {@code of}, or times the whole steps in it.
     *
     * @param rate how much off for each one or each step
     * @param step of what size the whole steps are, or null where parts count too
     * @param of how much there is
     */
    public record Basis(BigDecimal rate, @Nullable BigDecimal step, BigDecimal of) {}

    /** Refuses a discount of nothing, or of more than all. */
    public Discount {
        if (percent != null && (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0)) {
            throw new IllegalArgumentException(
                    "A discount is above 0 and at most 100 percent, not " + percent.toPlainString());
        }
        if (upTo != null && upTo.signum() <= 0) {
            throw new IllegalArgumentException("A discount of at most " + upTo.toPlainString() + " is none");
        }
        if (units < 0) {
            throw new IllegalArgumentException("A discount is on one unit or more, not on " + units + " " + what);
        }
        if (amount != null && (amount.signum() < 0 || (amount.signum() == 0 && basis == null))) {
            throw new IllegalArgumentException("A discount is more than nothing, not " + amount.toPlainString());
        }
    }

    /** So many per cent off: {@code Discount.percent( 20 )}. */
    public static Discount percent(long percent) {
        return new Discount(BigDecimal.valueOf(percent), null, null, null, 0, null, null, null);
    }

    /** So many per cent off, with decimals as text: {@code Discount.percent( "12.5" )}. */
    public static Discount percent(String percent) {
        return new Discount(Values.plain(Values.number(percent)), null, null, null, 0, null, null, null);
    }

    /** So much money off: {@code Discount.amount( "5.00" )}. */
    public static Discount amount(String amount) {
        return new Discount(null, Values.plain(Values.number(amount)), null, null, 0, null, null, null);
    }

    /** So much money off, a whole number: {@code Discount.amount( 5 )}. */
    public static Discount amount(long amount) {
        return new Discount(null, BigDecimal.valueOf(amount), null, null, 0, null, null, null);
    }

    /** So much money off, from an amount a fact holds. */
    public static Discount amount(BigDecimal amount) {
        return new Discount(null, Values.plain(amount), null, null, 0, null, null, null);
    }

    /** So much off for each unit of a line; a part of a unit brings its part: {@code amount( "0.10" ).forEach( $fuel )}. */
    public Discount forEach(Item units) {
        return times(units.quantity());
    }

    /** So much off times a number: {@code amount( 2 ).times( $basket.quantityOf( "wine" ) )}. */
    public Discount times(BigDecimal number) {
        BigDecimal rate = rate();
        BigDecimal of = plain(number);
        return new Discount(
                null, Values.plain(rate.multiply(of)), new Basis(rate, null, of), what, units, upTo, cost, group);
    }

    /** So much off for every whole step there is in an amount: {@code amount( 5 ).forEvery( 50, $basket.total() )}. */
    public Discount forEvery(long step, BigDecimal amount) {
        return forEvery(BigDecimal.valueOf(step), amount);
    }

    /** The same with a step of decimals as text. */
    public Discount forEvery(String step, BigDecimal amount) {
        return forEvery(Values.number(step), amount);
    }

    private Discount forEvery(BigDecimal step, BigDecimal amount) {
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("A step is more than nothing, not " + step.toPlainString());
        }
        BigDecimal rate = rate();
        BigDecimal of = plain(amount);
        BigDecimal steps = of.divide(step, 0, RoundingMode.FLOOR);
        return new Discount(
                null,
                Values.plain(rate.multiply(steps)),
                new Basis(rate, Values.plain(step), of),
                what,
                units,
                upTo,
                cost,
                group);
    }

    private BigDecimal rate() {
        if (amount == null) {
            throw new IllegalArgumentException(
                    "A percentage needs no number of units. Maybe Discount.amount( \"0.10\" )?");
        }
        if (basis != null) {
            throw new IllegalArgumentException("A discount is worked out from one amount. Maybe two Discounts?");
        }
        return amount;
    }

    @SuppressWarnings("ConstantValue") // a rule passes null for a number that the application did not fill
    private static BigDecimal plain(BigDecimal amount) {
        if (amount == null) {
            throw new IllegalArgumentException(
                    "there is no amount to work a discount out from. Maybe the application did"
                            + " not fill an attribute the rule asks for?");
        }
        return Values.plain(amount.max(BigDecimal.ZERO));
    }

    /** This, on every line of this name or category: {@code on( "cakes" )}. */
    public Discount on(String what) {
        return new Discount(percent, amount, basis, what, 0, upTo, cost, group);
    }

    /** This, on so many units of this name or category, the cheapest ones: {@code percent( 50 ).on( 1, "coffee" )}. */
    public Discount on(long units, String what) {
        return new Discount(percent, amount, basis, what, units, upTo, cost, group);
    }

    /** This, but never more than so much money. */
    public Discount upTo(String most) {
        return new Discount(percent, amount, basis, what, units, Values.plain(Values.number(most)), cost, group);
    }

    /** The same with a whole number. */
    public Discount upTo(long most) {
        return upTo(String.valueOf(most));
    }

    /** This, for so much of a kind, which the member must hold beforehand: {@code costing( 7, "stamps" )}. */
    public Discount costing(long amount, String kind) {
        return costing(BigDecimal.valueOf(amount), kind);
    }

    /** This, for so much of a kind, with decimals as text: {@code costing( "2.50", "cashback" )}. */
    public Discount costing(String amount, String kind) {
        return costing(Values.number(amount), kind);
    }

    /** This, and what this very purchase earns may pay for it. */
    public Discount withThisPurchase() {
        if (cost == null) {
            throw new IllegalArgumentException(
                    "A discount that costs nothing is not paid by this purchase. Maybe costing("
                            + " 7, \"stamps\" ) comes first?");
        }
        return new Discount(percent, amount, basis, what, units, upTo, cost.alsoOfThisPurchase(), group);
    }

    /** This, in a group of offers of which only the one best for the member counts. */
    public Discount bestOf(String group) {
        return new Discount(percent, amount, basis, what, units, upTo, cost, group);
    }

    /** This, for so much of a kind, from an amount a fact holds: {@code costing( $wish.amount(), "points" )}. */
    public Discount costing(BigDecimal amount, String kind) {
        Cost.refuseSecond(cost, kind);
        return new Discount(percent, this.amount, basis, what, units, upTo, Cost.of(amount, kind), group);
    }
}
