package org.regulars.internal.receipt;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.regulars.Activity;
import org.regulars.Granted;
import org.regulars.Line;
import org.regulars.LineOutcome;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.Purchase;
import org.regulars.Refused;
import org.regulars.Tally;
import org.regulars.internal.values.Money;
import org.regulars.internal.values.Values;

/** An outcome as plain text that a cashier could read to a customer. */
public final class Receipt {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Outcome outcome;
    private final StringBuilder text = new StringBuilder();

    private Receipt(Outcome outcome) {
        this.outcome = outcome;
    }

    /** The receipt, its lines ended by newlines. */
    public static String of(Outcome outcome) {
        Receipt receipt = new Receipt(outcome);
        receipt.heading();
        if (outcome.repeated()) {
            receipt.line("This was decided before, so nothing is granted again.");
            return receipt.text.toString();
        }
        if (outcome.purchase() != null) {
            receipt.bill(outcome.purchase());
        }
        receipt.offThePrice();
        receipt.earned();
        receipt.rewards();
        receipt.notGiven();
        receipt.expired();
        receipt.balances();
        return receipt.text.toString();
    }

    private void heading() {
        Purchase purchase = outcome.purchase();
        Activity activity = outcome.activity();
        String what = purchase != null
                ? "Purchase " + purchase.id()
                : activity != null ? activity.name() + " " + activity.id() : "Time passed";
        line(what + ", member " + outcome.memberBefore().id());
        line(WHEN.format(outcome.event().instant().atZone(ZoneId.of(outcome.zone()))) + " (" + outcome.zone() + ")"
                + (purchase == null ? "" : ", in " + purchase.currency()));
    }

    private void bill(Purchase purchase) {
        line("");
        for (LineOutcome after : outcome.lines()) {
            Line line = purchase.lines().stream()
                    .filter(each -> each.number() == after.line())
                    .findFirst()
                    .orElseThrow();
            row(
                    String.valueOf(line.number()),
                    quantity(line) + line.name() + " (" + line.category() + ")",
                    money(line.amount()));
            if (after.freeUnits() > 0) {
                row("", after.freeUnits() + " free", "-" + money(after.freeAmount()));
            }
            if (after.discount().signum() > 0) {
                row("", "discount", "-" + money(after.discount()));
            }
            if (after.paid().signum() > 0 && after.paid().compareTo(after.amount()) != 0) {
                row("", "counts as " + money(after.paid()) + " paid", "");
            }
        }
        if (purchase.shipping().signum() > 0) {
            row(
                    "",
                    "delivery" + (outcome.freeShipping() ? ", free of " + money(purchase.shipping()) : ""),
                    money(outcome.freeShipping() ? BigDecimal.ZERO : purchase.shipping()));
        }
        row("", "to pay", money(outcome.toPay()));
    }

    private static String quantity(Line line) {
        return line.quantity().compareTo(BigDecimal.ONE) == 0
                ? ""
                : line.quantity().toPlainString() + " x ";
    }

    private void offThePrice() {
        List<Granted> off = granted(Granted.Sort.FREE_ITEM, Granted.Sort.DISCOUNT, Granted.Sort.FREE_SHIPPING);
        if (!off.isEmpty()) {
            section("Off the price");
            off.forEach(each -> entry(money(each.value()), Words.of(each), each));
        }
    }

    private void earned() {
        for (Tally tally : outcome.tallies()) {
            section("Earned: " + tally.total().toPlainString() + " " + tally.kind());
            List<Granted> factors = granted(Granted.Sort.MULTIPLY).stream()
                    .filter(each -> each.what().equals(tally.kind()))
                    .toList();
            for (Granted earn : granted(Granted.Sort.EARN)) {
                if (earn.what().equals(tally.kind())) {
                    Words.Product product = Words.product(earn, factors, tally);
                    entry(product.amount().toPlainString(), product.words(), earn);
                }
            }
            for (Granted factor : factors) {
                entry("x " + factor.amount().toPlainString(), Words.on(factor.lines()), factor);
            }
            if (tally.exact().compareTo(tally.rounded()) != 0) {
                line("  " + tally.exact().toPlainString() + " in all, " + Words.rounding(tally) + ": "
                        + tally.rounded().toPlainString());
            }
            for (Granted bonus : granted(Granted.Sort.BONUS)) {
                if (bonus.what().equals(tally.kind())) {
                    entry("+ " + Words.rounded(bonus.amount(), tally).toPlainString(), "flat, never multiplied", bonus);
                }
            }
        }
    }

