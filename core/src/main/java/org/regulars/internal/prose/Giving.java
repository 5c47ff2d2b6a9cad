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
        String off = amounts.of(chain.argument(0)) + (isShare ? " percent" : "");
        Goods goods = circumstances.goods();
        String occasion = "";
        String from;
        Term units = chain.take("forEach");
        if (units != null) {
            if (goods == null
                    || !amounts.subject(new Term.Field(units, "name", units.at()))
                            .noun()
                            .equals("its name")) {
                throw new NotInWordsException("forEach");
            }
            from = goods.each(BUY);
        } else if (chain.size("on") > 0) {
            from = on(chain);
            occasion = goods == null ? "" : "for " + goods.eachLine(BUY);
        } else if (goods == null) {
            from = "your purchase";
        } else {
            from = isShare ? goods.words() : goods.eachLine(BUY);
        }
        Term most = chain.take("upTo");
        String upTo = most == null ? "" : ", at most " + amounts.of(most) + (goods == null ? "" : " on each line");
        String cost = amounts.cost(chain);
        String group = Amounts.group(chain);
        chain.done();
        return new Said(Chapter.GIVING, occasion, cost, off + " is taken off " + from + upTo, group);
    }

    private static String on(Chain chain) {
        if (chain.size("on") == 1) {
            Term what = chain.take("on");
            return "all " + (what == null ? "" : Comparing.textOf(what)) + " in your purchase";
        }
        List<Term> on = chain.takeTwo("on");
        return Amounts.units(Comparing.numberOf(on.get(0)), Comparing.textOf(on.get(1)))
                + " in your purchase, the cheapest that "
                + (isOne(on.get(0)) ? "is" : "are") + " not free";
    }

    Said freeItem(Chain chain) {
        Term many = chain.argument(0);
        String number = Comparing.numberOf(many);
        String what = Comparing.textOf(chain.argument(1));
        Term after = chain.take("after");
        boolean repeatedly = chain.takeIf("repeatedly");
        String cost = amounts.cost(chain);
        Term most = chain.take("upTo");
        String upTo = most == null
                ? ""
                : ", up to " + amounts.of(most) + (isOne(many) ? "" : " each") + " (you pay the rest)";
        String spent = chain.takeIf("spentForGood") ? "; what it cost stays spent if you bring it back" : "";
        String group = Amounts.group(chain);
        String life = Amounts.expiring(chain);
        boolean isGift = chain.first().equals("gift");
        chain.done();
        String clause;
        if (isGift) {
            clause = "you are given " + Amounts.units(number, what)
                    + (isAtPurchase() ? " along with your purchase" : "") + upTo;
        } else if (after != null) {
            clause = after(number, what, Comparing.numberOf(after), repeatedly) + upTo;
        } else {
            clause = free(number, what, isOne(many)) + upTo;
        }
        clause += life;
        if (repeatedly && after == null) {
            clause += isAtPurchase() && !isGift
                    ? ", as often as there is more " + what + " and you hold that many"
                    : ", as often as you hold that many";
        }
        return new Said(Chapter.GIVING, occasion(), cost, clause + spent, group);
    }

    private static String after(String number, String what, String after, boolean repeatedly) {
        return repeatedly
                ? "for every " + Amounts.units(after, what) + " you pay for, " + number + " more "
                        + (Written.isOne(number) ? "is" : "are") + " free: the cheapest"
                : "once you pay for " + Amounts.units(after, what) + ", "
                        + (Written.isOne(number) ? "1 more is" : "up to " + number + " more are")
                        + " free: the cheapest";
    }

    private String free(String number, String what, boolean isOne) {
        String units = Amounts.units(number, what);
        String are = isOne ? " is free" : " are free";
        boolean alone = circumstances.names("Redemption") && !isAtTill();
        if (alone) {
            return units + are + ": the cheapest in your purchase, or if you ask without one, at a next purchase";
        }
        return isAtTill()
                ? units + " in your purchase" + are + ": the cheapest"
                : units + are + " with a next purchase: the cheapest then";
    }

    Said freeShipping(Chain chain) {
        String cost = amounts.cost(chain);
        chain.done();
        return new Said(Chapter.GIVING, "", cost, "delivery is free", "");
    }

    Said benefit(Chain chain) {
        String cost = amounts.cost(chain);
        String clause = "you get " + Written.quoted(Comparing.textOf(chain.argument(0))) + Amounts.holding(chain);
        chain.done();
        return new Said(Chapter.GIVING, occasion(), cost, clause, "");
    }

    /**
     * A tier.
     *
     * @param ladder the name of its ladder if that has one of its own, or null
     */
    Said upgrade(Chain chain, @Nullable String ladder) {
        String tier = Comparing.textOf(chain.argument(0));
        String cost = amounts.cost(chain);
        String clause =
                (ladder == null ? "you become " : "your " + ladder + " becomes ") + tier + Amounts.holding(chain);
        chain.done();
        return new Said(Chapter.TIERS, occasion(), cost, clause, "");
    }

    Said convert(Chain chain) {
        String given = amounts.of(chain.argument(0), chain.argument(1));
        String kind = Comparing.textOf(chain.argument(1));
        List<Term> into = chain.takeTwo("into");
        if (into.isEmpty()) {
            throw new NotInWordsException("into");
        }
        boolean repeatedly = chain.takeIf("repeatedly");
        Term least = chain.take("atLeast");
        Term most = chain.take("atMost");
        String clause = given
                + (isOne(chain.argument(0)) ? " becomes " : " become ")
                + amounts.of(into.get(0), into.get(1))
                + (repeatedly ? ", as often as you hold that many" : "")
                + (least == null ? "" : ", if that is at least " + amounts.of(least) + " " + kind + " in all")
                + (most == null ? "" : ", at most " + amounts.of(most) + " " + kind + " in all")
                + Amounts.expiring(chain);
        chain.done();
        return new Said(Chapter.GIVING, occasion(), "", clause, "");
    }

    private static boolean isOne(Term number) {
        return Comparing.isLiteral(number) && Written.isOne(Comparing.numberOf(number));
    }

    /** Whether it is decided while there is a basket to take it from. */
    private boolean isAtTill() {
        boolean isLater =
                circumstances.names("Paid") || circumstances.names("PaidItem") || circumstances.names("Balance");
        return !isLater && (circumstances.names("Purchase") || circumstances.names("Item"));
    }

    private boolean isAtPurchase() {
        return isAtTill() || circumstances.names("Paid") || circumstances.names("PaidItem");
    }

    private String occasion() {
        Goods goods = circumstances.goods();
        if (goods == null) {
            return "";
        }
        return "for " + goods.eachLine(circumstances.names("Item") ? BUY : "you pay for");
    }
}
