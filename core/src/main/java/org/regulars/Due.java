package org.regulars;

import java.util.List;

/**
 * What fell due on the calendar at one moment, before an event or without one.
 *
 * @param at the moment, as ISO-8601 text in UTC
 * @param sort what fell due
 * @param what of what: a kind, a tier; empty for a day
 * @param granted what rules gave in answer
 * @param refused what rules offered in answer and could not give
 * @param tallies how much of each kind was earned in answer
 * @param limits the limits that what was earned went through
 * @param postings what moved in and out of the member's lots
 * @param tierChanges where the member then stood
 */
public record Due(
        String at,
        Sort sort,
        String what,
        List<Granted> granted,
        List<Refused> refused,
        List<Tally> tallies,
        List<Limited> limits,
        List<Posting> postings,
        List<TierChange> tierChanges) {

    /** What can fall due, in the order in which it happens at one moment. */
    public enum Sort {
        /** What was pending can be spent. */
        ACTIVATED,
        /** A tier ended. */
        TIER_ENDED,
        /** A day began that rules answer. */
        DAY,
        /** An amount lapsed. */
        EXPIRED
    }

    /** Keeps its own copies; parts that older stored ones lack are taken as empty. */
    @SuppressWarnings("ConstantValue") // a JSON mapper passes null for what is missing
    public Due {
        granted = granted == null ? List.of() : List.copyOf(granted);
        refused = refused == null ? List.of() : List.copyOf(refused);
        tallies = tallies == null ? List.of() : List.copyOf(tallies);
        limits = limits == null ? List.of() : List.copyOf(limits);
        postings = postings == null ? List.of() : List.copyOf(postings);
        tierChanges = tierChanges == null ? List.of() : List.copyOf(tierChanges);
    }
}
