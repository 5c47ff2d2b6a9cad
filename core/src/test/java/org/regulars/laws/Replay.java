package org.regulars.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regulars.Due;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.Posting.Cause;
import org.regulars.laws.Gives.Extend;

/** The lots of a member, moved posting by posting, as a bookkeeper would who has nothing else to go by. */
final class Replay {

    private static final Comparator<Lot> SPENT_FIRST = Comparator.comparing(Replay::end)
            .thenComparing(lot -> Instant.parse(lot.earnedAt()))
            .thenComparing(Lot::id);

    private final Terms terms;
    private final Map<String, Lot> lots = new TreeMap<>();
    private Instant now;

    private Replay(Terms terms, Member member) {
        this.terms = terms;
        this.now = Instant.parse(member.asOf());
        member.lots()
                .forEach(lot -> assertThat(lots.put(lot.id(), lot))
                        .as("another lot %s", lot.id())
                        .isNull());
    }

    /** Everything that moved, on the calendar first. */
    static List<Posting> moved(Outcome outcome) {
        return Stream.concat(
                        outcome.due().stream().flatMap(due -> due.postings().stream()), outcome.postings().stream())
                .toList();
    }

    /** The lots there were when the event began. */
    static Collection<Lot> beforeEvent(Terms terms, Outcome outcome) {
        Replay replay = new Replay(terms, outcome.memberBefore());
        outcome.due().forEach(due -> replay.move(due.at(), due.postings()));
        return replay.lots.values();
    }

    /** Every lot ends up as the postings say, each lot as it was left. */
    static void agrees(Terms terms, Outcome outcome) {
        Replay replay = new Replay(terms, outcome.memberBefore());
        for (Due due : outcome.due()) {
            replay.move(due.at(), due.postings());
        }
        replay.move(outcome.event().at(), outcome.postings());
        replay.endsAs(outcome.memberAfter());
    }

    private void move(String at, List<Posting> postings) {
        Instant time = Instant.parse(at);
        now = time.isAfter(now) ? time : now;
        postings.forEach(this::move);
    }

    private void move(Posting posting) {
        Lot left = posting.lot();
        Lot had = lots.get(left.id());
        BigDecimal amount = had == null ? BigDecimal.ZERO : had.amount();
        assertThat(posting.amount()).as("%s", posting).isNotZero();
        assertThat(left.amount()).as("%s", posting).isEqualByComparingTo(amount.add(posting.amount()));
        if (had != null) {
            isTheSame(had, left);
        }
        if (posting.cause() == Cause.EXPIRED) {
            assertThat(left.amount()).as("%s", posting).isZero();
            assertThat(posting.at()).as("%s", posting).isEqualTo(left.expiresAt());
            assertThat(end(left)).as("%s", posting).isBeforeOrEqualTo(now);
        } else if (posting.amount().signum() < 0 && had != null && amount.signum() > 0) {
            first(posting, had);
        }
        if (left.amount().signum() == 0) {
            lots.remove(left.id());
        } else {
            lots.put(left.id(), left);
        }
    }

    /** What ends first is spent first, of what ends together the oldest. */
    private void first(Posting posting, Lot from) {
        boolean inOrder = posting.cause() == Cause.SPENT || posting.cause() == Cause.FORFEITED;
        if (inOrder && isActive(from) && !livesOn(from.kind())) {
            assertThat(lots.values().stream()
                            .filter(lot -> lot.kind().equals(from.kind())
                                    && lot.amount().signum() > 0)
                            .filter(this::isActive)
                            .min(SPENT_FIRST))
                    .as("%s", posting)
                    .hasValueSatisfying(lot -> assertThat(lot.id()).isEqualTo(from.id()));
        }
        if (posting.cause() == Cause.SPENT) {
            assertThat(isActive(from)).as("%s can be spent", from).isTrue();
        }
    }

    private void endsAs(Member after) {
        Map<String, Lot> there = new TreeMap<>();
        after.lots()
                .forEach(lot -> assertThat(there.put(lot.id(), lot))
                        .as("another lot %s", lot.id())
                        .isNull());
        assertThat(there.keySet()).isEqualTo(lots.keySet());
        assertThat(Instant.parse(after.asOf())).isEqualTo(now);
        there.forEach((id, lot) -> {
            Lot posted = lots.getOrDefault(id, lot);
            assertThat(lot.amount())
                    .as(id)
                    .isEqualByComparingTo(posted.amount())
                    .isNotZero();
            isTheSame(posted, lot);
            assertThat(end(lot)).as("%s goes when it ends", lot).isAfter(now);
            assertThat(end(lot)).as(id).isAfterOrEqualTo(end(posted));
            if (!livesOn(lot.kind())) {
                assertThat(lot.expiresAt()).as(id).isEqualTo(posted.expiresAt());
            }
            if (lot.amount().signum() < 0) {
                assertThat(lot.expiresAt()).as("what is owed does not lapse").isNull();
                assertThat(after.lots().stream().filter(each -> each.kind().equals(lot.kind()) && isActive(each)))
                        .as("nothing to spend beside what is owed")
                        .containsExactly(lot);
            }
        });
    }

    private static void isTheSame(Lot one, Lot other) {
        assertThat(other.withAmount(BigDecimal.ONE).expiringAt(null))
                .isEqualTo(one.withAmount(BigDecimal.ONE).expiringAt(null));
    }

    /** Whether something may give what is held of a kind a later end. */
    private boolean livesOn(String kind) {
        Life life = terms.kind(kind).life();
        return (life != null && life.sinceActivity())
                || terms.gives().stream()
                        .anyMatch(gives ->
                                gives instanceof Extend extend && extend.kind().equals(kind));
    }

    private boolean isActive(Lot lot) {
        return !Instant.parse(lot.activeFrom()).isAfter(now);
    }

    private static Instant end(@Nullable Lot lot) {
        return lot == null || lot.expiresAt() == null ? Instant.MAX : Instant.parse(lot.expiresAt());
    }
}
