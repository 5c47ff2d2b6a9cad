package org.regulars.internal.receipt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.regulars.Granted;
import org.regulars.Posting;
import org.regulars.Tally;
import org.regulars.internal.values.Scope;
import org.regulars.internal.values.Values;

/** The arithmetic of what was granted, in words. */
final class Words {

    /** What an earning comes to once it is multiplied, and how. */
    record Product(BigDecimal amount, String words) {}

    private Words() {}

    /** A reward: how many of what, what it was worked out from, what it cost. */
    static String of(Granted granted) {
        String what = switch (granted.sort()) {
            case FREE_ITEM -> granted.amount().toPlainString() + " " + granted.what() + " free";
            case GIFT -> granted.amount().toPlainString() + " " + granted.what() + " as a gift";
            case CLAIM -> granted.amount().toPlainString() + " " + granted.what() + " free at a next visit";
            case DISCOUNT -> discount(granted);
            case FREE_SHIPPING -> "delivery free";
            case UPGRADE -> granted.what() + " from the next visit on";
            default -> granted.what();
        };
        String cost = granted.cost() == null
                ? ""
                : ", for " + granted.cost().amount().toPlainString() + " "
                        + granted.cost().kind();
        String note = granted.note().isEmpty() ? "" : " (" + granted.note() + ")";
        return what + on(", ", granted.lines()) + cost + note;
    }

    /** An earning times every factor that reaches it. */
    static Product product(Granted earn, List<Granted> factors, Tally tally) {
        StringBuilder words = new StringBuilder(basis(earn));
        BigDecimal amount = earn.amount();
        if (tally.eachEarn() && rounded(amount, tally).compareTo(amount) != 0) {
            amount = rounded(amount, tally);
            words.append(", ")
                    .append(rounding(tally))
                    .append(": ")
                    .append(Values.plain(amount).toPlainString());
        }
        for (Granted factor : factors) {
            if (Scope.reaches(factor.lines(), earn.lines())) {
                amount = amount.multiply(factor.amount());
                words.append(", x ").append(factor.amount().toPlainString());
            }
        }
        return new Product(
                Values.plain(amount), words.append(on(", ", earn.lines())).toString());
    }

    static String on(List<Integer> lines) {
        return lines.isEmpty() ? "on the whole purchase" : on("", lines);
    }

    /** How a kind is brought to its decimals. */
    static String rounding(Tally tally) {
        String how = switch (tally.rounding()) {
            case DOWN, FLOOR -> "rounded down";
            case UP, CEILING -> "rounded up";
            case HALF_EVEN -> "rounded half even";
            default -> "rounded half up";
        };
        return how + (tally.decimals() == 0 ? "" : " to " + tally.decimals() + " decimals");
    }

    static BigDecimal rounded(BigDecimal amount, Tally tally) {
        return Values.plain(amount.setScale(tally.decimals(), tally.rounding()));
    }

    static String of(Posting.Cause cause) {
        return switch (cause) {
            case EARNED -> "earned";
            case SPENT -> "spent";
            case EXPIRED -> "expired";
            case CLAIM_GIVEN -> "given";
            case CLAIM_USED -> "used";
            case CONVERTED -> "converted";
            case REINSTATED -> "reinstated";
            case FORFEITED -> "forfeited";
            case CORRECTED -> "corrected";
            case GIVEN_BACK -> "given back";
            case TAKEN_BACK -> "taken back";
        };
    }

    private static String basis(Granted earn) {
        Granted.Basis basis = earn.basis();
        if (basis == null) {
            return earn.amount().toPlainString();
        }
        String rate = basis.rate().toPlainString();
        String of = basis.of().toPlainString();
        if (basis.step() == null) {
            return rate + " x " + of;
        }
        BigDecimal steps = basis.of().divide(basis.step(), 0, RoundingMode.FLOOR);
        return rate + " x " + steps.toPlainString() + " (every whole "
                + basis.step().toPlainString() + " in " + of + ")";
    }

    private static String discount(Granted granted) {
        Granted.Basis basis = granted.basis();
        String what = granted.what().isEmpty() ? "" : " on " + granted.what();
        if (basis == null) {
            return granted.amount().toPlainString() + " off" + what;
        }
        BigDecimal exact = Values.plain(basis.rate().multiply(basis.of()).movePointLeft(2));
        boolean rounded = granted.note().isEmpty() && exact.compareTo(granted.value()) != 0;
        return basis.rate().toPlainString() + " % of " + basis.of().toPlainString() + what
                + (rounded ? " = " + exact.toPlainString() + ", rounded half up" : "");
    }

    private static String on(String before, List<Integer> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        return before
                + (lines.size() == 1 ? "line " : "lines ")
                + lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
