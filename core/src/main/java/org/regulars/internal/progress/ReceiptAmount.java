package org.regulars.internal.progress;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.Line;
import org.regulars.LineOutcome;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.internal.syntax.Term;

/**
 * An amount that a rule works out from a receipt, as in {@code amount - amountOf( "gift card" )}, so that it can be worked out
 * again for another.
 *
 * @param fact the fact it is a field of, {@code Purchase} or {@code Paid}
 * @param term the field, or the sum or difference of several
 */
record ReceiptAmount(String fact, Term term) {

    /** What a receipt is counted in. */
    enum Unit {
        MONEY,
        UNITS
    }

    /** How many units of a name or category are brought. */
    static ReceiptAmount units(String what) {
        return new ReceiptAmount(
                "Purchase", new Term.Call(null, "quantityOf", 0, List.of(new Term.Text(what, 0, 0)), 0));
    }

    /** In what it is counted, or null if it is no such amount. */
    @Nullable
    Unit unit() {
        return unit(term);
    }

    private @Nullable Unit unit(Term of) {
        if (of instanceof Term.Operation operation
                && (operation.sign().equals("+") || operation.sign().equals("-"))) {
            Unit left = unit(operation.left());
            return left == unit(operation.right()) ? left : null;
        }
        return switch (field(of)) {
            case "total", "amount", "amountOf" -> Unit.MONEY;
            case "quantity", "quantityOf" -> Unit.UNITS;
            default -> null;
        };
    }

    /** The name or category it is of, or null for the whole receipt. */
    @Nullable
    String what() {
        return what(term);
    }

    /** How much it is on a receipt; null if it was no purchase. */
    @Nullable
    BigDecimal in(Outcome outcome) {
        Purchase purchase = outcome.purchase();
        return purchase == null ? null : value(term, purchase, outcome.lines());
    }

    private BigDecimal value(Term of, Purchase purchase, List<LineOutcome> lines) {
        if (of instanceof Term.Operation operation) {
            BigDecimal left = value(operation.left(), purchase, lines);
            BigDecimal right = value(operation.right(), purchase, lines);
            return operation.sign().equals("+") ? left.add(right) : left.subtract(right);
        }
        String what = what(of);
        boolean brought = fact.equals("Purchase") || field(of).equals("total") || isOfPurchase(of);
        boolean units = unit(of) == Unit.UNITS;
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : purchase.lines()) {
            if (what == null || line.isA(what)) {
                sum = sum.add(brought ? units ? line.quantity() : line.amount() : paid(line, units, lines));
            }
        }
        return sum;
    }

    private static BigDecimal paid(Line line, boolean units, List<LineOutcome> lines) {
        for (LineOutcome each : lines) {
            if (each.line() == line.number() && each.paid().signum() > 0) {
                return units ? line.quantity().subtract(BigDecimal.valueOf(each.freeUnits())) : each.paid();
            }
        }
        return BigDecimal.ZERO;
    }

    private static String field(Term of) {
        if (of instanceof Term.Name name) {
            return name.text();
        }
        if (of instanceof Term.Field field && isOfPurchase(of)) {
            return field.name();
        }
        if (of instanceof Term.Call call
                && (call.of() == null || isOfPurchase(of))
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Term.Text) {
            return call.name();
        }
        return "";
    }

    private static boolean isOfPurchase(Term of) {
        Term owner = of instanceof Term.Field field ? field.of() : of instanceof Term.Call call ? call.of() : null;
        return owner instanceof Term.Name name && name.text().equals("purchase");
    }

    private static @Nullable String what(Term of) {
        if (of instanceof Term.Operation operation) {
            return what(operation.left());
        }
        return of instanceof Term.Call call
                        && !call.arguments().isEmpty()
                        && call.arguments().get(0) instanceof Term.Text text
                ? text.value()
                : null;
    }
}
