package org.regulars.internal.prose;

/** What is earned, multiplied and limited, in words. */
final class Earning {

    private static final String PAY = "you pay for";

    private final Circumstances circumstances;
    private final Amounts amounts;

    Earning(Circumstances circumstances) {
        this.circumstances = circumstances;
        this.amounts = new Amounts(circumstances);
    }

    Said earn(Chain chain) {
        String earned = amounts.of(chain.argument(0), chain.argument(1));
        String basis = new Basis(circumstances, PAY).of(chain);
        String life = Amounts.expiring(chain);
        String group = Amounts.group(chain);
        chain.done();
        return Said.of(Chapter.EARNING, "you earn " + earned)
                .by((basis.isEmpty() ? with() : basis) + life)
                .noting(group);
    }

    Said bonus(Chain chain) {
        String earned = amounts.of(chain.argument(0), chain.argument(1));
        String life = Amounts.expiring(chain);
        String group = Amounts.group(chain);
        chain.done();
        return Said.of(Chapter.EARNING, "you get " + earned + " extra")
                .by(with() + life)
                .noting(group);
    }

    Said multiply(Chain chain) {
        String factor = Comparing.numberOf(chain.argument(0));
        String kind = Comparing.textOf(chain.argument(1));
        String group = Amounts.group(chain);
        chain.done();
        Goods goods = circumstances.goods();
        String earned = "the " + kind + " you earn ";
        if (goods != null) {
            earned += goods.sort() == Goods.Sort.ALL ? "for each line you pay for" : "for " + goods.words();
        } else {
            earned += isPurchase() ? "with your purchase" : "for it";
        }
        return Said.of(Chapter.EARNING, earned + " " + Amounts.are(kind) + " multiplied by " + factor)
                .noting(group);
    }

    Said limit(Chain chain) {
        String most = "at most " + amounts.of(chain.argument(0), chain.argument(1));
        String kind = Comparing.textOf(chain.argument(1));
        String offer = chain.takeIf("onThisOffer") ? " from this offer" : "";
        boolean perAward = chain.takeIf("perAward");
        boolean perDay = chain.takeIf("perDay");
        boolean perWeek = chain.takeIf("perWeek");
        boolean perMonth = chain.takeIf("perMonth");
        boolean perYear = chain.takeIf("perYear");
        boolean perMembershipYear = chain.takeIf("perMembershipYear");
        chain.done();
        String line = circumstances.goods() == null ? "" : ", with each line by itself";
        if (perAward) {
            return Said.of(Chapter.LIMITS, "each single award of " + kind + offer + " is " + most + line);
        }
        boolean isOne = most.equals("at most " + Written.count("1", kind));
        String earned = most + " " + (isOne ? "is" : Amounts.are(kind)) + " earned" + offer;
        String period = "";
        if (perDay) {
            period = " in a day";
        } else if (perWeek) {
            period = " in a week from Monday through Sunday";
        } else if (perMonth) {
            period = " in a month of the calendar";
        } else if (perYear) {
            period = " in a year of the calendar";
        } else if (perMembershipYear) {
            period = " from one anniversary of your joining to the next";
        }
        if (period.isEmpty()) {
            return Said.of(Chapter.LIMITS, earned + (isPurchase() ? " with one purchase" : " each time"));
        }
        // A longer limit counts what is earned while its rule holds.
        return Said.of(Chapter.LIMITS, earned + period)
                .noting(circumstances.isBare() || !offer.isEmpty() ? "" : "What you earn otherwise does not count.");
    }

    private boolean isPurchase() {
        return circumstances.names("Paid")
                || circumstances.names("PaidItem")
                || circumstances.names("Purchase")
                || circumstances.names("Item");
    }

    /** What something flat is given with. */
    private String with() {
        Goods goods = circumstances.goods();
        if (goods != null) {
            return " for " + goods.eachLine(PAY);
        }
        if (!circumstances.names("Paid")) {
            return "";
        }
        boolean isSaid = circumstances.conditions().stream()
                .anyMatch(each -> each.contains("you pay") || each.contains("purchase"));
        return isSaid ? " with that purchase" : " with each purchase " + PAY;
    }
}
