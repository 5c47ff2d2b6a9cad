package org.regulars.internal.deciding;

import java.math.BigDecimal;
import org.regulars.Granted;
import org.regulars.Lot;
import org.regulars.Offer;

/** Rights to something free: a kind of its own each, of which one unit is spent for one unit of the basket. */
final class Claims {

    private Claims() {}

    /** What is granted when a right is used. The rule that gave it may since have moved to another place. */
    static Granted granted(Lot.Claim claim, Bill.Off off) {
        return new Granted(
                new Offer(claim.rule(), "", 0, claim.rule()),
                Granted.Sort.FREE_ITEM,
                BigDecimal.valueOf(off.units()),
                claim.what(),
                off.lines(),
                off.value(),
                null,
                null,
                off.note().isEmpty() ? "given before" : "given before; " + off.note());
    }
}