    private void rewards() {
        List<Granted> rewards =
                granted(Granted.Sort.GIFT, Granted.Sort.CLAIM, Granted.Sort.BENEFIT, Granted.Sort.UPGRADE);
        if (!rewards.isEmpty()) {
            section("Given");
            rewards.forEach(each -> entry("", Words.of(each), each));
        }
    }

    private void notGiven() {
        List<Refused> worthSaying = outcome.refused().stream()
                .filter(each -> each.reason() != Refused.Reason.HAD_ALREADY)
                .toList();
        if (!worthSaying.isEmpty()) {
            section("Not given");
            for (Refused each : worthSaying) {
                line("  \"" + each.offer().name() + "\" (" + each.offer().file() + ":"
                        + each.offer().line() + ")");
                line("    " + each.explanation());
            }
        }
    }

    private void expired() {
        List<Posting> gone = outcome.postings().stream()
                .filter(each -> each.cause() == Posting.Cause.EXPIRED)
                .toList();
        if (!gone.isEmpty()) {
            section("Expired");
            gone.forEach(each ->
                    line("  " + each.amount().negate().toPlainString() + " " + each.kind() + ", at the end of "
                            + DAY.format(Values.moment(each.at())
                                    .atZone(ZoneId.of(outcome.zone()))
                                    .minusNanos(1))));
        }
    }

    private void balances() {
        Map<String, BigDecimal> moved = new TreeMap<>();
        outcome.postings().forEach(each -> moved.put(each.kind(), BigDecimal.ZERO));
        if (moved.isEmpty()) {
            return;
        }
        section("Balance");
        for (String kind : moved.keySet()) {
            StringBuilder sum = new StringBuilder(
                    "  " + kind + ": " + all(outcome.memberBefore(), kind).toPlainString());
            for (Posting.Cause cause : Posting.Cause.values()) {
                BigDecimal amount = Values.plain(outcome.postings().stream()
                        .filter(each -> each.kind().equals(kind) && each.cause() == cause)
                        .map(Posting::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
                if (amount.signum() != 0) {
                    sum.append(amount.signum() > 0 ? " + " : " - ")
                            .append(amount.abs().toPlainString())
                            .append(' ')
                            .append(Words.of(cause));
                }
            }
            sum.append(" = ").append(all(outcome.memberAfter(), kind).toPlainString());
            BigDecimal pending = outcome.memberAfter().pending(kind);
            if (pending.signum() > 0) {
                sum.append(", ").append(pending.toPlainString()).append(" of them to be spent later");
            }
            line(sum.toString());
        }
    }

    private static BigDecimal all(Member member, String kind) {
        return Values.plain(member.balance(kind).add(member.pending(kind)));
    }

    private List<Granted> granted(Granted.Sort... sorts) {
        List<Granted.Sort> wanted = List.of(sorts);
        List<Granted> found = new ArrayList<>();
        for (Granted each : outcome.granted()) {
            if (wanted.contains(each.sort())) {
                found.add(each);
            }
        }
        return found;
    }

    private String money(BigDecimal amount) {
        Purchase purchase = outcome.purchase();
        return purchase == null ? amount.toPlainString() : Money.show(amount, Money.decimals(purchase.currency()));
    }

    private void section(String title) {
        line("");
        line(title);
    }

    private void entry(String amount, String words, Granted by) {
        line(String.format(Locale.ROOT, "  %8s  %s", amount, words).stripTrailing());
        String says = by.offer().says();
        if (!says.equals(by.offer().name())) {
            line("            says: " + says);
        }
        String place = by.offer().file().isEmpty()
                ? ""
                : " (" + by.offer().file() + ":" + by.offer().line() + ")";
        line("            rule: " + by.offer().name() + place);
    }

    private void row(String number, String words, String amount) {
        line(String.format(Locale.ROOT, "  %3s  %-36s %10s", number, words, amount)
                .stripTrailing());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
