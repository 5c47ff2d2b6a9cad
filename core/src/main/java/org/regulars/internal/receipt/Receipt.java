package org.regulars.internal.receipt;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.regulars.Correction;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.Purchase;
import org.regulars.Redemption;

/** An outcome as plain text that a cashier could read to a customer. */
public final class Receipt {

    private final Outcome outcome;
    private final Dates dates;
    private final Page page = new Page();

    private Receipt(Outcome outcome) {
        this.outcome = outcome;
        this.dates = new Dates(ZoneId.of(outcome.zone()));
    }

    /** The receipt, its lines ended by newlines. */
    public static String of(Outcome outcome) {
        Receipt receipt = new Receipt(outcome);
        receipt.heading();
        if (outcome.repeated()) {
            receipt.page.line("This was decided before, so nothing is granted again.");
        } else {
            receipt.body();
        }
        return receipt.page.text();
    }

    private void body() {
        new DueSection(page, dates).write(outcome);
        if (outcome.purchase() != null) {
            new BillSection(page).write(outcome.purchase(), outcome);
        }
        if (outcome.correction() != null) {
            correction(outcome.correction());
        }
        if (outcome.returned() != null && outcome.reversal() != null) {
            new ReturnSection(page).write(outcome.returned(), outcome.reversal());
        }
        Happened happened = Happened.of(outcome);
        new GivenSection(page, dates, happened).offThePrice(outcome.purchase());
        new EarnedSection(page, dates, happened).write();
        new GivenSection(page, dates, happened).write(outcome.memberAfter().lots());
        expired(happened.postings(Posting.Cause.EXPIRED));
        new LotsSection(page, dates).write(happened);
        BalanceSection.write(page, outcome);
    }

    private void heading() {
        Purchase purchase = outcome.purchase();
        page.line(what() + ", member " + outcome.memberBefore().id());
        page.line(dates.when(outcome.event().instant()) + " (" + outcome.zone() + ")"
                + (purchase == null ? "" : ", in " + purchase.currency()));
        if (!outcome.facts().isEmpty()) {
            page.line("Known besides: " + String.join(", ", outcome.facts()));
        }
        Redemption redemption = outcome.redemption();
        if (redemption != null) {
            page.line("Asked for: " + asked(redemption.amount(), redemption.reward()));
        } else if (purchase != null && !purchase.wishes().isEmpty()) {
            page.line("Asked for: "
                    + purchase.wishes().stream()
                            .map(wish -> asked(wish.amount(), wish.reward()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private String what() {
        String id = " " + outcome.event().id();
        if (outcome.purchase() != null) {
            return "Purchase" + id;
        }
        if (outcome.redemption() != null) {
            return "Redemption" + id;
        }
        if (outcome.activity() != null) {
            return outcome.activity().name() + id;
        }
        if (outcome.correction() != null) {
            return "Correction" + id;
        }
        if (outcome.returned() != null) {
            return "Return" + id
                    + (outcome.reversal() == null
                            ? ""
                            : " of " + outcome.reversal().event());
        }
        return "Time passed";
    }

    private static String asked(BigDecimal amount, String reward) {
        return amount.compareTo(BigDecimal.ONE) == 0 ? reward : amount.toPlainString() + " " + reward;
    }

    private void correction(Correction correction) {
        page.section("Put right by staff");
        page.line("  " + Words.signed(correction.amount()) + " " + correction.kind() + ": " + correction.reason());
        BigDecimal moved = Words.sum(Happened.of(outcome).postings(Posting.Cause.CORRECTED));
        BigDecimal left = moved.subtract(correction.amount());
        if (left.signum() > 0) {
            page.line("  " + Words.plain(moved.negate()) + " of these "
                    + Words.plain(correction.amount().negate()) + " taken; " + Words.plain(left)
                    + " stay with the member, as the kind says");
        }
    }

    private void expired(List<Posting> gone) {
        if (!gone.isEmpty()) {
            page.section("Expired");
            gone.forEach(each -> page.line("  " + LotsSection.lapsed(each, dates)));
        }
    }
}
