package org.regulars.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.regulars.Granted;
import org.regulars.Granted.Sort;
import org.regulars.Outcome;
import org.regulars.Posting;
import org.regulars.Refused;

/**
 * What is expected of an outcome. Amount first, then kind; a failure prints the receipt.
 *
 * <p>Each assertion is about all an event gave of one sort: {@code earns( 3, "points" )} fails if four
 * were earned. {@link #andNothingElse} fails for anything no assertion spoke of.
 */
public final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {

    private final @Nullable Scenario next;
    private final Set<Granted> spokenOf = new HashSet<>();
    private final Set<String> spentSpokenOf = new HashSet<>();
    private List<Granted> latest = List.of();

    OutcomeAssert(Outcome outcome, @Nullable Scenario next) {
        super(outcome, OutcomeAssert.class);
        this.next = next;
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
        return earns(BigDecimal.valueOf(amount), kind);
    }

    /** Earns so much of a kind in all, with decimals as text. */
    public OutcomeAssert earns(String amount, String kind) {
        return earns(new BigDecimal(amount), kind);
    }

    /** Earns nothing of any kind. */
    public OutcomeAssert earnsNothing() {
        List<Granted> earned =
                granted(each -> isEarning(each) && actual.earned(each.what()).signum() != 0);
        return check(earned.isEmpty(), "to earn nothing", () -> names(earned));
    }

    /** Spends so much of a kind in all. */
    public OutcomeAssert spends(long amount, String kind) {
        return spends(BigDecimal.valueOf(amount), kind);
    }

    /** Spends so much of a kind in all, with decimals as text. */
    public OutcomeAssert spends(String amount, String kind) {
        return spends(new BigDecimal(amount), kind);
    }

    /** Gives so many units of an item or category free, of this basket or as a gift. */
    public OutcomeAssert givesFree(long quantity, String what) {
        latest = granted(each -> (each.sort() == Sort.FREE_ITEM || each.sort() == Sort.GIFT)
                && each.what().equals(what));
        return same(BigDecimal.valueOf(quantity), total(latest), "to give free, of " + what + ",");
    }

    /** Gives the right to so many free units of an item or category at a next visit. */
    public OutcomeAssert givesNextTime(long quantity, String what) {
        latest = granted(each -> each.sort() == Sort.CLAIM && each.what().equals(what));
        return same(BigDecimal.valueOf(quantity), total(latest), "to give free next time, of " + what + ",");
    }

    /** Takes so much money off by discounts, in all. */
    public OutcomeAssert discounts(String amount) {
        latest = granted(each -> each.sort() == Sort.DISCOUNT);
        return same(new BigDecimal(amount), actual.discount(), "to discount");
    }

    /** Delivers free of charge. */
    public OutcomeAssert shipsFree() {
        latest = granted(each -> each.sort() == Sort.FREE_SHIPPING);
        return check(!latest.isEmpty(), "to ship free", () -> "it does not");
    }

    /** Gives a benefit. */
    public OutcomeAssert gives(String benefit) {
        latest = granted(each -> each.sort() == Sort.BENEFIT && each.what().equals(benefit));
        return check(!latest.isEmpty(), "to give the benefit " + benefit, () -> "it gives " + actual.benefits());
    }

    /** Brings the member to a tier. */
    public OutcomeAssert upgradesTo(String tier) {
        latest = granted(each -> each.sort() == Sort.UPGRADE && each.what().equals(tier));
        return check(!latest.isEmpty(), "to upgrade to " + tier, () -> "it upgrades to " + actual.upgrades());
    }

    /** Leaves so much to pay, delivery included. */
    public OutcomeAssert leavesToPay(String amount) {
        latest = List.of();
        return same(new BigDecimal(amount), actual.toPay(), "to leave to pay");
    }

    /** Leaves the member with so much of a kind. */
    public OutcomeAssert leaves(long amount, String kind) {
        return leaves(BigDecimal.valueOf(amount), kind);
    }

    /** Leaves the member with so much of a kind, with decimals as text. */
    public OutcomeAssert leaves(String amount, String kind) {
        return leaves(new BigDecimal(amount), kind);
    }

    /** Does not give what this rule offered, for lack of so much of a kind. */
    public OutcomeAssert misses(long amount, String kind, String ruleName) {
        boolean missed = actual.refused().stream()
                .anyMatch(each -> each.offer().name().equals(ruleName)
                        && each.reason() == Refused.Reason.COST_MISSING
                        && each.kind().equals(kind)
                        && each.missing().compareTo(BigDecimal.valueOf(amount)) == 0);
        return check(
                missed,
                "to miss " + amount + " " + kind + " for \"" + ruleName + "\"",
                () -> "refused is " + actual.refused());
    }

    /** What the assertion before spoke of came, at least in part, from this rule. */
    public OutcomeAssert because(String ruleName) {
        boolean found = latest.stream().anyMatch(each -> each.offer().name().equals(ruleName));
        return check(found, "to give that because of \"" + ruleName + "\"", () -> "it is because of " + names(latest));
    }

    /** Gave and spent nothing that no assertion before spoke of. */
    public OutcomeAssert andNothingElse() {
        List<String> unspoken = new ArrayList<>();
        for (Granted each : actual.granted()) {
            boolean nothing = isEarning(each) && actual.earned(each.what()).signum() == 0;
            if (!nothing && !spokenOf.contains(each)) {
                unspoken.add(each.sort() + " " + each.amount().toPlainString() + " " + each.what() + " by \""
                        + each.offer().name() + "\"");
            }
        }
        for (Posting posting : actual.postings()) {
            if (posting.cause() == Posting.Cause.SPENT && !spentSpokenOf.contains(posting.kind())) {
                unspoken.add("SPENT " + posting.amount().negate().toPlainString() + " " + posting.kind());
            }
        }
        return check(
                unspoken.isEmpty(), "to give nothing else", () -> "it gives also\n  " + String.join("\n  ", unspoken));
    }

    private OutcomeAssert earns(BigDecimal amount, String kind) {
        latest = granted(each -> isEarning(each) && each.what().equals(kind));
        return same(amount, actual.earned(kind), "to earn, of " + kind + ",");
    }

    private OutcomeAssert spends(BigDecimal amount, String kind) {
        latest = List.of();
        spentSpokenOf.add(kind);
        return same(amount, actual.spent(kind), "to spend, of " + kind + ",");
    }

    private OutcomeAssert leaves(BigDecimal amount, String kind) {
        latest = List.of();
        return same(amount, actual.memberAfter().balance(kind), "to leave, of " + kind + ",");
    }

    private OutcomeAssert same(BigDecimal expected, BigDecimal found, String what) {
        return check(
                expected.compareTo(found) == 0,
                what + " " + expected.toPlainString(),
                () -> "it is " + found.toPlainString());
    }

    private OutcomeAssert check(boolean holds, String expected, Supplier<String> found) {
        spokenOf.addAll(latest);
        if (!holds) {
            failWithMessage("Expected the outcome %s, but %s.%n%n%s", expected, found.get(), actual.explain());
        }
        return this;
    }

    private List<Granted> granted(Predicate<Granted> wanted) {
        return actual.granted().stream().filter(wanted).toList();
    }

    private static boolean isEarning(Granted granted) {
        return granted.sort() == Sort.EARN || granted.sort() == Sort.MULTIPLY || granted.sort() == Sort.BONUS;
    }

    private static BigDecimal total(List<Granted> granted) {
        return granted.stream().map(Granted::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String names(List<Granted> granted) {
        Set<String> names = new TreeSet<>();
        granted.forEach(each -> names.add('"' + each.offer().name() + '"'));
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }
}
