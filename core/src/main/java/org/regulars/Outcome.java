package org.regulars;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.receipt.Receipt;
import org.regulars.internal.values.Values;
import org.regulars.internal.values.WhenAsked;

/**
 * What came of one event: what was granted, by which rule, with which arithmetic, and the member afterwards.
 *
 * <p>An immutable value; equal rules, member and event give an equal outcome.
 *
 * @param rules the fingerprint of the rule set that decided
 * @param zone the program's time zone
 * @param purchase the event, if it was a purchase
 * @param redemption the event, if it was a redemption without a purchase
 * @param activity the event, if it was an activity
 * @param correction the event, if it was a correction
 * @param returned the event, if it was a return
 * @param timePassed the event, if only time passed
 * @param facts the facts of the application's own that came with the event, as texts, in order
 * @param repeated whether this event had been decided before, so that nothing was granted now
 * @param due what fell due on the calendar before the event, in the order of time
 * @param granted what was given for the event, in the order in which it came about
 * @param refused what was offered and not given
 * @param tallies how much of each kind was earned, and how it was rounded
 * @param limits the limits that what was earned went through
 * @param lines what became of each line of the receipt
 * @param postings what moved in and out of the member's lots with the event; what moved before is with {@code due}
 * @param tierChanges where the member stands then
 * @param reversal how a return was worked out, if it was one
 * @param memberBefore the member given
 * @param memberAfter the member to save
 * @param progress how far the next rewards are, the nearest first; see {@link #progress()}
 */
