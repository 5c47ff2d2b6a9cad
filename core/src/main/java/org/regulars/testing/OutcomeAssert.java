package org.regulars.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Granted.Sort;
import org.regulars.Limited;
import org.regulars.Member;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.Posting.Cause;
import org.regulars.Refused;
import org.regulars.TierChange;

/**
 * What is expected of an outcome. Amount first, then kind; a failure prints the receipt.
 *
 * <p>Each assertion is about all an event gave of one sort, and what fell due before it: {@code earns( 3, "points" )}
 * fails if four were earned. {@link #andNothingElse} fails for anything no assertion spoke of.
 */
public final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {

    private static final Set<TierChange.Cause> FALLS = EnumSet.of(
            TierChange.Cause.ENDED,
            TierChange.Cause.NOT_REACHED,
            TierChange.Cause.FORFEITED,
            TierChange.Cause.RETURNED);
    private static final Set<Cause> MOVES = EnumSet.of(Cause.SPENT, Cause.EXPIRED, Cause.GIVEN_BACK, Cause.TAKEN_BACK);

    private static final String REFUND = "REFUND";

    private final @Nullable Scenario next;
    private final Everything all;
    private final Set<Object> spokenOf = new HashSet<>();
    private List<Granted> latest = List.of();
    private Set<String> latestRules = Set.of();

    OutcomeAssert(Outcome outcome, @Nullable Scenario next) {
        super(outcome, OutcomeAssert.class);
        this.next = next;
        this.all = new Everything(outcome);
    }

    /** Expectations of an outcome an application got itself. */
    public static OutcomeAssert assertThat(Outcome outcome) {
        return new OutcomeAssert(outcome, null);
    }

    /** The member as they are now, about to do something else; of a {@link Scenario} only. */
    public Scenario then() {
        if (next == null) {
            throw new IllegalStateException("Only an outcome of a Scenario goes on. Maybe given( rules )…?");
        }
        return next;
    }

    /** The outcome itself. */
    public Outcome outcome() {
        return actual;
    }

    /** Earns so much of a kind in all. */
    public OutcomeAssert earns(long amount, String kind) {
        return earns(String.valueOf(amount), kind);
    }

    /** Earns so much of a kind in all, with decimals as text. */
    public OutcomeAssert earns(String amount, String kind) {
        about(each -> isEarning(each) && each.what().equals(kind));
        return same(amount, all.moved(kind, Cause.EARNED), "to earn, of " + kind + ",");
    }

    /** Earns nothing of any kind. */
    public OutcomeAssert earnsNothing() {
        List<Granted> earned = granted(each -> isEarning(each) && !earnsNothingOf(each.what()));
        about(each -> false);
        return check(earned.isEmpty(), "to earn nothing", () -> names(earned));
    }

    /** Loses so much of a kind to limits that it would have earned. */
    public OutcomeAssert cuts(long amount, String kind) {
        return cuts(String.valueOf(amount), kind);
    }

    /** Loses so much of a kind to limits that it would have earned, with decimals as text. */
    public OutcomeAssert cuts(String amount, String kind) {
        aboutRules(all.limits().stream()
                .filter(each -> each.kind().equals(kind) && each.allowed().compareTo(each.wanted()) < 0)
                .map(Limited::offer)
                .map(offer -> offer.name())
                .toList());
        BigDecimal cut = all.limits().stream()
                .filter(each -> each.kind().equals(kind))
                .map(each -> each.wanted().subtract(each.allowed()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return same(amount, cut, "to cut, of " + kind + ",");
    }

    /** Spends so much of a kind in all. */
    public OutcomeAssert spends(long amount, String kind) {
        return spends(String.valueOf(amount), kind);
    }

    /** Spends so much of a kind in all, with decimals as text. */
    public OutcomeAssert spends(String amount, String kind) {
        return moves(amount, kind, Cause.SPENT, true, "to spend");
    }

    /** Lets so much of a kind go at the end of its life. */
    public OutcomeAssert expires(long amount, String kind) {
        return expires(String.valueOf(amount), kind);
    }

    /** Lets so much of a kind go at the end of its life, with decimals as text. */
    public OutcomeAssert expires(String amount, String kind) {
        return moves(amount, kind, Cause.EXPIRED, true, "to let expire");
    }

    /** Takes so much of a kind back for a return. */
    public OutcomeAssert takesBack(long amount, String kind) {
        return takesBack(String.valueOf(amount), kind);
    }

    /** Takes so much of a kind back for a return, with decimals as text. */
    public OutcomeAssert takesBack(String amount, String kind) {
        return moves(amount, kind, Cause.TAKEN_BACK, true, "to take back");
    }

    /** Gives so much of a kind back that had been spent. */
    public OutcomeAssert givesBack(long amount, String kind) {
        return givesBack(String.valueOf(amount), kind);
    }

    /** Gives so much of a kind back that had been spent, with decimals as text. */
    public OutcomeAssert givesBack(String amount, String kind) {
        return moves(amount, kind, Cause.GIVEN_BACK, false, "to give back");
    }

    /** Gives so much money back for a return. */
    public OutcomeAssert refunds(String amount) {
        about(each -> false);
        spokenOf.add(REFUND);
        return same(amount, actual.refund(), "to refund");
    }

    /** Gives up so much of a kind for another; go on with {@link #into(String, String) into}. */
    public OutcomeAssert converts(long amount, String kind) {
        return converts(String.valueOf(amount), kind);
    }

    /** Gives up so much of a kind for another, with decimals as text. */
    public OutcomeAssert converts(String amount, String kind) {
        about(each -> each.sort() == Sort.CONVERSION
                && each.cost() != null
                && each.cost().kind().equals(kind));
        BigDecimal found = latest.stream()
                .map(each -> Objects.requireNonNull(each.cost()).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        speakOfSpending(found, kind);
        return same(amount, found, "to convert, of " + kind + ",");
    }

    /** The conversion the assertion before spoke of makes so much of this kind. */
    public OutcomeAssert into(long amount, String kind) {
        return into(String.valueOf(amount), kind);
    }

    /** The conversion the assertion before spoke of makes so much of this kind, with decimals as text. */
    public OutcomeAssert into(String amount, String kind) {
        BigDecimal found =
                total(latest.stream().filter(each -> each.what().equals(kind)).toList());
        return same(amount, found, "to convert it into, of " + kind + ",");
    }

    /** Uses so much of a kind as money. */
    public OutcomeAssert paysWith(long amount, String kind) {
        return paysWith(String.valueOf(amount), kind);
    }

    /** Uses so much of a kind as money, with decimals as text. */
    public OutcomeAssert paysWith(String amount, String kind) {
        about(each -> each.sort() == Sort.PAID_WITH && each.what().equals(kind));
        BigDecimal found = latest.stream()
                .map(each -> each.cost() == null ? BigDecimal.ZERO : each.cost().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        speakOfSpending(found, kind);
        return same(amount, found, "to pay with, of " + kind + ",");
    }

    /** Lets so much of a kind live longer. */
    public OutcomeAssert keepsAlive(long amount, String kind) {
        return keepsAlive(String.valueOf(amount), kind);
    }

    /** Lets so much of a kind live longer, with decimals as text. */
    public OutcomeAssert keepsAlive(String amount, String kind) {
        return grants(amount, kind, Sort.EXTENSION, "to keep alive");
    }

    /** Loses so much of a kind by a rule. */
    public OutcomeAssert forfeits(long amount, String kind) {
        return forfeits(String.valueOf(amount), kind);
    }

    /** Loses so much of a kind by a rule, with decimals as text. */
    public OutcomeAssert forfeits(String amount, String kind) {
        return grants(amount, kind, Sort.FORFEIT, "to forfeit");
    }

    /** Lets the member spend so much more of a kind than they hold. */
    public OutcomeAssert lends(long amount, String kind) {
        return grants(String.valueOf(amount), kind, Sort.OVERDRAFT, "to lend");
    }

    /** Gives so many units of an item or category free, of this basket or as a gift. */
    public OutcomeAssert givesFree(long quantity, String what) {
        about(each -> (each.sort() == Sort.FREE_ITEM || each.sort() == Sort.GIFT)
                && each.what().equals(what));
        return same(String.valueOf(quantity), total(latest), "to give free, of " + what + ",");
    }

    /** Gives the right to so many free units of an item or category at a next visit. */
    public OutcomeAssert givesNextTime(long quantity, String what) {
        return grants(String.valueOf(quantity), what, Sort.CLAIM, "to give free next time");
    }

    /** Takes so much money off by discounts, in all. */
    public OutcomeAssert discounts(String amount) {
        about(each -> each.sort() == Sort.DISCOUNT);
        return same(amount, actual.discount(), "to discount");
    }

    /** Delivers free of charge. */
    public OutcomeAssert shipsFree() {
        about(each -> each.sort() == Sort.FREE_SHIPPING);
        return check(!latest.isEmpty(), "to ship free", () -> "it does not");
    }

    /** Gives a benefit. */
    public OutcomeAssert gives(String benefit) {
        about(each -> each.sort() == Sort.BENEFIT && each.what().equals(benefit));
        return check(!latest.isEmpty(), "to give the benefit " + benefit, () -> "it gives " + whats(Sort.BENEFIT));
    }

    /** Brings the member to a tier. */
    public OutcomeAssert upgradesTo(String tier) {
        about(each -> each.sort() == Sort.UPGRADE && each.what().equals(tier));
        return check(!latest.isEmpty(), "to upgrade to " + tier, () -> "it upgrades to " + whats(Sort.UPGRADE));
    }

    /** Lets the member keep a tier for longer. */
    public OutcomeAssert renews(String tier) {
        about(each -> each.sort() == Sort.RENEWAL && each.what().equals(tier));
        return check(!latest.isEmpty(), "to renew " + tier, () -> "it renews " + whats(Sort.RENEWAL));
    }

    /** The member falls to this tier: theirs ended, is not reached any more, was forfeited or returned. */
    public OutcomeAssert fallsTo(String tier) {
        List<TierChange> falls = all.tierChanges().stream()
                .filter(each -> FALLS.contains(each.cause()) && each.to().equals(tier))
                .toList();
        spokenOf.addAll(falls);
        Set<String> rules = falls.stream().map(TierChange::rule).collect(Collectors.toSet());
        about(each -> each.sort() == Sort.FORFEIT && rules.contains(each.offer().name()));
        aboutRules(rules);
        return check(!falls.isEmpty(), "to let the member fall to " + tier, () -> "it does " + all.tierChanges());
    }

    /**
     * Leaves the member in this tier. Of an outcome that no {@link Scenario} decided, the lowest is only known where they have
     * just come to it.
     */
    public OutcomeAssert leavesInTier(String tier) {
        Set<String> tiers = new TreeSet<>();
        actual.memberAfter().statuses().forEach(each -> tiers.add(each.tier()));
        // Of a ladder's lowest tier a member holds no record; where they fell to it, the change says so.
        Map<String, TierChange> last = new TreeMap<>();
        all.tierChanges().forEach(each -> last.put(each.ladder(), each));
        last.values().forEach(each -> tiers.add(each.to()));
        if (next != null) {
            next.ladders().stream()
                    .filter(ladder -> ladder.names().stream().noneMatch(tiers::contains))
                    .forEach(ladder -> tiers.add(ladder.names().get(0)));
        }
        about(each -> false);
        return check(tiers.contains(tier), "to leave the member in " + tier, () -> "it leaves them in " + tiers);
    }

    /** Leaves the member in this tier through this date, {@code 2027-12-31}, and no longer. */
    public OutcomeAssert leavesInTier(String tier, String through) {
        leavesInTier(tier);
        List<@Nullable String> ends = new ArrayList<>();
        for (Member.Status status : actual.memberAfter().statuses()) {
            if (status.tier().equals(tier)) {
                ends.add(status.through());
            }
        }
        return check(
                ends.contains(through),
                "to leave the member in " + tier + " through " + through,
                () -> "it is through " + ends);
    }

    /** Leaves so much to pay, delivery included. */
    public OutcomeAssert leavesToPay(String amount) {
        about(each -> false);
        return same(amount, actual.toPay(), "to leave to pay");
    }

    /** Leaves the member with so much of a kind to spend; below zero if they owe some. */
    public OutcomeAssert leaves(long amount, String kind) {
        return leaves(String.valueOf(amount), kind);
    }

    /** Leaves the member with so much of a kind to spend, with decimals as text. */
    public OutcomeAssert leaves(String amount, String kind) {
        about(each -> false);
        return same(amount, actual.memberAfter().balance(kind), "to leave, of " + kind + ",");
    }

    /** Leaves the member with so much of a kind that cannot be spent yet. */
    public OutcomeAssert leavesPending(long amount, String kind) {
        return leavesPending(String.valueOf(amount), kind);
    }

    /** Leaves the member with so much of a kind that cannot be spent yet, with decimals as text. */
    public OutcomeAssert leavesPending(String amount, String kind) {
        about(each -> false);
        return same(amount, actual.memberAfter().pending(kind), "to leave pending, of " + kind + ",");
    }

    /** Does not give what this rule offered, for lack of so much of a kind. */
    public OutcomeAssert misses(long amount, String kind, String ruleName) {
        return misses(String.valueOf(amount), kind, ruleName);
    }

    /** Does not give what this rule offered, for lack of so much of a kind, with decimals as text. */
    public OutcomeAssert misses(String amount, String kind, String ruleName) {
        boolean missed = all.refused().stream()
                .anyMatch(each -> each.offer().name().equals(ruleName)
                        && each.reason() == Refused.Reason.COST_MISSING
                        && each.kind().equals(kind)
                        && each.missing().compareTo(new BigDecimal(amount)) == 0);
        return check(
                missed,
                "to miss " + amount + " " + kind + " for \"" + ruleName + "\"",
                () -> "refused is " + all.refused());
    }

    /** Does not give what this rule offered, or what was asked for by this name, for whatever reason. */
    public OutcomeAssert refuses(String ruleNameOrReward) {
        about(each -> false);
        return check(
                all.refused().stream().anyMatch(each -> each.offer().name().equals(ruleNameOrReward)),
                "to refuse \"" + ruleNameOrReward + "\"",
                () -> "refused is " + all.refused());
    }

    /** What the assertion before spoke of came, at least in part, from this rule. */
    public OutcomeAssert because(String ruleName) {
        return check(
                latestRules.contains(ruleName),
                "to give that because of \"" + ruleName + "\"",
                () -> "it is because of " + quoted(latestRules));
    }

    /** Gave, spent, took and lost nothing that no assertion before spoke of. */
    public OutcomeAssert andNothingElse() {
        Set<String> unspoken = new TreeSet<>();
        for (Granted each : all.granted()) {
            boolean nothing = isEarning(each) && earnsNothingOf(each.what());
            if (!nothing && !spokenOf.contains(each)) {
                unspoken.add(each.sort() + " " + each.amount().toPlainString() + " " + each.what() + " by \""
                        + each.offer().name() + "\"");
            }
        }
        for (Posting each : all.postings()) {
            if (MOVES.contains(each.cause()) && !spokenOf.contains(moved(each.cause(), each.kind()))) {
                unspoken.add(each.cause() + " "
                        + all.moved(each.kind(), each.cause()).abs().toPlainString() + " " + each.kind());
            }
        }
        for (TierChange each : all.tierChanges()) {
            if (FALLS.contains(each.cause()) && !spokenOf.contains(each)) {
                unspoken.add(each.cause() + " from " + each.from() + " to " + each.to());
            }
        }
        if (actual.refund().signum() != 0 && !spokenOf.contains(REFUND)) {
            unspoken.add(REFUND + " " + actual.refund().toPlainString());
        }
        return check(
                unspoken.isEmpty(), "to give nothing else", () -> "it gives also\n  " + String.join("\n  ", unspoken));
    }

    private OutcomeAssert grants(String amount, String what, Sort sort, String expected) {
        about(each -> each.sort() == sort && each.what().equals(what));
        return same(amount, total(latest), expected + ", of " + what + ",");
    }

    private OutcomeAssert moves(String amount, String kind, Cause cause, boolean out, String expected) {
        about(each -> false);
        spokenOf.add(moved(cause, kind));
        BigDecimal found = all.moved(kind, cause);
        return same(amount, out ? found.negate() : found, expected + ", of " + kind + ",");
    }

    /** What is given up for something is spent too; that need not be said again unless more is spent than that. */
    private void speakOfSpending(BigDecimal amount, String kind) {
        if (amount.compareTo(all.moved(kind, Cause.SPENT).negate()) == 0) {
            spokenOf.add(moved(Cause.SPENT, kind));
        }
    }

    private OutcomeAssert same(String expected, BigDecimal found, String what) {
        return check(
                new BigDecimal(expected).compareTo(found) == 0,
                what + " " + expected,
                () -> "it is " + found.toPlainString());
    }

    private OutcomeAssert check(boolean holds, String expected, Supplier<String> found) {
        if (!holds) {
            failWithMessage("Expected the outcome %s, but %s.%n%n%s", expected, found.get(), actual.explain());
        }
        return this;
    }

    /** Notes what the assertion is about, for {@link #because} and {@link #andNothingElse}. */
    private void about(Predicate<Granted> wanted) {
        latest = granted(wanted);
        spokenOf.addAll(latest);
        aboutRules(latest.stream().map(each -> each.offer().name()).toList());
    }

    private void aboutRules(Collection<String> rules) {
        latestRules = new TreeSet<>(rules);
    }

    private List<Granted> granted(Predicate<Granted> wanted) {
        return all.granted().stream().filter(wanted).toList();
    }

    private boolean earnsNothingOf(String kind) {
        return all.moved(kind, Cause.EARNED).signum() == 0;
    }

    private List<String> whats(Sort sort) {
        return granted(each -> each.sort() == sort).stream().map(Granted::what).toList();
    }

    private static String moved(Cause cause, String kind) {
        return cause + " " + kind;
    }

    private static boolean isEarning(Granted granted) {
        return granted.sort() == Sort.EARN || granted.sort() == Sort.MULTIPLY || granted.sort() == Sort.BONUS;
    }

    private static BigDecimal total(List<Granted> granted) {
        return granted.stream().map(Granted::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String names(List<Granted> granted) {
        return quoted(granted.stream().map(each -> each.offer().name()).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String quoted(Set<String> names) {
        return names.isEmpty()
                ? "nothing"
                : names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }
}
