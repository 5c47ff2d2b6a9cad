package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.regulars.Lot;
import org.regulars.Member;

/** The lots of a member that lapsed last, as they were then. */
final class LapsedLots {

    private List<Lot> lots;
    private boolean isOwn;

    /** Those that are remembered. */
    LapsedLots(List<Lot> remembered) {
        this.lots = remembered;
    }

    List<Lot> lots() {
        return lots;
    }

    /** Whether one of an id is remembered; it may come back under it. */
    boolean hasId(String id) {
        for (int i = 0; i < lots.size(); i++) {
            if (lots.get(i).id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    void remember(Lot lot) {
        own().add(lot);
        // At once, and not when the member is saved: how much is remembered must not depend on how often that happens.
        if (lots.size() > Member.REMEMBERED) {
            lots.remove(0);
        }
    }

    void forget(Lot lot) {
        own().remove(lot);
    }

    /** Forgets what had lapsed of a lot, as far as there is so much; returns how much that is. */
    BigDecimal forget(String lotId, BigDecimal amount) {
        BigDecimal found = BigDecimal.ZERO;
        for (int i = lots.size() - 1; i >= 0 && found.compareTo(amount) < 0; i--) {
            Lot lot = lots.get(i);
            if (lot.id().equals(lotId)) {
                BigDecimal part = lot.amount().min(amount.subtract(found));
                found = found.add(part);
                if (part.compareTo(lot.amount()) == 0) {
                    own().remove(i);
                } else {
                    own().set(i, lot.withAmount(lot.amount().subtract(part)));
                }
            }
        }
        return found;
    }

    /** The member's own list stays as it is; a copy is made when something changes, which is seldom. */
    private List<Lot> own() {
        if (!isOwn) {
            lots = new ArrayList<>(lots);
            isOwn = true;
        }
        return lots;
    }
}
