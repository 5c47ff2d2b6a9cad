package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.regulars.internal.values.AmountsByKind;

/** Which line earned how much of which kind. Over all lines a kind adds up to what was earned of it. */
final class Attribution implements AmountsByKind.Source {

    private final List<Shares> kinds = new ArrayList<>(4);

    /** Adds what was earned of a kind, which comes after those that were added before, by its name. */
    void add(Shares shares) {
        kinds.add(shares);
    }

    /** What the line at a place of the bill earned, once somebody asks. */
    AmountsByKind of(int place) {
        return AmountsByKind.from(this, place);
    }

    @Override
    public AmountsByKind at(int place) {
        List<String> earned = new ArrayList<>(kinds.size());
        List<BigDecimal> amounts = new ArrayList<>(kinds.size());
        for (Shares shares : kinds) {
            BigDecimal amount = shares.ofLine(place);
            if (amount.signum() != 0) {
                earned.add(shares.kind());
                amounts.add(amount);
            }
        }
        return AmountsByKind.ofSorted(earned.toArray(new String[0]), amounts.toArray(new BigDecimal[0]));
    }
}
