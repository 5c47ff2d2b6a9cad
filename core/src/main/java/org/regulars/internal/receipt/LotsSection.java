package org.regulars.internal.receipt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.regulars.Lot;
import org.regulars.Posting;
import org.regulars.internal.values.Counted;
import org.regulars.internal.values.Values;

/** From which lots something was taken, where there is more than one or they have an end. */
final class LotsSection {

    private final Page page;
    private final Dates dates;

    LotsSection(Page page, Dates dates) {
        this.page = page;
        this.dates = dates;
    }

    void write(Happened happened) {
        boolean titled = false;
        for (Posting.Cause cause : Posting.Cause.values()) {
            Map<String, List<Posting>> kinds = happened.postings(cause).stream()
                    .filter(each -> each.amount().signum() < 0 && cause != Posting.Cause.EXPIRED)
                    .collect(Collectors.groupingBy(Posting::kind, TreeMap::new, Collectors.toList()));
            for (Map.Entry<String, List<Posting>> each : kinds.entrySet()) {
                if (isWorthSaying(each.getValue(), happened.at())) {
                    if (!titled) {
                        page.section("Taken from");
                        titled = true;
                    }
                    write(each.getKey(), cause, each.getValue(), happened.at());
                }
            }
        }
    }

    private void write(String kind, Posting.Cause cause, List<Posting> postings, String at) {
        BigDecimal all = Words.sum(postings).negate();
        page.line("  " + Counted.of(all, kind) + " " + Words.of(cause) + ":");
        for (Posting posting : postings) {
            page.part(Words.plain(posting.amount().negate()), words(posting.lot(), at));
        }
    }

    private boolean isWorthSaying(List<Posting> postings, String at) {
        return postings.size() > 1
                || postings.stream()
                        .map(Posting::lot)
                        .anyMatch(lot -> lot.expiresAt() != null || lot.amount().signum() < 0 || isPending(lot, at));
    }

    private String words(Lot lot, String at) {
        if (lot.amount().signum() < 0) {
            return "not held, and owed from now on";
        }
        return since(lot, dates)
                + (isPending(lot, at) ? ", not to be spent before " + dates.moment(lot.activeFrom()) : "")
                + dates.through(lot);
    }

    /** What lapsed, when it had come, and how long it was good for. */
    static String lapsed(Posting posting, Dates dates) {
        return Counted.of(posting.amount().negate(), posting.kind()) + " expired: " + since(posting.lot(), dates)
                + dates.through(posting.lot());
    }

    /** Amounts that nothing can tell apart share a lot, which keeps the time of the first; so "since". */
    private static String since(Lot lot, Dates dates) {
        return (lot.claim() == null ? "earned since " : "given since ") + dates.dayOf(lot.earnedAt());
    }

    private static boolean isPending(Lot lot, String at) {
        return Values.moment(lot.activeFrom()).isAfter(Values.moment(at));
    }
}
