package org.regulars.internal.receipt;

import java.util.List;
import org.regulars.Due;
import org.regulars.Granted;
import org.regulars.Limited;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.Refused;
import org.regulars.Tally;
import org.regulars.TierChange;

/**
 * What came about at one time: with the event, or with what fell due before it.
 *
 * @param at when
 * @param early whether it was before the event, so that a new tier counts for it
 */
record Happened(
        String at,
        boolean early,
        List<Granted> granted,
        List<Refused> refused,
        List<Tally> tallies,
        List<Limited> limits,
        List<Posting> postings,
        List<TierChange> tierChanges) {

    static Happened of(Outcome outcome) {
        return new Happened(
                outcome.event().at(),
                false,
                outcome.granted(),
                outcome.refused(),
                outcome.tallies(),
                outcome.limits(),
                outcome.postings(),
                outcome.tierChanges());
    }

    static Happened of(Due due) {
        return new Happened(
                due.at(),
                true,
                due.granted(),
                due.refused(),
                due.tallies(),
                due.limits(),
                due.postings(),
                due.tierChanges());
    }

    /** What was given of these sorts, in the order in which it came about. */
    List<Granted> granted(Granted.Sort... sorts) {
        List<Granted.Sort> wanted = List.of(sorts);
        return granted.stream().filter(each -> wanted.contains(each.sort())).toList();
    }

    /** What moved for this reason. */
    List<Posting> postings(Posting.Cause cause) {
        return postings.stream().filter(each -> each.cause() == cause).toList();
    }
}
