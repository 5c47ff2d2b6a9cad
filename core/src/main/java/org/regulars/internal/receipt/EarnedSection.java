package org.regulars.internal.receipt;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.regulars.Granted;
import org.regulars.Limited;
import org.regulars.Lot;
import org.regulars.Posting;
import org.regulars.Tally;
import org.regulars.decisions.Limit;
import org.regulars.internal.values.Counted;
import org.regulars.internal.values.Values;

/** How much of each kind was earned: its parts, factors, rounding, what a limit cut, and how long it lives. */
final class EarnedSection {

    private static final String OWED = "make good what was owed";

    private final Page page;
    private final Dates dates;
    private final Happened happened;

    EarnedSection(Page page, Dates dates, Happened happened) {
        this.page = page;
        this.dates = dates;
        this.happened = happened;
    }

    void write() {
        for (Tally tally : happened.tallies()) {
            page.section("Earned: " + Counted.of(tally.total(), tally.kind()));
            List<Granted> factors = of(Granted.Sort.MULTIPLY, tally);
            for (Granted earn : of(Granted.Sort.EARN, tally)) {
                Words.Product product = Words.product(earn, factors, tally);
                page.entry(product.amount().toPlainString(), product.words(), earn.offer());
            }
            for (Granted factor : factors) {
                page.entry("x " + factor.amount().toPlainString(), Words.on(factor.lines()), factor.offer());
            }
            if (tally.exact().compareTo(tally.rounded()) != 0) {
                page.line("  " + tally.exact().toPlainString() + " in all, " + Words.rounding(tally) + ": "
                        + tally.rounded().toPlainString());
            }
            for (Granted bonus : of(Granted.Sort.BONUS, tally)) {
                page.entry(
                        "+ "
                                + Words.rounded(Words.leftOf(bonus, bonus.amount()), tally)
                                        .toPlainString(),
                        "flat, never multiplied" + (bonus.note().isEmpty() ? "" : " (" + bonus.note() + ")"),
                        bonus.offer());
            }
            cut(tally);
            life(tally.kind());
        }
    }

    /** What limits on all that was earned cut off; those on single awards stand with the awards. */
    private void cut(Tally tally) {
        for (Limited limit : happened.limits()) {
            BigDecimal cut = limit.wanted().subtract(limit.allowed());
            boolean onAll = limit.onOffer().isEmpty() && limit.per() != Limit.Per.AWARD;
            if (limit.kind().equals(tally.kind()) && onAll && cut.signum() > 0) {
                page.entry("- " + Words.plain(cut), Words.of(limit), limit.offer());
            }
        }
    }

    /** From when and through when what was earned can be spent, and how much of it made a debt good. */
    private void life(String kind) {
        Map<String, BigDecimal> lives = new LinkedHashMap<>();
        for (Posting posting : happened.postings(Posting.Cause.EARNED)) {
            if (posting.kind().equals(kind)) {
                lives.merge(life(posting), posting.amount(), BigDecimal::add);
            }
        }
        lives.forEach((life, amount) -> {
            if (!life.isEmpty()) {
                // Where all of it lives alike, how much it is has just been said.
                boolean all = lives.size() == 1 && !life.equals(OWED);
                page.line("  " + (all ? "" : Words.plain(amount) + " of them ") + life);
            }
        });
    }

    private String life(Posting posting) {
        Lot lot = posting.lot();
        if (lot.amount().signum() <= 0) {
            return OWED;
        }
        boolean pending = Values.moment(lot.activeFrom()).isAfter(Values.moment(happened.at()));
        String through = dates.through(lot);
        return pending
                ? "to be spent from " + dates.moment(lot.activeFrom()) + through
                : through.replaceFirst("^, ", "");
    }

    private List<Granted> of(Granted.Sort sort, Tally tally) {
        return happened.granted(sort).stream()
                .filter(each -> each.what().equals(tally.kind()))
                .toList();
    }
}
