package org.regulars.internal.deciding;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.regulars.Lot;

/** A list of lots that knows what is in it without looking through: a member may hold amounts of thousands of kinds. */
final class LotList extends AbstractList<Lot> {

    private final List<Lot> lots = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Map<String, Integer> debts = new HashMap<>();

    LotList(List<Lot> lots) {
        addAll(lots);
    }

    /** Whether a lot of this id is there. */
    boolean hasId(String id) {
        return ids.containsKey(id);
    }

    /** Whether there is any lot of a kind. */
    boolean hasAny(String kind) {
        return kinds.containsKey(kind);
    }

    /** Whether there is a lot of a kind below zero. */
    boolean hasDebt(String kind) {
        return debts.containsKey(kind);
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

    private void count(Lot lot, int by) {
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
