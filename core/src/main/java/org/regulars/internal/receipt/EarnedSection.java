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
import org.regulars.internal.values.Values;

/** How much of each kind was earned: its parts, factors, rounding, what a limit cut, and how long it lives. */
final class EarnedSection {

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
            page.section("Earned: " + tally.total().toPlainString() + " " + tally.kind());
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
                        "+ " + Words.rounded(bonus.amount(), tally).toPlainString(),
                        "flat, never multiplied",
                        bonus.offer());
            }
            cut(tally);
            life(tally.kind());
        }
    }

    /** What limits cut off; where their parts are not the whole (they can bite before the rounding), the whole too. */
    private void cut(Tally tally) {
        List<Limited> cutting = happened.limits().stream()
                .filter(each -> each.kind().equals(tally.kind()) && cut(each).signum() > 0)
                .toList();
        BigDecimal cut = tally.rounded().add(tally.bonus()).subtract(tally.total());
        BigDecimal parts = cutting.stream().map(EarnedSection::cut).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean whole = parts.compareTo(cut) == 0;
        for (Limited limit : cutting) {
            page.entry(whole ? "- " + Words.plain(cut(limit)) : "", Words.of(limit), limit.offer());
        }
        if (!whole && cut.signum() > 0) {
            page.part("- " + Words.plain(cut), "cut off by limits in all");
        }
    }

    private static BigDecimal cut(Limited limit) {
        return limit.wanted().subtract(limit.allowed());
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
                page.line("  " + Words.plain(amount) + " of them " + life);
            }
        });
    }

    private String life(Posting posting) {
        Lot lot = posting.lot();
        if (lot.amount().signum() <= 0) {
            return "make good what was owed";
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
