package org.regulars.internal.values;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.regulars.Member.Decided;

/**
 * The last events that were decided for a member, as a list that cannot be changed and that finds an event by its id without
 * walking through all the ids: each decision looks for its own among fifty others, which is not there, and they lie all over the
 * memory.
 */
public final class RecentEvents extends AbstractList<Decided> implements RandomAccess {

    private final Decided[] events;
    private final int[] hashes;

    private RecentEvents(Decided[] events, int[] hashes) {
        this.events = events;
        this.hashes = hashes;
    }

    /** These events; itself if they are such a list already. */
    public static RecentEvents of(List<Decided> events) {
        if (events instanceof RecentEvents same) {
            return same;
        }
        Decided[] copy = events.toArray(new Decided[0]);
        int[] hashes = new int[copy.length];
        for (int i = 0; i < copy.length; i++) {
            hashes[i] =
                    Objects.requireNonNull(copy[i], "a recent event").event().hashCode();
        }
        return new RecentEvents(copy, hashes);
    }

    /** The latest of these and one more, so many together at the most. */
    public RecentEvents and(Decided latest, int most) {
        int kept = Math.min(events.length, most - 1);
        Decided[] more = new Decided[kept + 1];
        System.arraycopy(events, events.length - kept, more, 0, kept);
        more[kept] = latest;
        int[] moreHashes = Arrays.copyOfRange(hashes, hashes.length - kept, hashes.length + 1);
        moreHashes[kept] = latest.event().hashCode();
        return new RecentEvents(more, moreHashes);
    }

    /** The event of an id, or null if it is not among them. */
    public @Nullable Decided find(String event) {
        int hash = event.hashCode();
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] == hash && events[i].event().equals(event)) {
                return events[i];
            }
        }
        return null;
    }

    @Override
    public Decided get(int place) {
        return events[place];
    }

    @Override
    public int size() {
        return events.length;
    }
}
