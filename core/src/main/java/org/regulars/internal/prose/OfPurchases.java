package org.regulars.internal.prose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.prose.Subject.Sort;

/** What rules ask of a purchase, of what is paid of it, and of its lines. */
final class OfPurchases {

    private OfPurchases() {}

    static @Nullable Subject purchase(String name) {
        return switch (name) {
            case "id" -> Subject.of(Sort.TEXT, "the number of your purchase");
            case "currency" -> Subject.of(Sort.TEXT, "the currency of your purchase");
            case "total" ->
                Subject.number(
                        "what your purchase comes to before any offer", "your purchase comes to", "before any offer");
            case "quantity" ->
                Subject.number("the number of units in your purchase", "your purchase has", "units in it");
            case "shipping" -> Subject.number("what delivery costs", "delivery costs", "");
            default -> null;
        };
    }

    static @Nullable Subject paid(String name) {
        return switch (name) {
            case "amount" -> Subject.number("what you pay", "you pay", "");
            case "quantity" -> Subject.number("the number of units you pay for", "you pay for", "units");
            case "saved" -> Subject.number("what offers have saved you", "offers have saved you", "");
            default -> null;
        };
    }

    static @Nullable Subject line(String name, boolean isPaid) {
        return switch (name) {
            case "line" -> Subject.of(Sort.NUMBER, "the number of its line on the receipt");
            case "name" -> Subject.of(Sort.TEXT, "its name");
            case "category" -> Subject.of(Sort.TEXT, "its category");
            case "quantity" ->
                isPaid
                        ? Subject.number("the units of it you pay for", "you pay for", "units of it")
                        : Subject.number("the units of it you buy", "you buy", "units of it");
            case "amount" ->
                isPaid
                        ? Subject.number("what you pay for it", "you pay", "for it")
                        : Subject.number("what it comes to before any offer", "it comes to", "before any offer");
            default -> null;
        };
    }

    /** How long a list is: {@code Purchase.lines}, {@code Paid.items}. */
    static Subject size(String list) {
        return switch (list) {
            case "Purchase.lines" -> Subject.of(Sort.NUMBER, "the number of lines of your purchase");
            case "Paid.items" -> Subject.of(Sort.NUMBER, "the number of lines you pay for");
            default -> throw new NotInWordsException(list);
        };
    }

    static Subject has(String what, boolean isPaid) {
        return isPaid
                ? Subject.yesOrNo("you pay for " + what, "you pay for no " + what)
                : Subject.yesOrNo("your purchase has " + what + " in it", "your purchase has no " + what + " in it");
    }

    static Subject quantityOf(String what, boolean isPaid) {
        return isPaid
                ? Subject.number("the units of " + what + " you pay for", "you pay for", "units of " + what)
                : Subject.number("the units of " + what + " in your purchase", "you buy", "units of " + what);
    }

    static Subject amountOf(String what, boolean isPaid) {
        return isPaid
                ? Subject.number("what you pay for " + what, "you pay", "for " + what)
                : Subject.number(
                        "what " + what + " in your purchase comes to before any offer",
                        what + " in your purchase comes to",
                        "before any offer");
    }

    static Subject amountWithout(List<String> attributes) {
        String without = "without what of it is "
                + Written.list(attributes.stream().map(Written::quoted).toList(), "or");
        return Subject.number("what you pay, " + without, "you pay", without);
    }
}
