package org.regulars.internal.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.regulars.Due;
import org.regulars.Event;
import org.regulars.Granted;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Offer;
import org.regulars.Outcome;
import org.regulars.Progress;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.values.Values;

/** What is missing of a kind: the next occasion is decided for the member as they are now, holding exactly so much more. */
final class NextTime {

    private final Definitions definitions;
    private final Member member;
    private final Occasions occasions;
    private final Trial trial;

    NextTime(Definitions definitions, Outcome outcome, Trial trial) {
        this.definitions = definitions;
        this.member = outcome.memberAfter();
        this.occasions = new Occasions(outcome.event(), member);
        this.trial = trial;
    }

    /** How far the member is from what a rule gives for so much of a kind; null if nothing sure can be said. */
    @Nullable
    Progress to(Threshold threshold, String kind) {
        BigDecimal needed = threshold.beyond()
                ? threshold.needed().add(definitions.kind(kind).smallest())
                : threshold.needed();
        BigDecimal held = member.balance(kind);
        BigDecimal missing = needed.subtract(held);
        // Where one is enough, as of a coupon, one has it or not, and nobody is on the way to it.
        if (missing.signum() <= 0 || needed.compareTo(BigDecimal.ONE) <= 0) {
            return null;
        }
        Member holdingMore = member.holding(missing, kind);
        for (Event occasion : occasions.of(threshold.rule())) {
            Outcome with = trial.outcome(holdingMore, occasion);
            Granted reward = Trial.given(with, threshold.offer());
            if (with != null
                    && reward != null
                    && Trial.given(trial.usual(member, occasion), threshold.offer()) == null) {
                return new Progress(
                        threshold.offer(),
                        missing,
                        Progress.Unit.KIND,
                        kind,
                        "",
                        held,
                        needed,
                        through(kind, with, threshold.offer()),
                        reward);
            }
        }
        return null;
    }

    /** The last date on which all that is held still counts, or the last before the calendar asks for it. */
    private @Nullable String through(String kind, Outcome with, Offer offer) {
        String last = null;
        for (Due due : with.due()) {
            if (due.granted().stream().anyMatch(each -> each.offer().equals(offer))) {
                last = earlier(last, due.at());
            }
        }
        for (Lot lot : member.lots()) {
            if (lot.kind().equals(kind) && lot.amount().signum() > 0 && lot.expiresAt() != null) {
                last = earlier(last, lot.expiresAt());
            }
        }
        return last == null ? null : lastDay(last);
    }

    private static String earlier(@Nullable String one, String other) {
        return one == null || Values.moment(other).isBefore(Values.moment(one)) ? other : one;
    }

    /** The last day before a time. */
    private String lastDay(String end) {
        ZoneId zone = definitions.zone();
        return LocalDate.ofInstant(Values.moment(end).minusNanos(1), zone).toString();
    }
}
