package org.regulars.internal.prose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.syntax.Part;
import org.regulars.internal.syntax.Term;
import org.regulars.internal.values.Plural;

/**
 * What the lines of a receipt are that a rule speaks of: "coffee", "tea or coffee", "everything but tobacco".
 *
 * @param words it as one says it
 * @param sort what sort of words these are
 * @param from the condition they were made from, or null
 * @param isUnit whether the rule calls the units by the category's name, as in {@code $coffees} of the category coffee:
 *     of a room it may count nights
 */
record Goods(String words, Sort sort, @Nullable Term from, boolean isUnit) {

    /** What sort of words say it. */
    enum Sort {
        /** One category. */
        ONE,
        /** Some categories. */
        SOME,
        /** All but some. */
        ALL_BUT,
        /** All there are. */
        ALL
    }

    /** What the lines are that a pattern matches; null if it is about no lines. */
    static @Nullable Goods of(Part.Pattern pattern) {
        if (!pattern.type().equals("Item") && !pattern.type().equals("PaidItem")) {
            return null;
        }
        for (Term condition : pattern.conditions()) {
            Goods goods = of(condition, pattern.binding());
            if (goods != null) {
                return goods;
            }
        }
        return new Goods("everything", Sort.ALL, null, false);
    }

    private static @Nullable Goods of(Term condition, @Nullable String name) {
        if (condition instanceof Term.Operation operation
                && isCategory(operation.left())
                && operation.right() instanceof Term.Text text) {
            return switch (operation.sign()) {
                case "==" -> new Goods(text.value(), Sort.ONE, condition, isCalled(name, text.value()));
                case "!=" -> new Goods("everything but " + text.value(), Sort.ALL_BUT, condition, false);
                default -> null;
            };
        }
        if (condition instanceof Term.OneOf oneOf
                && isCategory(oneOf.left())
                && !oneOf.values().isEmpty()
                && oneOf.values().stream().allMatch(value -> value instanceof Term.Text)) {
            List<String> names = oneOf.values().stream().map(Comparing::textOf).toList();
            return oneOf.none()
                    ? new Goods("everything but " + Written.list(names, "and"), Sort.ALL_BUT, condition, false)
                    : new Goods(Written.list(names, "or"), names.size() == 1 ? Sort.ONE : Sort.SOME, condition, false);
        }
        return null;
    }

    private static boolean isCalled(@Nullable String name, String category) {
        return name != null && Plural.singular(name.replace("$", "")).equalsIgnoreCase(Plural.singular(category));
    }

    private static boolean isCategory(Term term) {
        return term instanceof Term.Name name && name.text().equals("category");
    }

    /** One of them, whichever it is: "something other than tobacco". */
    String some() {
        return switch (sort) {
            case ONE, SOME -> words;
            case ALL_BUT -> "something other than " + words.substring("everything but ".length());
            case ALL -> "something";
        };
    }

    /** After "no": "goods other than tobacco". */
    String ofSuchSort() {
        return switch (sort) {
            case ONE, SOME -> words;
            case ALL_BUT -> "goods other than " + words.substring("everything but ".length());
            case ALL -> "goods";
        };
    }

    /** Each unit of it, with what is done with it: "each coffee you pay for". */
    String each(String done) {
        return switch (sort) {
            case ONE -> (isUnit ? "each " + Plural.singular(words) : "each unit of " + words) + " " + done;
            case SOME -> "each unit of " + words + " " + done;
            case ALL_BUT -> "each unit " + done + " of " + words;
            case ALL -> "each unit " + done;
        };
    }

    /** Each line of it, with what is done with it: "each line of coffee you pay for". */
    String eachLine(String done) {
        return switch (sort) {
            case ONE, SOME -> "each line of " + words + " " + done;
            case ALL_BUT -> "each line of your receipt " + done + ", " + words;
            case ALL -> "each line of your receipt " + done;
        };
    }
}
