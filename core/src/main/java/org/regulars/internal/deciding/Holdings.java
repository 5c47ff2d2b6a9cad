package org.regulars.internal.deciding;

import org.regulars.Lot;
import org.regulars.internal.values.Sum;
import org.regulars.internal.values.Values;

/**
 * How much of each kind there is in lots at a time. They are gone through once, and never change what has been added up: it is
 * asked for several times in an event, and once more for each time that something has moved.
 */
final class Holdings {

    private final String now;
    private static final Amounts NOTHING = new Amounts();

    private Amounts active = NOTHING;
    private Amounts pending = NOTHING;

    /** What is in these lots at a time. */
    Holdings(LotList lots, String now) {
        this.now = now;
        String kind = "";
        boolean isActive = true;
        Sum sum = new Sum();
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            boolean active = Values.compareTimes(lot.activeFrom(), now) <= 0;
            // Those of a kind mostly lie together.
            if (active != isActive || !lot.kind().equals(kind)) {
                note(kind, isActive, sum);
                kind = lot.kind();
                isActive = active;
            }
            sum.add(lot.amount());
        }
        note(kind, isActive, sum);
    }

    private void note(String kind, boolean isActive, Sum sum) {
        if (kind.isEmpty()) {
            return;
        }
        if (isActive) {
            active = active == NOTHING ? new Amounts() : active;
            active.add(kind, sum.value());
        } else {
            pending = pending == NOTHING ? new Amounts() : pending;
            pending.add(kind, sum.value());
        }
        sum.clear();
    }

    /** Whether it is still the same at a later time. */
    boolean holdAt(String later) {
        return pending.size() == 0 || now.equals(later);
    }

    /** What can be spent; below zero what the member owes. Not to be changed. */
    Amounts active() {
        return active;
    }

    /** What cannot be spent yet. Not to be changed. */
    Amounts pending() {
        return pending;
    }
}
