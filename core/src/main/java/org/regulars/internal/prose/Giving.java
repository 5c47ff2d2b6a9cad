package org.regulars.internal.prose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.syntax.Term;

/** What is taken off, free, given along or bestowed, in words. */
final class Giving {

    private static final String BUY = "you buy";

    private final Circumstances circumstances;
    private final Amounts amounts;

    Giving(Circumstances circumstances) {
        this.circumstances = circumstances;
        this.amounts = new Amounts(circumstances);
    }

    Said discount(Chain chain) {
        boolean isShare = chain.first().equals("percent");
        String off = amounts.of(chain.argument(0)) + (isShare ? " percent" : "") + " is taken off";
        String basis = new Basis(circumstances, BUY).of(chain);
        Goods goods = circumstances.goods();
        String implied = "";
        String from = " your purchase";
        if (chain.size("on") == 1) {
            implied = inPurchase(chain.seeTwo("on").get(0));
            from = " all " + Comparing.textOf(chain.seeTwo("on").get(0)) + " in your purchase";
        } else if (chain.size("on") == 2) {
            implied = inPurchase(chain.seeTwo("on").get(1));
            from = " " + units(chain.seeTwo("on"));
        } else if (goods != null) {
            // So much off each unit has the goods in its basis.
            from = basis.isEmpty() ? " " + (isShare ? goods.words() : goods.eachLine(BUY)) : "";
        }
        String forLine = chain.size("on") > 0 && goods != null ? " for " + goods.eachLine(BUY) : "";
        chain.drop("on");
        Term most = chain.take("upTo");
        String upTo = most == null ? "" : ", at most " + amounts.of(most) + (goods == null ? "" : " on each line");
        Said said = Said.of(Chapter.GIVING, off + from + basis + forLine + upTo).implying(goods == null ? implied : "");
        said = amounts.cost(chain, said, true).noting(Amounts.group(chain));
        chain.done();
        return said;
    }

    private static String units(List<Term> on) {
        return Amounts.units(Comparing.numberOf(on.get(0)), Comparing.textOf(on.get(1)))
                + " in your purchase, the cheapest " + (isOne(on.get(0)) ? "that is not free" : "that are not free");
    }

    /** The condition that the purchase has it. */
    private static String inPurchase(Term what) {
        return OfPurchases.has(Comparing.textOf(what), false).before();
    }

    Said freeItem(Chain chain) {
        Term many = chain.argument(0);
        String number = Comparing.numberOf(many);
        String what = Comparing.textOf(chain.argument(1));
        boolean isGift = chain.first().equals("gift");
        Term after = chain.take("after");
        boolean repeatedly = chain.takeIf("repeatedly");
        String clause;
        if (isGift) {
            clause = "you are given " + Amounts.units(number, what)
                    + (isAtPurchase() ? " along with your purchase" : "");
        } else if (after != null) {
            clause = after(number, what, Comparing.numberOf(after), repeatedly);
        } else {
            clause = free(number, what, isOne(many));
        }
        Term most = chain.take("upTo");
        if (most != null) {
            clause += ", up to " + amounts.of(most) + (isOne(many) ? "" : " each") + ", of which you pay the rest";
        }
        clause += Amounts.expiring(chain);
        String cost = amounts.costOnce(chain);
        if (repeatedly && !cost.isEmpty()) {
            clause += ", again and again as long as you hold " + cost
                    + (isAtTill() && !isGift ? " and there is more " + what : "");
        }
        clause += chain.takeIf("spentForGood") ? "; what it cost stays spent if you bring it back" : "";
        Said said = Said.of(Chapter.GIVING, clause)
                .by(forLine())
                .implying(isAtTill() && !isGift ? inPurchase(chain.argument(1)) : "");
        said = amounts.cost(chain, said, isBeforehand()).noting(Amounts.group(chain));
        chain.done();
        return said;
    }

    private static String after(String number, String what, String after, boolean repeatedly) {
        String are = Written.isOne(number) ? " is free" : " are free";
        return repeatedly
                ? "for every " + Amounts.units(after, what) + " you pay for, " + number + " more" + are
                        + ": the cheapest"
                : "once you pay for " + Amounts.units(after, what) + ", " + (Written.isOne(number) ? "" : "up to ")
                        + number + " more" + are + ": the cheapest";
    }

    private String free(String number, String what, boolean isOne) {
        String units = Amounts.units(number, what);
        String are = isOne ? " is free" : " are free";
        if (circumstances.names("Redemption") && !isAtTill() && isBeforehand()) {
            return units + are + ": the cheapest in your purchase, or if you ask without one, in a later purchase";
        }
        return isAtTill()
                ? units + " in your purchase" + are + ": the cheapest"
                : units + are + " with a later purchase: the cheapest in that";
    }

    Said freeShipping(Chain chain) {
        Said said = amounts.cost(chain, Said.of(Chapter.GIVING, "delivery is free"), isBeforehand());
        chain.done();
        return said;
    }

    Said benefit(Chain chain) {
        String clause = "you get " + Written.quoted(Comparing.textOf(chain.argument(0))) + Amounts.holding(chain);
        Said said = amounts.cost(chain, Said.of(Chapter.GIVING, clause).by(forLine()), isBeforehand());
        chain.done();
        return said;
    }

    /**
     * A tier.
     *
     * @param ladder the name of its ladder if that has one of its own, or null
     */
    Said upgrade(Chain chain, @Nullable String ladder) {
        String tier = Comparing.textOf(chain.argument(0));
        String clause =
                (ladder == null ? "you become " : "your " + ladder + " becomes ") + tier + Amounts.holding(chain);
        Said said = amounts.cost(chain, Said.of(Chapter.TIERS, clause), isBeforehand());
        chain.done();
        return said;
    }

    Said convert(Chain chain) {
        Term kind = chain.argument(1);
        String given = amounts.of(chain.argument(0), kind);
        List<Term> into = chain.takeTwo("into");
        if (into.isEmpty()) {
            throw new NotInWordsException("into");
        }
        boolean repeatedly = chain.takeIf("repeatedly");
        Term least = chain.take("atLeast");
        Term most = chain.take("atMost");
        boolean isSingular =
                isOne(chain.argument(0)) || Amounts.are(Comparing.textOf(kind)).equals("is");
        String clause = given
                + (isSingular ? " becomes " : " become ")
                + amounts.of(into.get(0), into.get(1))
                + (repeatedly ? ", again and again as long as you hold " + given : "")
                + (least == null ? "" : ", if that takes at least " + amounts.of(least, kind) + " in all")
                + (most == null ? "" : ", at most " + amounts.of(most, kind) + " in all")
                + Amounts.expiring(chain);
        chain.done();
        return Said.of(Chapter.GIVING, clause).by(forLine());
    }

    private static boolean isOne(Term number) {
        return Comparing.isLiteral(number) && Written.isOne(Comparing.numberOf(number));
    }

    /** Whether it is decided while there is a basket to take it from. */
    private boolean isAtTill() {
        return isBeforehand() && !isAfterPaying() && (circumstances.names("Purchase") || circumstances.names("Item"));
    }

    private boolean isAfterPaying() {
        return circumstances.names("Paid") || circumstances.names("PaidItem");
    }

    /** Whether what it costs must be held before this; when all is counted, what there then is counts. */
    private boolean isBeforehand() {
        return !circumstances.names("Balance");
    }

    private boolean isAtPurchase() {
        return isAtTill() || isAfterPaying();
    }

    private String forLine() {
        Goods goods = circumstances.goods();
        return goods == null ? "" : " for " + goods.eachLine(circumstances.names("Item") ? BUY : "you pay for");
    }
}
