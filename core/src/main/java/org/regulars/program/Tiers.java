package org.regulars.program;

import java.time.Period;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ladder of tiers, from the one everybody starts in to the highest.
 *
 * <pre>{@code
 * rule "From Green by Gold to Reserve"
 * when
 *     Program()
 * then
 *     insert( Tiers.of( "Green", "Gold", "Reserve" ).lastsYears( 1 ).throughYearEnd() );
 * end
 * }</pre>
 *
 * <p>When a tier ends, the member falls, and the rules on {@code Balance} are asked at once, before the amounts go that
 * lapse at that same moment; so they put the member back where they have earned to be.
 *
 * @param ladder the ladder's name; {@value #DEFAULT_LADDER} if none is given
 * @param names the tiers, the lowest first; a tier's name stands on one ladder only
 * @param lasts through when a tier holds once it is given, or null for no end
 * @param stepwise whether someone whose tier ends falls one step, or else to the lowest
 * @param retained whether a tier is kept when what it was given for is returned
 * @param conditional whether a tier holds only as long as rules give it anew with every event
 */
public record Tiers(
        String ladder,
        List<String> names,
        @Nullable Expiry lasts,
        boolean stepwise,
        boolean retained,
        boolean conditional) {

    /** The name of a ladder that was given none. */
    public static final String DEFAULT_LADDER = "tier";

    /** Refuses a ladder without rungs, or with one twice. */
    public Tiers {
        names = List.copyOf(names);
        if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("A ladder needs tiers, each with a name of its own, and " + names
                    + " is not that. Maybe Tiers.of( \"Green\", \"Gold\" )?");
        }
    }

    /** A ladder, the lowest tier first. */
    public static Tiers of(String... names) {
        return new Tiers(DEFAULT_LADDER, List.of(names), null, false, false, false);
    }

    /** This ladder under a name, for programs that have several. */
    public Tiers named(String ladder) {
        return new Tiers(ladder, names, lasts, stepwise, retained, conditional);
    }

    /** This ladder, on which a tier holds for so many days. */
    public Tiers lastsDays(int days) {
        return lasting(Period.ofDays(days));
    }

    /** This ladder, on which a tier holds for so many months: given on 25 January for one month, through 25 February. */
    public Tiers lastsMonths(int months) {
        return lasting(Period.ofMonths(months));
    }

    /** This ladder, on which a tier holds for so many years. */
    public Tiers lastsYears(int years) {
        return lasting(Period.ofYears(years));
    }

    /**
     * This ladder, on which a tier holds to the end of the year, or with {@code lastsYears( 1 )} of the next one.
     */
    public Tiers throughYearEnd() {
        return with(new Expiry(Expiry.Counted.FROM_EARNING, after(), Expiry.Until.YEAR, null, null));
    }

    /**
     * This ladder, on which a tier holds to the end of the membership year, the day before the anniversary of joining,
     * or with {@code lastsYears( 1 )} of the next one.
     */
    public Tiers throughAnniversary() {
        return with(new Expiry(Expiry.Counted.TO_ANNIVERSARY, after(), Expiry.Until.DAY, null, null));
    }

    /** This ladder, on which someone whose tier ends falls one step, and not to the lowest. */
    public Tiers fallsOneStep() {
        return new Tiers(ladder, names, lasts, true, retained, conditional);
    }

    /** This ladder, on which a tier is kept though what it was given for is returned. */
    public Tiers keptOnReturn() {
        return new Tiers(ladder, names, lasts, stepwise, true, conditional);
    }

    /** This ladder, on which a tier holds only while the rules give it: after every event they are asked again. */
    public Tiers onlyWhileReached() {
        return new Tiers(ladder, names, lasts, stepwise, retained, true);
    }

    private Tiers lasting(Period period) {
        return with(
                lasts == null
                        ? new Expiry(Expiry.Counted.FROM_EARNING, period, Expiry.Until.DAY, null, null)
                        : new Expiry(lasts.counted(), period, lasts.until(), lasts.day(), null));
    }

    private Period after() {
        return lasts == null ? Period.ZERO : lasts.after();
    }

    private Tiers with(Expiry life) {
        return new Tiers(ladder, names, life, stepwise, retained, conditional);
    }
}
