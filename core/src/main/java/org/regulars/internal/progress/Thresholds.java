package org.regulars.internal.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.syntax.AllTerms;
import org.regulars.internal.syntax.Part;
import org.regulars.internal.syntax.RuleText;
import org.regulars.internal.syntax.Term;

/**
 * Reads what a rule asks so much of: in its conditions, {@code amount >= 50}, and in what it gives, {@code costing( 7, "stamps" )}.
 * It need not understand the rest of the rule, because every threshold is tried before anything is said of it.
 */
final class Thresholds {

    private static final Set<String> TURNED = Set.of("<=", "<");

    private static final int MOST_DIGITS = 30;

    private final Asking asking;
    private final List<Threshold> found = new ArrayList<>();

    private Thresholds(Asking asking) {
        this.asking = asking;
    }

    /** The thresholds of a rule. */
    static List<Threshold> of(RuleText rule) {
        Thresholds thresholds = new Thresholds(Asking.of(rule));
        thresholds.addHoped(rule.when());
        rule.then().forEach(thresholds::addCosts);
        return thresholds.found;
    }

    /** Those of facts that must be there; of one that must not, reaching it would be no progress. */
    private void addHoped(Part part) {
        if (part instanceof Part.Pattern pattern) {
            pattern.conditions().forEach(condition -> AllTerms.within(condition).forEach(term -> add(pattern, term)));
        } else if (part instanceof Part.All all) {
            all.parts().forEach(this::addHoped);
        } else if (part instanceof Part.Any any) {
            any.parts().forEach(this::addHoped);
        } else if (part instanceof Part.Some some) {
            addHoped(some.part());
        }
    }

    private void add(Part.Pattern pattern, Term term) {
        if (!(term instanceof Term.Operation comparison)) {
            return;
        }
        boolean turned = TURNED.contains(comparison.sign());
        Term amount = turned ? comparison.right() : comparison.left();
        BigDecimal needed = number(turned ? comparison.left() : comparison.right());
        boolean beyond = comparison.sign().equals(">") || comparison.sign().equals("<");
        if (needed == null || !(turned || beyond || comparison.sign().equals(">="))) {
            return;
        }
        String kind = heldKind(pattern, amount);
        if (kind != null) {
            found.add(new Threshold(asking, new Threshold.Measured.Held(kind), needed, beyond));
        } else if (pattern.type().equals("Purchase") || pattern.type().equals("Paid")) {
            ReceiptAmount receipt = new ReceiptAmount(pattern.type(), amount);
            if (receipt.unit() != null) {
                found.add(new Threshold(asking, new Threshold.Measured.OnReceipt(receipt), needed, beyond));
            }
        }
    }

    /** The kind of which an amount is held: {@code amount} of a {@code Balance}, or {@code holds( "stamps" )} of the member. */
    private static @Nullable String heldKind(Part.Pattern pattern, Term amount) {
        if (pattern.type().equals("Balance")
                && amount instanceof Term.Name name
                && name.text().equals("amount")) {
            return pattern.conditions().stream()
                    .filter(Term.Operation.class::isInstance)
                    .map(Term.Operation.class::cast)
                    .filter(each -> each.sign().equals("==")
                            && each.left() instanceof Term.Name field
                            && field.text().equals("kind")
                            && each.right() instanceof Term.Text)
                    .map(each -> ((Term.Text) each.right()).value())
                    .findFirst()
                    .orElse(null);
        }
        return amount instanceof Term.Call call
                        && call.name().equals("holds")
                        && call.arguments().size() == 1
                        && call.arguments().get(0) instanceof Term.Text text
                ? text.value()
                : null;
    }

    /** What a decision costs, gives up, or takes at least. */
    private void addCosts(Term statement) {
        String kind = null;
        String goods = null;
        BigDecimal most = null;
        BigDecimal after = null;
        for (Term term : AllTerms.within(statement)) {
            if (term instanceof Term.Call call && !call.arguments().isEmpty()) {
                BigDecimal number = number(call.arguments().get(0));
                String text = call.arguments().get(call.arguments().size() - 1) instanceof Term.Text last
                        ? last.value()
                        : null;
                boolean gives = call.of() instanceof Term.Name type
                        && Set.of("Convert", "PayWith").contains(type.text());
                switch (call.name()) {
                    case "costing" -> {
                        kind = text;
                        most = larger(most, number);
                    }
                    case "of", "each" -> {
                        kind = gives ? text : kind;
                        most = gives && call.name().equals("of") ? larger(most, number) : most;
                        goods = call.of() instanceof Term.Name type
                                        && type.text().equals("FreeItem")
                                ? text
                                : goods;
                    }
                    case "atLeast" -> most = larger(most, number);
                    case "after" -> after = number;
                    default -> {}
                }
            }
        }
        if (kind != null && most != null) {
            found.add(new Threshold(asking, new Threshold.Measured.Held(kind), most, false));
        }
        if (goods != null && after != null) {
            found.add(new Threshold(asking, new Threshold.Measured.OnReceipt(ReceiptAmount.units(goods)), after, true));
        }
    }

    private static @Nullable BigDecimal larger(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : other == null ? one : one.max(other);
    }

    /** A number as it stands in a condition, or as text after {@code then}. */
    private static @Nullable BigDecimal number(Term term) {
        String text = term instanceof Term.Digits digits
                ? digits.text()
                : term instanceof Term.Text quoted ? quoted.value() : "";
        try {
            BigDecimal number = text.isEmpty() ? null : new BigDecimal(text);
            // One like 1e999999999 is some gigabytes to write down.
            return number == null || Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS
                    ? null
                    : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
