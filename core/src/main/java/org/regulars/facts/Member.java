package org.regulars.facts;

import java.math.BigDecimal;
import java.util.Map;
import org.regulars.program.Tiers;

/**
 * The member as they were just before the event, or at the moment that something fell due.
 *
 * @param id the application's id
 * @param joined the date they joined
 * @param years for how many full years they have been a member on the day of the event
 * @param birthday whether the day of the event is their birthday, by the attribute {@code birthday}; someone born on
 *     29 February has it on the 28th in other years
 * @param anniversary whether the day of the event is an anniversary of the day they joined; of 29 February it is the 28th in
 *     other years
 * @param lastActive the date of their last purchase, redemption or activity before this one, or the date they joined
 * @param idleDays for how many days before this one they were not active
 * @param tiers where they stand, by ladder
 * @param balances what they hold, by kind
 * @param attributes anything else the application knows
 */
public record Member(
        String id,
        String joined,
        int years,
        boolean birthday,
        boolean anniversary,
        String lastActive,
        long idleDays,
        Map<String, Tier> tiers,
        Map<String, BigDecimal> balances,
        Map<String, String> attributes)
        implements Attributed {

    /** Where they stand on the program's ladder. Fails if there is none, or several and none is the main one. */
    public Tier tier() {
        Tier main = tiers.get(Tiers.DEFAULT_LADDER);
        if (main != null) {
            return main;
        }
        return tier(tiers.size() == 1 ? tiers.keySet().iterator().next() : Tiers.DEFAULT_LADDER);
    }

    /** Where they stand on a ladder: {@code tier( "card" ).isAtLeast( "Gold" )}. */
    public Tier tier(String ladder) {
        Tier tier = tiers.get(ladder);
        if (tier == null) {
            throw new IllegalArgumentException("There is no ladder '" + ladder + "'. "
                    + (tiers.isEmpty()
                            ? "Maybe insert( Tiers.of( \"Green\", \"Gold\" ) ) in a rule on Program()?"
                            : "Maybe one of " + String.join(", ", tiers.keySet()) + "?"));
        }
        return tier;
    }

    /** How much of a kind they held before the event: {@code holds( "points" ) >= 500}. */
    public BigDecimal holds(String kind) {
        return balances.getOrDefault(kind, BigDecimal.ZERO);
    }
}
