package org.regulars.internal.receipt;

import java.math.BigDecimal;
import java.util.List;
import org.regulars.Line;
import org.regulars.LineOutcome;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.internal.values.Money;

/** The lines of a receipt, what is taken off them, and what is left to pay. */
final class BillSection {

    private final Page page;

    BillSection(Page page) {
        this.page = page;
    }

    void write(Purchase purchase, Outcome outcome) {
        page.line("");
        lines(purchase, outcome.lines());
        if (purchase.shipping().signum() > 0) {
            boolean free = outcome.freeShipping();
            page.row(
                    "",
                    "delivery" + (free ? ", free of " + money(purchase.shipping(), purchase) : ""),
                    money(free ? BigDecimal.ZERO : purchase.shipping(), purchase));
        }
        page.row("", "to pay", money(outcome.toPay(), purchase));
    }

    /** What is kept of a purchase after a return; what it comes to beyond its lines is delivery. */
    void writeKept(Purchase kept, List<LineOutcome> after, BigDecimal toPay) {
        page.section("Kept");
        lines(kept, after);
        BigDecimal delivery =
                toPay.subtract(after.stream().map(LineOutcome::toPay).reduce(BigDecimal.ZERO, BigDecimal::add));
        if (delivery.signum() != 0) {
            page.row("", "delivery", money(delivery, kept));
        }
        page.row("", "to pay", money(toPay, kept));
    }

    private void lines(Purchase purchase, List<LineOutcome> outcomes) {
        for (LineOutcome after : outcomes) {
            Line line = purchase.lines().stream()
                    .filter(each -> each.number() == after.line())
                    .findFirst()
                    .orElseThrow();
            page.row(
                    String.valueOf(line.number()),
                    quantity(line) + line.name() + " (" + line.category() + ")",
                    money(line.amount(), purchase));
            if (after.freeUnits() > 0) {
                page.row("", after.freeUnits() + " free", "-" + money(after.freeAmount(), purchase));
            }
            if (after.discount().signum() > 0) {
                page.row("", "discount", "-" + money(after.discount(), purchase));
            }
            if (after.paid().signum() > 0 && after.paid().compareTo(after.amount()) != 0) {
                page.row("", "counts as " + money(after.paid(), purchase) + " paid", "");
            }
        }
    }

    private static String quantity(Line line) {
        return line.quantity().compareTo(BigDecimal.ONE) == 0
                ? ""
                : line.quantity().toPlainString() + " x ";
    }

    private static String money(BigDecimal amount, Purchase purchase) {
        return Money.show(amount, Money.decimals(purchase.currency()));
    }
}
