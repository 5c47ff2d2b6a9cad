package org.regulars.laws;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regulars.LoyaltyEngine;
import org.regulars.Member;
import org.regulars.RuleSet;

/**
 * A generated rule set, as a structure.
 *
 * @param number which of the generated ones it is
 * @param zone where its days begin
 * @param kinds the kinds it defines, by name
 * @param ladders its tiers, by the name of the ladder
 * @param promises the rules that answer events
 */
record Terms(
        int number, String zone, Map<String, KindOf> kinds, Map<String, LadderOf> ladders, List<Promise> promises) {

    /**
     * How a kind is counted, and how long it lives.
     *
     * @param pendingDays for how many days it cannot be spent
     * @param takeBack what a return takes back, as the rule says it
     */
    record KindOf(
            int decimals,
            RoundingMode rounding,
            boolean eachEarn,
            @Nullable String unitCost,
            int pendingDays,
            @Nullable Life life,
            String takeBack) {

        /** What a kind is that nobody defined. */
        static final KindOf PLAIN = new KindOf(0, RoundingMode.DOWN, false, null, 0, null, "");

        BigDecimal round(BigDecimal amount) {
            return amount.setScale(decimals, rounding);
        }

        String drl(String name) {
            String mode = switch (rounding) {
                case HALF_UP -> ".roundedHalfUp()";
                case HALF_EVEN -> ".roundedHalfEven()";
                case UP -> ".roundedUp()";
                default -> "";
            };
            return "Kind.of( \"" + name + "\" )" + (decimals == 0 ? "" : ".decimals( " + decimals + " )") + mode
                    + (eachEarn ? ".roundedEachEarn()" : "")
                    + (unitCost == null ? "" : ".unitCost( \"" + unitCost + "\" )")
                    + (pendingDays == 0 ? "" : ".pendingDays( " + pendingDays + " )")
                    + (life == null ? "" : life.drlOfKind())
                    + takeBack;
        }
    }

    /**
     * A ladder.
     *
     * @param tiers the lowest first
     * @param lasts how long a tier holds, or null for ever
     * @param oneStep whether one falls one step and not to the lowest
     * @param kept whether a tier is kept when what it was given for is returned
     * @param whileReached whether it holds only while it is reached
     */
    record LadderOf(List<String> tiers, @Nullable Life lasts, boolean oneStep, boolean kept, boolean whileReached) {

        String drl(String name) {
            return "Tiers.of( " + tiers.stream().map(tier -> '"' + tier + '"').collect(Collectors.joining(", ")) + " )"
                    + (name.equals("tier") ? "" : ".named( \"" + name + "\" )")
                    + (lasts == null ? "" : lasts.drlOfLadder())
                    + (oneStep ? ".fallsOneStep()" : "")
                    + (kept ? ".keptOnReturn()" : "")
                    + (whileReached ? ".onlyWhileReached()" : "");
        }
    }

    KindOf kind(String name) {
        return kinds.getOrDefault(name, KindOf.PLAIN);
    }

    /** The tiers of a ladder, the lowest first. */
    List<String> tiers(String ladder) {
        LadderOf of = ladders.get(ladder);
        return of == null ? List.of() : of.tiers();
    }

    /** Everything that rules give. */
    List<Gives> gives() {
        return promises.stream().flatMap(promise -> promise.gives().stream()).toList();
    }

    /** From when what comes of a kind at a time can be spent. */
    Instant activeFrom(String kind, Instant at) {
        return at.atZone(ZoneId.of(zone)).plusDays(kind(kind).pendingDays()).toInstant();
    }

    /**
     * From when what comes to a member of a kind is gone; never is far away.
     *
     * @param at when it comes; what lives on with activity begins its life with the latest there has been
     */
    Instant end(String kind, @Nullable Life own, Instant at, Member member) {
        Life life = own == null ? kind(kind).life() : own;
        if (life == null) {
            return Instant.MAX;
        }
        Instant active = member.lastActive() == null ? at : Instant.parse(member.lastActive());
        Instant from = life.sinceActivity() && active.isAfter(at) ? active : at;
        return dayAfter(life.lastDay(date(from), date(Instant.parse(member.joined()))));
    }

    /** The date of a time. */
    LocalDate date(Instant time) {
        return time.atZone(ZoneId.of(zone)).toLocalDate();
    }

    /** Midnight at the end of a day. */
    Instant dayAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
    }

    Terms with(List<Promise> others) {
        return new Terms(number, zone, kinds, ladders, others);
    }

    /** Every rule as text, the definitions first. */
    List<String> rules() {
        List<String> rules = new ArrayList<>();
        if (!zone.equals("UTC")) {
            rules.add(definition("The day begins in " + zone, "Zone.of( \"" + zone + "\" )"));
        }
        kinds.forEach((name, kind) -> rules.add(definition("What " + name + " are", kind.drl(name))));
        ladders.forEach((name, ladder) -> rules.add(definition("The ladder " + name, ladder.drl(name))));
        promises.forEach(promise -> rules.add(promise.drl()));
        return rules;
    }

    /** The whole rule file. */
    String text() {
        return String.join("\n", rules());
    }

    /** The same rules in another order, over several files. */
    Map<String, String> shuffled(Random random) {
        List<String> rules = new ArrayList<>(rules());
        Collections.shuffle(rules, random);
        Map<String, String> files = new TreeMap<>();
        for (String rule : rules) {
            String file = List.of("b.drl", "a.drl", "more/c.drl").get(random.nextInt(3));
            files.merge(file, rule, (one, other) -> one + "\n" + other);
        }
        return files;
    }

    RuleSet compiled() {
        return Compiled.of(Map.of("rules.drl", text()));
    }

    LoyaltyEngine engine() {
        return LoyaltyEngine.with(compiled());
    }

    @Override
    public String toString() {
        return "rule set " + number + " of seed " + RuleSets.SEED;
    }

    private static String definition(String name, String insert) {
        return "rule \"" + name + "\"\nwhen\n    Program()\nthen\n    insert( " + insert + " );\nend\n";
    }
}
