package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regulars.Granted;
import org.regulars.Granted.Basis;
import org.regulars.Granted.Sort;
import org.regulars.Limited;
import org.regulars.LineOutcome;
import org.regulars.Outcome;
import org.regulars.Tally;
import org.regulars.decisions.Limit;

/** Works every amount of an outcome out again, from nothing but what the outcome says. */
public final class Recomputed {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Pattern CUT = Pattern.compile("([\\d.]+) of ([\\d.]+): at most");

    private final Outcome outcome;

    private Recomputed(Outcome outcome) {
        this.outcome = outcome;
    }

    /** Fails if an amount is not what its explanation says. */
    public static void agrees(Outcome outcome) {
        Recomputed again = new Recomputed(outcome);
        outcome.tallies().forEach(again::tally);
        again.granted(Sort.DISCOUNT).forEach(again::discount);
        if (outcome.purchase() != null) {
            again.bill();
        }
    }

    private void tally(Tally tally) {
        BigDecimal exact = BigDecimal.ZERO;
        for (Granted earn : of(Sort.EARN, tally.kind())) {
            assertThat(earn.amount()).isEqualByComparingTo(earning(earn));
            BigDecimal amount = tally.eachEarn() ? rounded(earn.amount(), tally) : earn.amount();
            for (Granted factor : of(Sort.MULTIPLY, tally.kind())) {
                if (factor.lines().isEmpty()
                        || !earn.lines().isEmpty() && factor.lines().containsAll(earn.lines())) {
                    amount = amount.multiply(factor.amount());
                }
            }
            exact = exact.add(cut(earn, amount));
        }
        BigDecimal bonus = BigDecimal.ZERO;
        for (Granted flat : of(Sort.BONUS, tally.kind())) {
            bonus = bonus.add(rounded(cut(flat, flat.amount()), tally));
        }
        assertThat(tally.exact()).as("exactly earned " + tally.kind()).isEqualByComparingTo(exact);
        assertThat(tally.rounded()).isEqualByComparingTo(rounded(exact, tally));
        assertThat(tally.bonus()).isEqualByComparingTo(bonus);
        BigDecimal total = rounded(exact, tally).add(bonus);
        for (Limited limit : outcome.limits()) {
            assertThat(limit.allowed())
                    .isEqualByComparingTo(limit.wanted()
                            .min(limit.most().subtract(limit.before()).max(BigDecimal.ZERO)));
            if (limit.kind().equals(tally.kind()) && limit.onOffer().isEmpty() && limit.per() != Limit.Per.AWARD) {
                assertThat(limit.wanted()).as(limit.toString()).isEqualByComparingTo(total);
                total = limit.allowed();
            }
        }
        assertThat(tally.total()).isEqualByComparingTo(total);
        assertThat(tally.total())
                .isEqualByComparingTo(tally.rounded().add(tally.bonus()).subtract(tally.cut()));
    }

    /** What limits on awards left of one, each of what the one before left. */
    private static BigDecimal cut(Granted granted, BigDecimal amount) {
        BigDecimal left = amount;
        for (Matcher cut = CUT.matcher(granted.note()); cut.find(); ) {
            assertThat(new BigDecimal(cut.group(2))).as(granted.note()).isEqualByComparingTo(left);
            left = new BigDecimal(cut.group(1));
        }
        return left;
    }

    /** Rate times what it was applied to, or times the whole steps in it. */
    private static BigDecimal earning(Granted earn) {
        Basis basis = earn.basis();
        if (basis == null) {
            return earn.amount();
        }
        return basis.rate()
                .multiply(basis.step() == null ? basis.of() : basis.of().divideToIntegralValue(basis.step()));
    }

    /** The percentage of what it was of; less only with a reason. */
    private void discount(Granted discount) {
        assertThat(discount.value()).isEqualByComparingTo(discount.amount()).isPositive();
        Basis basis = discount.basis();
        if (basis != null) {
            int decimals = outcome.purchase().currency().equals("JOD") ? 3 : 2;
            BigDecimal percentage = basis.of().multiply(basis.rate()).divide(HUNDRED, decimals, RoundingMode.HALF_UP);
            if (discount.note().isEmpty()) {
                assertThat(discount.value()).isEqualByComparingTo(percentage);
            } else {
                assertThat(discount.value()).isLessThanOrEqualTo(percentage);
            }
        }
    }

    private void bill() {
        BigDecimal toPay =
                outcome.freeShipping() ? BigDecimal.ZERO : outcome.purchase().shipping();
        for (LineOutcome line : outcome.lines()) {
            toPay = toPay.add(line.amount()).subtract(line.freeAmount()).subtract(line.discount());
        }
        assertThat(outcome.toPay()).isEqualByComparingTo(toPay);
    }

    private static BigDecimal rounded(BigDecimal amount, Tally tally) {
        return amount.setScale(tally.decimals(), tally.rounding());
    }

    private List<Granted> of(Sort sort, String kind) {
        return granted(sort).stream().filter(each -> each.what().equals(kind)).toList();
    }

    private List<Granted> granted(Sort sort) {
        return outcome.granted().stream().filter(each -> each.sort() == sort).toList();
    }
}
