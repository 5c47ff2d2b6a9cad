package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regulars.Due;
import org.regulars.Event;
import org.regulars.Granted;
import org.regulars.LineOutcome;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Purchase;
import org.regulars.Return;
import org.regulars.Reversal;
import org.regulars.TierChange;
import org.regulars.internal.rules.CompiledRules;

/**
 * Takes back what an event gave, for what comes back of it: the event is decided again with what was kept before and with
 * what is kept now, for the member as they were, and the difference is posted to the member as they are.
 */
final class Reversing {

    /** Decides an event for a member, without asking whether it was decided before. */
    interface Again {
        Outcome decided(Member member, Event event);
    }

    private final CompiledRules rules;
    private final Again again;
    private final Member member;
    private final Outcome outcome;
    private final Return brought;

    Reversing(CompiledRules rules, Again again, Member member, Outcome outcome, Return brought) {
        this.rules = rules;
        this.again = again;
        this.member = member;
        this.outcome = outcome;
        this.brought = brought;
    }

    Outcome reversed(String digest) {
        refuseWhatCannotComeBack();
        Account account = new Account(rules.definitions(), member);
        Member.@Nullable Returned earlier = earlier(account);
        Purchase purchase = outcome.purchase();
        Kept keptBefore = purchase == null ? null : kept(purchase, earlier);
        Kept keptAfter = purchase == null ? null : kept(purchase, earlier).without(brought.parts());
        Seen before = earlier == null ? Seen.of(outcome) : seen(keptBefore);
        Seen after = seen(keptAfter);
        List<Due> due = new Calendar(rules, account).until(brought.instant(), brought.at());
        TiersReturned tiers = new TiersReturned(rules, account, outcome, before, after, this::statusesWithout);
        tiers.lookBefore(brought);
        account.ledger().begin(brought.id(), brought.instant());
        List<Reversal.OfKind> kinds = new TakingBack(
                        rules.definitions(),
                        account,
                        before,
                        after,
                        outcome.event().instant())
                .post();
        List<TierChange> changes = isProrated() ? List.of() : tiers.recompute(brought);
        BigDecimal refunded = earlier == null ? BigDecimal.ZERO : earlier.refunded();
        // What is kept can have come to cost more by then; nobody was asked to pay that, so it comes off what is paid
        // back.
        BigDecimal refund =
                outcome.toPay().subtract(refunded).subtract(after.toPay()).max(BigDecimal.ZERO);
        account.returned().remove(earlier);
        account.returned()
                .add(new Member.Returned(
                        outcome.event().id(),
                        keptAfter == null ? List.of() : keptAfter.returned(),
                        refunded.add(refund)));
        account.remember(brought.id(), digest);
        Reversal reversal = new Reversal(
                outcome.event().id(),
                purchase,
                keptAfter == null ? null : keptAfter.purchase(),
                isProrated(),
                before.toPay(),
                after.toPay(),
                refund,
                after.lines(),
                kinds);
        Came came = Came.only(account.ledger().postings(), changes);
        return OutcomeOf.reversed(rules, brought, outcome.facts(), due, came, reversal, member, account.after());
    }

    private void refuseWhatCannotComeBack() {
        if (outcome.returned() != null) {
            throw new Refusal("'" + outcome.event().id()
                    + "' is a return itself, and a return cannot come back. Maybe it is a" + " new purchase?");
        }
        if (outcome.timePassed() != null || outcome.correction() != null) {
            throw new Refusal("'" + outcome.event().id()
                    + "' is nothing that could come back. Maybe a correction the other way round?");
        }
        if (outcome.repeated()) {
            throw new Refusal("The outcome given is that of a repeated '"
                    + outcome.event().id() + "', which granted nothing. Maybe the first one?");
        }
        String whose = outcome.memberBefore().id();
        if (!whose.equals(member.id())) {
            throw new Refusal(
                    "The outcome given is that of member '" + whose + "'. Maybe another member brings it back?");
        }
        if (brought.instant().isBefore(outcome.event().instant())) {
            throw new Refusal("It happened at " + brought.at() + ", before what it brings back, which was at "
                    + outcome.event().at() + ". Maybe the time is in another zone?");
        }
        if (outcome.purchase() == null && !brought.parts().isEmpty()) {
            throw new Refusal("'" + outcome.event().id()
                    + "' has no lines, so it comes back as a whole. Maybe Return.everything( … )?");
        }
    }

    /** What came back of it before, or null for nothing. */
    private Member.@Nullable Returned earlier(Account account) {
        for (Member.Returned each : account.returned()) {
            if (each.event().equals(outcome.event().id())) {
                if (outcome.purchase() == null) {
                    throw new Refusal("'" + each.event() + "' was called off before. Maybe another one?");
                }
                return each;
            }
        }
        return null;
    }

    private static Kept kept(Purchase purchase, Member.@Nullable Returned earlier) {
        Kept kept = new Kept(purchase);
        return earlier == null ? kept : kept.without(earlier.parts());
    }

    /** What the event comes to with what is kept of it. */
    private Seen seen(@Nullable Kept kept) {
        Seen stayingTaken = kept == null || isProrated() ? null : seenWithFreeUnits(kept);
        if (stayingTaken != null) {
            return stayingTaken;
        }
        Purchase purchase = kept == null ? null : kept.purchase();
        if (kept == null || purchase == null) {
            return Seen.nothing(statusesWithout());
        }
        return isProrated()
                ? Seen.shares(outcome, kept, rules.definitions())
                : Seen.of(again.decided(outcome.memberBefore(), purchase));
    }

    /**
     * What it comes to if free units that came back stay taken, or null if none does: they are decided as if they were still
     * there, as long as they are free then too.
     */
    private @Nullable Seen seenWithFreeUnits(Kept kept) {
        Map<Integer, BigDecimal> handedBack = new HashMap<>();
        for (LineOutcome line : outcome.lines()) {
            List<Granted> free = outcome.granted().stream()
                    .filter(each -> each.sort() == Granted.Sort.FREE_ITEM
                            && each.lines().contains(line.line()))
                    .toList();
            boolean stayTaken = !free.isEmpty()
                    && free.stream()
                            .allMatch(each -> each.cost() != null && each.cost().forGood());
            BigDecimal back = kept.returned(line.line()).min(BigDecimal.valueOf(line.freeUnits()));
            if (stayTaken && back.signum() > 0) {
                handedBack.put(line.line(), back);
            }
        }
        Purchase purchase = handedBack.isEmpty() ? null : kept.purchaseWith(handedBack);
        if (purchase == null) {
            return null;
        }
        Outcome decided = again.decided(outcome.memberBefore(), purchase);
        boolean stillFree = decided.lines().stream()
                .allMatch(line -> BigDecimal.valueOf(line.freeUnits())
                                .compareTo(handedBack.getOrDefault(line.line(), BigDecimal.ZERO))
                        >= 0);
        return stillFree ? Seen.without(handedBack, decided, kept) : null;
    }

    /** The tiers the member would have had then without the event. */
    private List<Member.Status> statusesWithout() {
        if (isProrated()) {
            return outcome.memberBefore().statuses();
        }
        Account then = new Account(rules.definitions(), outcome.memberBefore());
        new Calendar(rules, then)
                .until(outcome.event().instant(), outcome.event().at());
        return then.statuses();
    }

    private boolean isProrated() {
        return !outcome.rules().equals(rules.fingerprint());
    }
}
