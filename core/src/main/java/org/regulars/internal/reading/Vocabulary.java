package org.regulars.internal.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.regulars.decisions.Benefit;
import org.regulars.decisions.Bonus;
import org.regulars.decisions.Convert;
import org.regulars.decisions.Discount;
import org.regulars.decisions.Earn;
import org.regulars.decisions.Extend;
import org.regulars.decisions.Forfeit;
import org.regulars.decisions.FreeItem;
import org.regulars.decisions.FreeShipping;
import org.regulars.decisions.Limit;
import org.regulars.decisions.Multiply;
import org.regulars.decisions.Overdraft;
import org.regulars.decisions.PayWith;
import org.regulars.decisions.Upgrade;
import org.regulars.facts.Activity;
import org.regulars.facts.Balance;
import org.regulars.facts.Day;
import org.regulars.facts.Expired;
import org.regulars.facts.Item;
import org.regulars.facts.Member;
import org.regulars.facts.Paid;
import org.regulars.facts.PaidItem;
import org.regulars.facts.Program;
import org.regulars.facts.Purchase;
import org.regulars.facts.Redemption;
import org.regulars.program.Kind;
import org.regulars.program.Tiers;
import org.regulars.program.Zone;

/**
 * The words a rule can use, by the names they have in a rule file.
 *
 * @param declared the application's own facts
 * @param values what the application says a field can be: {@code category} is one of coffee, tea
 */
public record Vocabulary(Map<String, Class<?>> declared, Map<String, Set<String>> values) {

    private static final Map<String, Class<?>> FACTS = byName(
            Activity.class,
            Balance.class,
            Day.class,
            Expired.class,
            Item.class,
            Member.class,
            Paid.class,
            PaidItem.class,
            Program.class,
            Purchase.class,
            Redemption.class);

    private static final Map<String, Class<?>> DECISIONS = byName(
            Benefit.class,
            Bonus.class,
            Convert.class,
            Discount.class,
            Earn.class,
            Extend.class,
            Forfeit.class,
            FreeItem.class,
            FreeShipping.class,
            Limit.class,
            Multiply.class,
            Overdraft.class,
            PayWith.class,
            Upgrade.class);

    private static final Map<String, Class<?>> DEFINITIONS = byName(Kind.class, Tiers.class, Zone.class);

    /** The library's own words alone. */
    public static Vocabulary own() {
        return new Vocabulary(Map.of(), Map.of());
    }

    /** The facts that may stand in a condition, the application's own too, in the order of their names. */
    public Map<String, Class<?>> facts() {
        Map<String, Class<?>> all = new TreeMap<>(FACTS);
        all.putAll(declared);
        return all;
    }

    /** What a rule can insert when it answers an event. */
    public static Map<String, Class<?>> decisions() {
        return DECISIONS;
    }

    /** What a rule on {@code Program} can insert. */
    public static Map<String, Class<?>> definitions() {
        return DEFINITIONS;
    }

    /** Whether the library itself has this word. */
    public static boolean isTaken(String name) {
        return FACTS.containsKey(name) || DECISIONS.containsKey(name) || DEFINITIONS.containsKey(name);
    }

    private static Map<String, Class<?>> byName(Class<?>... types) {
        Map<String, Class<?>> byName = new LinkedHashMap<>();
        Stream.of(types).forEach(type -> byName.put(type.getSimpleName(), type));
        return byName;
    }

    /** The names of all facts, for telling which was meant. */
    public List<String> factNames() {
        return List.copyOf(facts().keySet());
    }
}