public record Outcome(
        String rules,
        String zone,
        @Nullable Purchase purchase,
        @Nullable Redemption redemption,
        @Nullable Activity activity,
        @Nullable Correction correction,
        @Nullable Return returned,
        @Nullable TimePassed timePassed,
        List<String> facts,
        boolean repeated,
        List<Due> due,
        List<Granted> granted,
        List<Refused> refused,
        List<Tally> tallies,
        List<Limited> limits,
        List<LineOutcome> lines,
        List<Posting> postings,
        List<TierChange> tierChanges,
        @Nullable Reversal reversal,
        Member memberBefore,
        Member memberAfter,
        List<Progress> progress) {

    /** Keeps its own copies; parts that older stored ones lack are taken as empty. */
    @SuppressWarnings("ConstantValue") // a JSON mapper passes null for what is missing
    public Outcome {
        facts = facts == null ? List.of() : List.copyOf(facts);
        due = due == null ? List.of() : List.copyOf(due);
        limits = limits == null ? List.of() : List.copyOf(limits);
        tierChanges = tierChanges == null ? List.of() : List.copyOf(tierChanges);
        granted = granted == null ? List.of() : List.copyOf(granted);
        refused = refused == null ? List.of() : List.copyOf(refused);
        tallies = tallies == null ? List.of() : List.copyOf(tallies);
        lines = lines == null ? List.of() : List.copyOf(lines);
        postings = postings == null ? List.of() : List.copyOf(postings);
        progress = progress == null ? List.of() : WhenAsked.keep(progress);
    }

    /** By what the rest follows from, so that progress need not be found for it. */
    @Override
    public int hashCode() {
        return Objects.hash(rules, event(), memberBefore, memberAfter);
    }

    /** The event. */
    public Event event() {
        if (purchase != null) {
            return purchase;
        }
        if (redemption != null) {
            return redemption;
        }
        if (activity != null) {
            return activity;
        }
        if (correction != null) {
            return correction;
        }
        if (returned != null) {
            return returned;
        }
        if (timePassed != null) {
            return timePassed;
        }
        throw new IllegalStateException("An outcome without an event");
    }

    /**
     * How far the next rewards are: what is missing to each, the nearest first of what is counted alike.
     *
     * <p>Nobody writes it: it is read from the thresholds of the rules themselves, from {@code amount >= 50} and {@code
     * costing( 7, "stamps" )}, and each is proved by deciding once more with exactly what is missing added. What cannot be
     * proved so is left out, so the list may be shorter than a person's, and never wrong. Of a ladder only the next tier is
     * told. It is worked out when it is first asked for, which takes some decisions' time, and only for what {@link
     * LoyaltyEngine#decide} and {@link LoyaltyEngine#advance} said; a return has none.
     */
    @Override
    public List<Progress> progress() {
        return progress;
    }

    /** How much of a kind this event earned, rounded; zero for a kind it did not earn. */
    public BigDecimal earned(String kind) {
        return moved(kind, Posting.Cause.EARNED);
    }

    /** How much of a kind this event spent, as a positive amount. */
    public BigDecimal spent(String kind) {
        return Values.plain(moved(kind, Posting.Cause.SPENT).negate());
    }

    /** How much of a kind lapsed up to this event, as a positive amount. */
    public BigDecimal expired(String kind) {
        return Values.plain(sum(Stream.concat(due.stream().flatMap(each -> each.postings().stream()), postings.stream())
                        .filter(posting -> posting.kind().equals(kind) && posting.cause() == Posting.Cause.EXPIRED)
                        .map(Posting::amount)
                        .toList())
                .negate());
    }

    /** How much of a kind a return took back, as a positive amount. */
    public BigDecimal takenBack(String kind) {
        return Values.plain(moved(kind, Posting.Cause.TAKEN_BACK).negate());
    }

    /** How much of a kind that had been spent a return gave back. */
    public BigDecimal givenBack(String kind) {
        return moved(kind, Posting.Cause.GIVEN_BACK);
    }

    /** What the member gets back in money for a return, in the purchase's currency; zero for anything else. */
    public BigDecimal refund() {
        return reversal == null ? BigDecimal.ZERO : reversal.refund();
    }

    /** The units of this basket that are free, and the gifts that go with it. */
    public List<Granted> freeItems() {
        return granted.stream()
                .filter(each -> each.sort() == Granted.Sort.FREE_ITEM || each.sort() == Granted.Sort.GIFT)
                .toList();
    }

    /**
     * What discounts took off, in the purchase's currency; free items and delivery not included.
     *
     * @throws IllegalStateException if this event was decided before: the first outcome has it
     */
    public BigDecimal discount() {
        refuseIfRepeated();
        return sum(lines.stream().map(LineOutcome::discount).toList());
    }

    /**
     * What is left to pay for all lines and delivery; zero for an activity.
     *
     * @throws IllegalStateException if this event was decided before: the first outcome has it
     */
    public BigDecimal toPay() {
        refuseIfRepeated();
        BigDecimal goods = sum(lines.stream().map(LineOutcome::toPay).toList());
        return purchase == null || freeShipping() ? goods : Values.plain(goods.add(purchase.shipping()));
    }

    /** Whether delivery is free of charge. */
    public boolean freeShipping() {
        return granted.stream().anyMatch(each -> each.sort() == Granted.Sort.FREE_SHIPPING);
    }

    /** The benefits given, by name. */
    public List<String> benefits() {
        return named(Granted.Sort.BENEFIT);
    }

    /** The tiers the member came to. */
    public List<String> upgrades() {
        return named(Granted.Sort.UPGRADE);
    }

    /**
     * A receipt in plain text: one line a decision, with its rule and its arithmetic. Every number on it
     * can be worked out again by hand from the others.
     */
    public String explain() {
        return Receipt.of(this);
    }

    private void refuseIfRepeated() {
        if (repeated) {
            throw new IllegalStateException("'" + event().id() + "' was decided before, so this outcome has no prices."
                    + " Maybe keep the first one with the receipt?");
        }
    }

    private BigDecimal moved(String kind, Posting.Cause cause) {
        return sum(postings.stream()
                .filter(posting -> posting.kind().equals(kind) && posting.cause() == cause)
                .map(Posting::amount)
                .toList());
    }

    private List<String> named(Granted.Sort sort) {
        return granted.stream()
                .filter(each -> each.sort() == sort)
                .map(Granted::what)
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return Values.plain(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
