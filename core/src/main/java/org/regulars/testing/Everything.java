package org.regulars.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.regulars.Due;
import org.regulars.Granted;
import org.regulars.Limited;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.Refused;
import org.regulars.TierChange;

/** An outcome with what fell due before its event, as if it were one. */
record Everything(Outcome outcome) {

    List<Granted> granted() {
        return all(Due::granted, Outcome::granted);
    }

    List<Refused> refused() {
        return all(Due::refused, Outcome::refused);
    }

    List<Limited> limits() {
        return all(Due::limits, Outcome::limits);
    }

    List<Posting> postings() {
        return all(Due::postings, Outcome::postings);
    }

    List<TierChange> tierChanges() {
        return all(Due::tierChanges, Outcome::tierChanges);
    }

    /** How much of a kind moved for a reason. */
    BigDecimal moved(String kind, Posting.Cause cause) {
        return postings().stream()
                .filter(each -> each.kind().equals(kind) && each.cause() == cause)
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private <T> List<T> all(Function<Due, List<T>> before, Function<Outcome, List<T>> now) {
        return Stream.concat(
                        outcome.due().stream().flatMap(due -> before.apply(due).stream()), now.apply(outcome).stream())
                .toList();
    }
}
