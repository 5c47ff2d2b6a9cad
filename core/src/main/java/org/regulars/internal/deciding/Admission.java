package org.regulars.internal.deciding;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.regulars.Correction;
import org.regulars.Event;
import org.regulars.Line;
import org.regulars.Lot;
import org.regulars.Member;
import org.regulars.Purchase;
import org.regulars.Redemption;
import org.regulars.internal.program.Definitions;
import org.regulars.internal.values.Money;
import org.regulars.internal.values.Values;
import org.regulars.program.Tiers;

/** Turns away what cannot be, before anything is decided. */
final class Admission {

    /** No till prints more digits, and no balance needs them; it keeps every later sum small. */
    private static final int MOST_DIGITS = 18;

    private final Definitions definitions;

    Admission(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Throws a {@link Refusal} that says what is wrong, if anything is. */
    void check(Member member, Event event) {
        if (event.id().isBlank()) {
            throw new Refusal("It has no id. Maybe the number on the receipt?");
        }
        if (event.at().length() > "2026-11-23T07:15:00.000000000Z".length()
                || event.at().startsWith("-")) {
            throw new Refusal("It happened at " + event.at()
                    + ", which is in no shop's calendar. Maybe seconds for milliseconds?");
        }
        if (Values.compareTimes(event.at(), member.joined()) < 0) {
            throw new Refusal("It happened at " + event.at() + ", before the member joined at " + member.joined()
                    + ". Maybe the time is in another zone?");
        }
        checkMember(member);
        if (event instanceof Purchase purchase) {
            checkPurchase(purchase);
            for (int i = 0; i < purchase.wishes().size(); i++) {
                Purchase.Wish wish = purchase.wishes().get(i);
                checkWish(wish.reward(), wish.amount());
            }
        } else if (event instanceof Redemption redemption) {
            checkWish(redemption.reward(), redemption.amount());
        } else if (event instanceof Correction correction) {
            checkCorrection(correction);
        }
    }

    private void checkCorrection(Correction correction) {
        if (correction.kind().isBlank()) {
            throw new Refusal("It does not say of what. Maybe \"points\"?");
        }
        if (correction.reason().isBlank()) {
            throw new Refusal("It gives no reason. Maybe in the words of who does it: \"counted twice\"?");
        }
        BigDecimal amount = correction.amount();
        if (amount.signum() == 0) {
            throw new Refusal("It changes nothing: its amount is 0. Maybe leave it out?");
        }
        checkAmount("Its amount", amount.abs());
        int decimals = definitions.kind(correction.kind()).decimals();
        if (amount.scale() > decimals) {
            throw new Refusal("Its amount is " + amount.toPlainString() + ", finer than " + correction.kind() + " go ("
                    + decimals + " decimals). Maybe round it?");
        }
    }

    private void checkMember(Member member) {
        List<Member.Status> statuses = member.statuses();
        Set<Tiers> taken = statuses.size() > 1 ? new HashSet<>() : Set.of();
        for (int i = 0; i < statuses.size(); i++) {
            Member.Status status = statuses.get(i);
            Tiers ladder = definitions.ladderOf(status.tier());
            if (ladder != null && statuses.size() > 1 && !taken.add(ladder)) {
                throw new Refusal("The member has two tiers on one ladder, '" + status.tier()
                        + "' the second of them. Maybe keep the higher one?");
            }
            if (ladder == null) {
                throw new Refusal("The member has the tier '" + status.tier() + "', which is on no ladder. "
                        + tiersThereAre(definitions.tierNames()));
            }
        }
        List<Lot> lots = member.lots();
        for (int i = 0; i < lots.size(); i++) {
            Lot lot = lots.get(i);
            if (tooLong(lot.amount())) {
                throw tooLong(which(lot));
            }
            if (lot.amount().signum() < 0 && (lot.expiresAt() != null || lot.claim() != null)) {
                throw new Refusal(which(lot) + " is below zero, and what is owed neither lapses nor is a right: "
                        + lot.amount().toPlainString() + ". Maybe it was changed by hand?");
            }
        }
    }

    private static void checkWish(String reward, BigDecimal amount) {
        if (reward.isBlank()) {
            throw new Refusal("A reward is asked for without saying which. Maybe the name that the rules use?");
        }
        checkAmount("What is asked for of '" + reward + "'", amount);
        if (amount.signum() == 0) {
            throw new Refusal("What is asked for of '" + reward + "' is nothing. Maybe leave it out?");
        }
    }

    static String tiersThereAre(Collection<String> names) {
        return names.isEmpty()
                ? "Maybe insert( Tiers.of( … ) ) in a rule on Program()?"
                : "Maybe one of " + String.join(", ", names) + "?";
    }

    private static void checkPurchase(Purchase purchase) {
        int decimals = decimals(purchase.currency());
        checkNumbers(purchase.lines());
        List<Line> lines = purchase.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!line.currency().isEmpty() && !line.currency().equals(purchase.currency())) {
                throw new Refusal(which(line) + " is in " + line.currency() + ", the purchase in " + purchase.currency()
                        + ". Maybe make it two purchases?");
            }
            if (isOdd(line.quantity())) {
                checkAmount(which(line) + ": its quantity", line.quantity());
            }
            if (line.quantity().signum() == 0) {
                throw new Refusal(which(line) + " has quantity 0. Maybe leave the line out?");
            }
            if (isOdd(line.amount()) || line.amount().scale() > decimals) {
                checkMoney(which(line) + ": its amount", line.amount(), decimals, purchase.currency());
            }
        }
        checkMoney("Its shipping", purchase.shipping(), decimals, purchase.currency());
    }

    private static void checkNumbers(List<Line> lines) {
        if (areCounted(lines)) {
            return;
        }
        Set<Integer> taken = new HashSet<>();
        for (Line line : lines) {
            if (line.number() < 1 || !taken.add(line.number())) {
                throw new Refusal(which(line) + ": a line's number is above zero and its own. Maybe leave it 0 and let"
                        + " the purchase number its lines?");
            }
        }
    }

    /** Whether lines are numbered as they are listed, as they mostly are. */
    private static boolean areCounted(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).number() != i + 1) {
                return false;
            }
        }
        return true;
    }

    /** Only for messages: putting it together takes longer than the checks. */
    private static String which(Line line) {
        return "Line " + line.number() + " (" + line.name() + ")";
    }

    private static String which(Lot lot) {
        return "The member's lot " + lot.id() + " of " + lot.kind();
    }

    private static int decimals(String currency) {
        try {
            return Money.decimals(Currency.getInstance(currency).getCurrencyCode());
        } catch (IllegalArgumentException e) {
            throw new Refusal("There is no currency '" + currency + "'. Maybe its ISO 4217 code, as in EUR?");
        }
    }

    private static void checkMoney(String what, BigDecimal amount, int decimals, String currency) {
        checkAmount(what, amount);
        if (amount.scale() > decimals) {
            throw new Refusal(what + " is " + amount.toPlainString() + ", finer than " + currency + " goes (" + decimals
                    + " decimals). Maybe give the line's rounded total, with Line.totalling?");
        }
    }

    /** Refuses what is below zero or out of all proportion. */
    private static void checkAmount(String what, BigDecimal amount) {
        // The length first: written out, a number with a huge exponent would fill the memory.
        if (tooLong(amount)) {
            throw tooLong(what);
        }
        if (amount.signum() < 0) {
            throw new Refusal(what + " is below zero: " + amount.toPlainString() + ". Maybe it is a return?");
        }
    }

    private static Refusal tooLong(String what) {
        return new Refusal(what + " has more than " + MOST_DIGITS
                + " digits before or after the point. Maybe it is in another unit?");
    }

    private static boolean isOdd(BigDecimal amount) {
        return amount.signum() < 0 || tooLong(amount);
    }

    /** Whether an amount has more digits before or after the point than anything real. */
    static boolean tooLong(BigDecimal amount) {
        return Math.abs((long) amount.scale()) > MOST_DIGITS
                || (long) amount.precision() - amount.scale() > MOST_DIGITS;
    }

    /** Throws a {@link Refusal} if a member would then hold more than can be counted. */
    static void checkBalance(String kind, BigDecimal amount) {
        if (tooLong(amount)) {
            throw new Refusal("The member would hold " + amount.toPlainString() + " " + kind + ", more than "
                    + MOST_DIGITS + " digits. Maybe a rule gives far too much?");
        }
    }
}
