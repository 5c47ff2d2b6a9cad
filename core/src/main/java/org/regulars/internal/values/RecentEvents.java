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
 *
 * <p>A list with one more shares what it has with the one before, as long as that is most of it.
 */
public final class RecentEvents extends AbstractList<Decided> implements RandomAccess {

    /** So many are looked through without their hashes, and held beside what is shared. */
    private static final int FEW = 8;

    private static final Decided[] NONE = {};

    private final Decided[] shared;
    private final int[] hashes;

    /** From which of those that are shared the list begins. */
    private final int from;

    private final Decided[] latest;

    private RecentEvents(Decided[] shared, int[] hashes, int from, Decided[] latest) {
        this.shared = shared;
        this.hashes = hashes;
        this.from = from;
        this.latest = latest;
    }

    /** These events; itself if they are such a list already. */
    public static RecentEvents of(List<Decided> events) {
        if (events instanceof RecentEvents same) {
            return same;
        }
        Decided[] copy = events.toArray(NONE);
        int[] hashes = new int[copy.length];
        for (int i = 0; i < copy.length; i++) {
            hashes[i] =
                    Objects.requireNonNull(copy[i], "a recent event").event().hashCode();
        }
        return new RecentEvents(copy, hashes, 0, NONE);
    }

    /** The latest of these and one more, so many together at the most. */
    public RecentEvents and(Decided last, int most) {
        Decided[] more = Arrays.copyOf(latest, latest.length + 1);
        more[latest.length] = last;
        int begin = from + Math.max(0, size() + 1 - most);
        boolean isShareable = more.length <= FEW && begin <= shared.length;
        return isShareable
                ? new RecentEvents(shared, hashes, begin, more)
                : of(subList(Math.max(0, size() + 1 - most), size())).and(last, most);
    }

    /** The event of an id, or null if it is not among them. */
    public @Nullable Decided find(String event) {
        int hash = event.hashCode();
        for (int i = from; i < hashes.length; i++) {
            if (hashes[i] == hash && shared[i].event().equals(event)) {
                return shared[i];
            }
        }
        for (Decided each : latest) {
            if (each.event().equals(event)) {
                return each;
            }
        }
        return null;
    }

    @Override
    public Decided get(int place) {
        Objects.checkIndex(place, size());
        int old = shared.length - from;
        return place < old ? shared[from + place] : latest[place - old];
    }

    @Override
    public int size() {
        return shared.length - from + latest.length;
    }
}
