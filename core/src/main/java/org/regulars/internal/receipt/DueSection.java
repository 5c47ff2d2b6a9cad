package org.regulars.internal.receipt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.regulars.Due;
import org.regulars.Lot;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.TierChange;
import org.regulars.internal.values.Counted;

/** What fell due on the calendar before the event, one dated block for each moment. */
final class DueSection {

    private final Page page;
    private final Dates dates;

    DueSection(Page page, Dates dates) {
        this.page = page;
        this.dates = dates;
    }

    void write(Outcome outcome) {
        Map<String, List<Due>> moments = new LinkedHashMap<>();
        for (Due due : outcome.due()) {
            moments.computeIfAbsent(due.at(), any -> new ArrayList<>()).add(due);
        }
        Map<String, Lot> held = new TreeMap<>();
        outcome.memberBefore().lots().forEach(lot -> held.put(lot.id(), lot));
        String before = outcome.timePassed() == null ? "Before, on " : "On ";
        moments.forEach((at, dues) ->
                page.block(before + dates.moment(at), () -> dues.forEach(due -> write(due, held))));
    }

    private void write(Due due, Map<String, Lot> held) {
        if (due.sort() == Due.Sort.ACTIVATED) {
            activated(due, held);
        }
        for (TierChange change : due.tierChanges()) {
            if (change.cause() == TierChange.Cause.ENDED) {
                page.line(GivenSection.fall(change));
            }
        }
        Happened happened = Happened.of(due);
        happened.postings(Posting.Cause.EXPIRED).forEach(each -> page.line(LotsSection.lapsed(each, dates)));
        new EarnedSection(page, dates, happened).write();
        new GivenSection(page, dates, withoutEnded(happened)).write(List.of());
        new LotsSection(page, dates).write(happened);
        due.postings().forEach(each -> held.put(each.lot().id(), each.lot()));
    }

    /** How much can be spent from then on: what was held by then with that moment as its beginning. */
    private void activated(Due due, Map<String, Lot> held) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (Lot lot : held.values()) {
            if (lot.activeFrom().equals(due.at()) && lot.amount().signum() > 0) {
                amounts.merge(lot.kind(), lot.amount(), BigDecimal::add);
            }
        }
        amounts.forEach((kind, amount) -> page.line(Counted.of(amount, kind) + " can be spent from now on"));
    }

    private static Happened withoutEnded(Happened happened) {
        return new Happened(
                happened.at(),
                happened.early(),
                happened.granted(),
                happened.refused(),
                happened.tallies(),
                happened.limits(),
                happened.postings(),
                happened.tierChanges().stream()
                        .filter(each -> each.cause() != TierChange.Cause.ENDED)
                        .toList());
    }
}
