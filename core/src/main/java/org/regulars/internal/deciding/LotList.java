package org.regulars.internal.deciding;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.regulars.Lot;
import org.regulars.internal.values.Values;

/**
 * A list of lots that knows what is in it. A few are looked through; of many it keeps account, because a member may hold amounts
 * of thousands of kinds.
 */
final class LotList extends AbstractList<Lot> {

    private static final int FEW = 16;

    /** What ends first is spent first, then what is oldest, then by id. */
    private static final Comparator<Lot> SPENDING_ORDER = ((Comparator<Lot>) LotList::compareEnds)
            .thenComparing(Lot::earnedAt, Values::compareTimes)
            .thenComparing(Lot::id);

    private final List<Lot> lots;
    private @Nullable Index index;
    private @Nullable Holdings holdings;

    LotList(List<Lot> lots) {
        this.lots = new ArrayList<>(lots.size() + 4);
        this.lots.addAll(lots);
    }

    /** How much of each kind there is in them at a time. */
    Holdings holdings(String now) {
        if (holdings == null || !holdings.holdAt(now)) {
            holdings = new Holdings(this, now);
        }
        return holdings;
    }

    /** Some of them, what is spent first first. */
    List<Lot> inOrder(Predicate<Lot> which) {
        List<Lot> some = List.of();
        for (int i = 0; i < lots.size(); i++) {
            if (which.test(lots.get(i))) {
                some = some.isEmpty() ? new ArrayList<>() : some;
                some.add(lots.get(i));
            }
        }
        if (some.size() > 1) {
            some.sort(SPENDING_ORDER);
        }
        return some;
    }

    private static int compareEnds(Lot one, Lot other) {
        String end = one.expiresAt();
        String otherEnd = other.expiresAt();
        if (end == null || otherEnd == null) {
            return Boolean.compare(end == null, otherEnd == null);
        }
        return Values.compareTimes(end, otherEnd);
    }

    /** Whether a lot of this id is there. */
    boolean hasId(String id) {
        if (isLong()) {
            return index().ids.containsKey(id);
        }
        for (int i = 0; i < lots.size(); i++) {
            if (lots.get(i).id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is worth looking for a lot of a kind: where there are many, whether there is any. */
    boolean mayHave(String kind) {
        return !isLong() || index().kinds.containsKey(kind);
    }

    /** Whether there is a lot of a kind below zero. */
    boolean hasDebt(String kind) {
        if (isLong()) {
            return index().debts.containsKey(kind);
        }
        for (int i = 0; i < lots.size(); i++) {
            if (lots.get(i).amount().signum() < 0 && lots.get(i).kind().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Lot get(int place) {
        return lots.get(place);
    }

    @Override
    public int size() {
        return lots.size();
    }

    @Override
    public Object[] toArray() {
        return lots.toArray();
    }

    @Override
    public int indexOf(@Nullable Object lot) {
        // Mostly it is the very one; comparing all that is in two lots takes long.
        for (int i = 0; i < lots.size(); i++) {
            if (lots.get(i) == lot) {
                return i;
            }
        }
        return lots.indexOf(lot);
    }

    @Override
    public void add(int place, Lot lot) {
        lots.add(place, lot);
        count(lot, 1);
        modCount++;
    }

    @Override
    public Lot set(int place, Lot lot) {
        Lot before = lots.set(place, lot);
        count(before, -1);
        count(lot, 1);
        return before;
    }

    @Override
    public Lot remove(int place) {
        Lot gone = lots.remove(place);
        count(gone, -1);
        modCount++;
        return gone;
    }

    private boolean isLong() {
        return lots.size() > FEW;
    }

    private Index index() {
        if (index == null) {
            index = new Index();
            lots.forEach(lot -> count(lot, 1));
        }
        return index;
    }

    private void count(Lot lot, int by) {
        holdings = null;
        if (index != null) {
            index.count(lot, by);
        }
    }

    /** How many lots there are of each id and kind. */
    private static final class Index {

        private final Map<String, Integer> ids = new HashMap<>();
        private final Map<String, Integer> kinds = new HashMap<>();
        private final Map<String, Integer> debts = new HashMap<>();

        void count(Lot lot, int by) {
            count(ids, lot.id(), by);
            count(kinds, lot.kind(), by);
            if (lot.amount().signum() < 0) {
                count(debts, lot.kind(), by);
            }
        }

        private static void count(Map<String, Integer> counts, String name, int by) {
            int now = counts.getOrDefault(name, 0) + by;
            if (now == 0) {
                counts.remove(name);
            } else {
                counts.put(name, now);
            }
        }
    }
}
