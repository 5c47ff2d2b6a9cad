package org.regulars.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One generated rule: what it says in a rule file, and what is meant by it.
 *
 * @param name the rule's name
 * @param says what the customer is told, or empty for nothing
 * @param stage when it runs
 * @param when its patterns; {@code $it} is the last one that is neither {@code not} nor {@code exists}
 * @param gives what it inserts
 */
record Promise(String name, String says, Stage stage, List<Pattern> when, List<Gives> gives) {

    /** When a rule runs. */
    enum Stage {
        TILL,
        ACTIVITY,
        PAID,
        COUNTED,
        DAY,
        EXPIRED
    }

    /** The facts a rule can name. */
    enum Fact {
        MEMBER("Member"),
        ITEM("Item"),
        PURCHASE("Purchase"),
        PAID_ITEM("PaidItem"),
        PAID("Paid"),
        ACTIVITY("Activity"),
        REDEMPTION("Redemption"),
        DAY("Day"),
        EXPIRED("Expired"),
        BALANCE("Balance");

        final String word;

        Fact(String word) {
            this.word = word;
        }
    }

    /** One clause of a pattern, as it is written and as it is meant. */
    record Clause(String drl, Predicate<Scene> holds) {}

    /** A fact that must be there; with a mood, one that must not, or one of which it does not matter how many. */
    record Pattern(Fact fact, Mood mood, List<Clause> clauses) {

        enum Mood {
            EACH(""),
            NOT("not "),
            EXISTS("exists ");

            final String word;

            Mood(String word) {
                this.word = word;
            }
        }

        boolean holds(Scene scene) {
            return clauses.stream().allMatch(clause -> clause.holds().test(scene));
        }

        /**
         * As it stands in a rule.
         *
         * @param name what its fact is called, or empty
         * @param joined a condition that joins it to the others and always holds, or empty
         */
        String drl(String name, String joined) {
            List<String> all = new ArrayList<>(clauses.stream().map(Clause::drl).toList());
            if (!joined.isEmpty()) {
                all.add(0, joined);
            }
            String inner = all.isEmpty() ? "()" : "( " + String.join(", ", all) + " )";
            return "    " + (name.isEmpty() ? mood.word : name + " : ") + fact.word + inner + "\n";
        }

        /** Whether a rule runs once for each line it fits. */
        boolean isEachLine() {
            return mood == Mood.EACH && (fact == Fact.ITEM || fact == Fact.PAID_ITEM);
        }
    }

    /** The pattern whose fact the consequence speaks of. */
    Pattern it() {
        return when.stream()
                .filter(pattern -> pattern.mood() == Pattern.Mood.EACH)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    String drl() {
        StringBuilder text = new StringBuilder("rule \"" + name + "\"\n");
        if (!says.isEmpty()) {
            text.append("@says( \"").append(says).append("\" )\n");
        }
        text.append("when\n");
        boolean spoken = gives.stream().anyMatch(each -> each.drl().contains("$it"));
        List<Pattern> lines = when.stream().filter(Pattern::isEachLine).toList();
        // Each line with each other one: the guard wants such patterns joined, be it by what all lines have in common.
        boolean joins = lines.size() > 1;
        for (Pattern pattern : when) {
            boolean first = joins && pattern == lines.get(0);
            String called = first ? "$line" : spoken && pattern == it() ? "$it" : "";
            text.append(
                    pattern.drl(called, joins && !first && pattern.isEachLine() ? "purchase == $line.purchase" : ""));
        }
        text.append("then\n");
        gives.forEach(each -> text.append("    insert( ").append(each.drl()).append(" );\n"));
        return text.append("end\n").toString();
    }
}
