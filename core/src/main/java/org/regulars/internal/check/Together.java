package org.regulars.internal.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.regulars.internal.reading.Phase;
import org.regulars.internal.reading.Problems;
import org.regulars.internal.reading.Vocabulary;
import org.regulars.internal.syntax.Part;
import org.regulars.internal.syntax.RuleText;

/** Whether the facts of a rule are ever there at the same time. */
final class Together {

    private static final int MOST_WAYS = 64;

    /** What is there with each sort of event; what the application knows comes with the first three. */
    private static final List<Set<String>> EVENTS = List.of(
            Set.of("Purchase", "Item", "Redemption", "Paid", "PaidItem", "Balance", "Member"),
            Set.of("Activity", "Balance", "Member"),
            Set.of("Redemption", "Balance", "Member"),
            Set.of("Day", "Balance", "Member"),
            Set.of("Expired", "Balance", "Member"),
            Set.of("Program"));

    private static final int WITH_OWN_FACTS = 3;

    private final Vocabulary vocabulary;
    private final Problems problems;

    Together(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    void check(RuleText rule) {
        List<List<Part.Pattern>> ways = ways(rule.when());
        Map<Phase, Part.Pattern> phases = new LinkedHashMap<>();
        for (List<Part.Pattern> way : ways) {
            boolean known = way.stream().allMatch(each -> vocabulary.facts().containsKey(each.type()));
            if (way.isEmpty() || !known || !areTogether(rule, way)) {
                return;
            }
            Set<String> facts = new TreeSet<>();
            way.forEach(pattern -> facts.add(pattern.type()));
            phases.putIfAbsent(Phase.of(facts), way.get(way.size() - 1));
        }
        if (phases.size() > 1) {
            List<Phase> order = List.copyOf(phases.keySet());
            Part.Pattern first = phases.get(order.get(0));
            Part.Pattern second = phases.get(order.get(1));
            if (first != null && second != null) {
                problems.error(
                        rule.file(),
                        second.at(),
                        "A rule runs at one moment: " + first.type() + " is there "
                                + order.get(0).words() + ", " + second.type() + " "
                                + order.get(1).words() + ". Maybe two rules?");
            }
        }
        checkNoPurchase(rule);
    }

    /** The facts that are there in each way in which the conditions can hold. */
    private static List<List<Part.Pattern>> ways(Part part) {
        if (part instanceof Part.Pattern pattern) {
            return List.of(List.of(pattern));
        }
        if (part instanceof Part.Some some) {
            return ways(some.part());
        }
        List<List<Part.Pattern>> ways = new ArrayList<>();
        if (part instanceof Part.Any any) {
            any.parts().forEach(each -> ways.addAll(ways(each)));
            return ways.size() > MOST_WAYS ? List.of() : ways;
        }
        ways.add(List.of());
        if (part instanceof Part.All all) {
            for (Part each : all.parts()) {
                List<List<Part.Pattern>> more = new ArrayList<>();
                for (List<Part.Pattern> begun : ways) {
                    for (List<Part.Pattern> way : ways(each)) {
                        List<Part.Pattern> both = new ArrayList<>(begun);
                        both.addAll(way);
                        more.add(both);
                    }
                }
                if (more.size() > MOST_WAYS) {
                    return List.of();
                }
                ways.clear();
                ways.addAll(more);
            }
        }
        return ways;
    }

    private boolean areTogether(RuleText rule, List<Part.Pattern> way) {
        Set<Part.Pattern> before = new LinkedHashSet<>();
        for (Part.Pattern pattern : way) {
            for (Part.Pattern other : before) {
                if (!are(other.type(), pattern.type())) {
                    problems.error(
                            rule.file(),
                            pattern.at(),
                            other.type() + " and " + pattern.type() + " are never there together: " + other.type()
                                    + " comes " + with(other.type()) + ", and " + pattern.type() + " "
                                    + with(pattern.type()) + ". Maybe " + mend(other.type(), pattern.type()) + "?");
                    return false;
                }
            }
            before.add(pattern);
        }
        return true;
    }

    private boolean are(String one, String other) {
        for (int i = 0; i < EVENTS.size(); i++) {
            Set<String> there = EVENTS.get(i);
            boolean own = i < WITH_OWN_FACTS;
            if ((there.contains(one) || (own && isOwn(one))) && (there.contains(other) || (own && isOwn(other)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOwn(String fact) {
        return vocabulary.declared().containsKey(fact);
    }

    private static String with(String fact) {
        return switch (fact) {
            case "Purchase", "Item", "Paid", "PaidItem", "Redemption" -> "with a purchase";
            case "Activity" -> "with something else that happened";
            case "Day" -> "with the calendar";
            case "Expired" -> "with what lapsed";
            case "Program" -> "once, when the rules are loaded";
            default -> "with what happens";
        };
    }

    private static String mend(String one, String other) {
        boolean paid = Set.of("Paid", "PaidItem").contains(one.equals("Day") ? other : one);
        boolean dayOfPurchase = paid && (one.equals("Day") || other.equals("Day"));
        if (dayOfPurchase) {
            return "purchase.day or purchase.date instead of Day";
        }
        boolean day = one.equals("Day") || other.equals("Day");
        return day ? "day or date of the other instead of Day" : "two rules";
    }

    /** A wish by itself has no purchase; what is not there yet cannot be asked for by name. */
    private void checkNoPurchase(RuleText rule) {
        boolean wish = rule.rule().present().contains("Redemption");
        for (Part part : rule.when().parts()) {
            boolean none = part instanceof Part.None no
                    && no.part() instanceof Part.Pattern pattern
                    && Set.of("Purchase", "Item").contains(pattern.type());
            if (wish && none && !rule.rule().present().contains("Purchase")) {
                problems.error(
                        rule.file(),
                        ((Part.None) part).at(),
                        "What is asked for without a purchase says so itself. Maybe Redemption( purchase == null )"
                                + " instead of not Purchase()?");
            }
        }
    }
}
