package org.regulars.internal.receipt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.regulars.Granted;
import org.regulars.Limited;
import org.regulars.Posting;
import org.regulars.Tally;
import org.regulars.internal.values.Counted;
import org.regulars.internal.values.Scope;
import org.regulars.internal.values.Values;

/** The arithmetic of what was granted, in words. */
final class Words {

    /** What an earning comes to once it is multiplied, and how. */
    record Product(BigDecimal amount, String words) {}

    private static final Pattern CUT = Pattern.compile("([\\d.]+) of [\\d.]+: at most");

    private Words() {}

    /**
     * A reward: how many of what, what it was worked out from, what it cost.
     *
     * @param money what it took off the bill, as it is shown
     */
    static String of(Granted granted, String money) {
        String amount = granted.amount().toPlainString();
        String what = switch (granted.sort()) {
            case FREE_ITEM -> amount + " " + granted.what() + " free";
            case GIFT -> amount + " " + granted.what() + " as a gift";
            case CLAIM -> amount + " " + granted.what() + " free at a next visit";
            case DISCOUNT -> discount(granted, money);
            case PAID_WITH -> paidWith(granted, money);
            case FREE_SHIPPING -> "delivery free";
            case CONVERSION -> Counted.of(granted.amount(), granted.what());
            case EXTENSION -> amount + " " + granted.what() + " live longer";
            case OVERDRAFT -> "up to " + amount + " " + granted.what() + " more than were held";
            case RENEWAL -> granted.what() + " for longer";
            default -> granted.what();
        };
        String cost = granted.cost() == null || granted.sort() == Granted.Sort.PAID_WITH
                ? ""
                : ", for " + Counted.of(granted.cost().amount(), granted.cost().kind());
        String note = granted.note().isEmpty() ? "" : " (" + granted.note() + ")";
        return what + on(", ", granted.lines()) + cost + note;
    }

    /** A limit that cut something: how much of what would have been earned, and why. */
    static String of(Limited limit) {
        String per = switch (limit.per()) {
            case AWARD -> " each time";
            case PURCHASE -> " a purchase";
            case DAY -> " a day";
            case WEEK -> " a week";
            case MONTH -> " a month";
            case YEAR -> " a year";
            case MEMBERSHIP_YEAR -> " a membership year";
        };
        return plain(limit.allowed()) + " of " + plain(limit.wanted())
                + ": at most " + Counted.of(limit.most(), limit.kind()) + per
                + (limit.from().isEmpty()
                        ? ""
                        : ", " + plain(limit.before()) + " before since " + Dates.day(limit.from()));
    }

    /** An amount as it is written. */
    static String plain(BigDecimal amount) {
        return Values.plain(amount).toPlainString();
    }

    /** An amount with its sign. */
    static String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + plain(amount);
    }

    /** How much moved in all. */
    static BigDecimal sum(List<Posting> postings) {
        return Values.plain(postings.stream().map(Posting::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
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
        words.append(on(", ", earn.lines()));
        if (!earn.note().isEmpty()) {
            words.append(" (").append(earn.note()).append(')');
        }
        return new Product(leftOf(earn, Values.plain(amount)), words.toString());
    }

    /** What limits on an award left of it, each of what the one before left; its note says so. */
    static BigDecimal leftOf(Granted award, BigDecimal amount) {
        BigDecimal left = amount;
        for (Matcher cut = CUT.matcher(award.note()); cut.find(); ) {
            left = new BigDecimal(cut.group(1));
        }
        return left;
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
        return how
                + (tally.decimals() == 0 ? "" : " to " + Counted.of(BigDecimal.valueOf(tally.decimals()), "decimals"));
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

    private static String paidWith(Granted granted, String money) {
        Granted.Basis basis = granted.basis();
        return basis == null
                ? granted.amount().toPlainString() + " " + granted.what() + " = " + money + " off"
                : basis.of().toPlainString() + " " + granted.what() + " at "
                        + basis.rate().toPlainString() + " = " + money + " off";
    }

    private static String discount(Granted granted, String money) {
        Granted.Basis basis = granted.basis();
        String what = granted.what().isEmpty() ? "" : " on " + granted.what();
        if (basis == null) {
            return likeMoney(granted.amount(), money) + " off" + what;
        }
        BigDecimal exact = Values.plain(basis.rate().multiply(basis.of()).movePointLeft(2));
        boolean rounded = granted.note().isEmpty() && exact.compareTo(granted.value()) != 0;
        return basis.rate().toPlainString() + " % of " + likeMoney(basis.of(), money) + what
                + (rounded ? " = " + exact.toPlainString() + ", rounded half up" : "");
    }

    /** With the decimals of another amount, as prices are written; a whole one without. */
    private static String likeMoney(BigDecimal amount, String money) {
        int decimals = money.length() - 1 - money.indexOf('.');
        return amount.scale() <= 0 || money.indexOf('.') < 0 || amount.scale() > decimals
                ? amount.toPlainString()
                : amount.setScale(decimals).toPlainString();
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
