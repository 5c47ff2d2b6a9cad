package org.regulars.laws;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        COUNTED
    }

    /** The facts a rule can name. */
    enum Fact {
        MEMBER("Member"),
        ITEM("Item"),
        PURCHASE("Purchase"),
        PAID_ITEM("PaidItem"),
        PAID("Paid"),
        ACTIVITY("Activity"),
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

        String drl(boolean bound) {
            String inner = clauses.isEmpty()
                    ? "()"
                    : "( " + clauses.stream().map(Clause::drl).collect(Collectors.joining(", ")) + " )";
            return "    " + (bound ? "$it : " : mood.word) + fact.word + inner + "\n";
        }
    }

    /** What a reward costs. */
    record Price(long amount, String kind, boolean withThisPurchase) {

        String drl() {
            return ".costing( " + amount + ", \"" + kind + "\" )" + (withThisPurchase ? ".withThisPurchase()" : "");
        }
    }

    /** What a rule inserts. */
    sealed interface Gives {

        String drl();

        default @Nullable Price price() {
            return null;
        }

        default @Nullable String group() {
            return null;
        }
    }

    /**
     * So much of a kind.
     *
     * @param of what the rate is applied to as the rule writes it, empty for the bare rate
     * @param step of what size whole steps count, or empty where parts count too
     */
    record Earn(
            String kind,
            String rate,
            String of,
            Function<Scene, BigDecimal> basis,
            String step,
            @Nullable String group) implements Gives {

        BigDecimal exact(Scene scene) {
            BigDecimal each = new BigDecimal(rate);
            if (of.isEmpty()) {
                return each;
            }
            BigDecimal amount = basis.apply(scene);
            return each.multiply(step.isEmpty() ? amount : amount.divideToIntegralValue(new BigDecimal(step)));
        }

        @Override
        public String drl() {
            String applied = of.isEmpty()
                    ? ""
                    : step.isEmpty()
                            ? of.equals("$it") ? ".forEach( $it )" : ".times( " + of + " )"
                            : ".forEvery( " + number(step) + ", " + of + " )";
            return "Earn.of( " + number(rate) + ", \"" + kind + "\" )" + applied + best(group);
        }
    }

    /** A factor. */
    record Multiply(String kind, String factor, @Nullable String group) implements Gives {

        @Override
        public String drl() {
            return "Multiply.by( " + number(factor) + ", \"" + kind + "\" )" + best(group);
        }
    }

    /** A flat extra. */
    record Bonus(String kind, String amount, @Nullable String group) implements Gives {

        @Override
        public String drl() {
            return "Bonus.of( " + number(amount) + ", \"" + kind + "\" )" + best(group);
        }
    }

    /** Money off; empty texts for what is not said. */
    record Discount(
            String percent,
            String amount,
            String on,
            String upTo,
            @Nullable Price price,
            @Nullable String group) implements Gives {

        @Override
        public String drl() {
            return "Discount."
                    + (percent.isEmpty() ? "amount( " + number(amount) : "percent( " + number(percent)) + " )"
                    + (on.isEmpty() ? "" : ".on( \"" + on + "\" )")
                    + (upTo.isEmpty() ? "" : ".upTo( \"" + upTo + "\" )")
                    + (price == null ? "" : price.drl())
                    + best(group);
        }
    }

    /** Something free: of this basket, at a next visit, or as a gift. */
    record Free(
            long quantity,
            String what,
            String upTo,
            boolean gift,
            boolean repeatedly,
            @Nullable Price price,
            @Nullable String group)
            implements Gives {

        boolean paysItself() {
            return !gift && price != null && price.withThisPurchase();
        }

        @Override
        public String drl() {
            return "FreeItem." + (gift ? "gift" : "of") + "( " + quantity + ", \"" + what + "\" )"
                    + (upTo.isEmpty() ? "" : ".upTo( \"" + upTo + "\" )")
                    + (price == null ? "" : price.drl())
                    + (repeatedly ? ".repeatedly()" : "")
                    + best(group);
        }
    }

    /** Free delivery. */
    record Shipping(@Nullable Price price) implements Gives {

        @Override
        public String drl() {
            return "FreeShipping.of()" + (price == null ? "" : price.drl());
        }
    }

    /** What is not money. */
    record Benefit(String what, @Nullable Price price) implements Gives {

        @Override
        public String drl() {
            return "Benefit.of( \"" + what + "\" )" + (price == null ? "" : price.drl());
        }
    }

    /** A tier. */
    record Upgrade(String tier, @Nullable Price price) implements Gives {

        @Override
        public String drl() {
            return "Upgrade.to( \"" + tier + "\" )" + (price == null ? "" : price.drl());
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
        when.forEach(pattern -> text.append(pattern.drl(spoken && pattern == it())));
        text.append("then\n");
        gives.forEach(each -> text.append("    insert( ").append(each.drl()).append(" );\n"));
        return text.append("end\n").toString();
    }

    /** Whole numbers as they are, others as text. */
    private static String number(String number) {
        return number.contains(".") ? '"' + number + '"' : number;
    }

    private static String best(@Nullable String group) {
        return group == null ? "" : ".bestOf( \"" + group + "\" )";
    }
}
