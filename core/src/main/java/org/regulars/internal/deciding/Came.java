package org.regulars.internal.deciding;

import java.util.List;
import org.regulars.Granted;
import org.regulars.Limited;
import org.regulars.LineOutcome;
import org.regulars.Posting;
import org.regulars.Refused;
import org.regulars.Tally;
import org.regulars.TierChange;

/** What came of one event, or of one moment of the calendar. */
record Came(
        List<Granted> granted,
        List<Refused> refused,
        List<Tally> tallies,
        List<Limited> limits,
        List<LineOutcome> lines,
        List<Posting> postings,
        List<TierChange> tierChanges) {

    /** Nothing but what moved. */
    static Came only(List<Posting> postings, List<TierChange> tierChanges) {
        return new Came(List.of(), List.of(), List.of(), List.of(), List.of(), postings, tierChanges);
    }
}
