package org.regulars.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Term;
import org.regulars.program.Tiers;

/**
 * The ladders of tiers that the rules define, by name.
 *
 * @param tiers the tiers of each, the lowest first
 * @param areAll whether all of them could be read
 */
record Ladders(Map<String, List<String>> tiers, boolean areAll) {

    /** The ladders in these rules. */
    static Ladders of(List<RuleText> rules) {
        Map<String, List<String>> tiers = new TreeMap<>();
        boolean areAll = true;
        for (RuleText rule : rules) {
            if (!rule.rule().facts().contains("Program")) {
                continue;
            }
            areAll &= rule.otherWords().isEmpty();
            for (Term statement : rule.then()) {
                if (statement instanceof Term.Call insert && insert.arguments().size() == 1) {
                    areAll &= add(insert.arguments().get(0), tiers);
                }
            }
        }
        return new Ladders(tiers, areAll);
    }

    /** All tiers of all ladders. */
    List<String> all() {
        return tiers.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** Whether what is inserted could be read, as far as it is a ladder. */
    private static boolean add(Term inserted, Map<String, List<String>> tiers) {
        String name = Tiers.DEFAULT_LADDER;
        Term term = inserted;
        while (term instanceof Term.Call call && call.of() instanceof Term.Call before) {
            if (call.name().equals("named")) {
                if (call.arguments().size() != 1 || !(call.arguments().get(0) instanceof Term.Text text)) {
                    return false;
                }
                name = text.value();
            }
            term = before;
        }
        if (!(term instanceof Term.Call of && of.of() instanceof Term.Name type)) {
            return false;
        }
        if (!type.text().equals("Tiers")) {
            return true;
        }
        List<String> names = new ArrayList<>();
        for (Term each : of.arguments()) {
            if (!(each instanceof Term.Text text)) {
                return false;
            }
            names.add(text.value());
        }
        tiers.put(name, names);
        return true;
    }
}
