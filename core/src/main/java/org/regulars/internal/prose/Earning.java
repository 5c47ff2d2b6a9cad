package org.regulars.internal.prose;

import java.util.List;
import org.regulars.internal.syntax.Term;

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
        Term units = chain.take("forEach");
        Term times = chain.take("times");
        List<Term> steps = chain.takeTwo("forEvery");
        String life = Amounts.expiring(chain);
        String group = Amounts.group(chain);
        chain.done();
        String basis = "";
        if (units != null) {
            basis = " for " + each(units);
        } else if (times != null) {
            basis = " for " + every("", times);
        } else if (!steps.isEmpty()) {
            basis = " for " + every(Comparing.numberOf(steps.get(0)), steps.get(1));
        }
        return new Said(Chapter.EARNING, basis.isEmpty() ? with() : "", "", "you earn " + earned + basis + life, group);
    }

    Said bonus(Chain chain) {
        String earned = amounts.of(chain.argument(0), chain.argument(1));
        String life = Amounts.expiring(chain);
        String group = Amounts.group(chain);
        chain.done();
        return new Said(Chapter.EARNING, with(), "", "you get " + earned + " extra" + life, group);
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
        return new Said(Chapter.EARNING, "", "", earned + " " + Amounts.are(kind) + " multiplied by " + factor, group);
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
        if (perAward) {
            return new Said(
                    Chapter.LIMITS,
                    "each single award of " + kind + offer + " is " + most
                            + (circumstances.goods() == null ? "" : ", with each line by itself"));
        }
        String time = perDay ? "day" : perWeek ? "week" : perMonth ? "month" : perYear ? "year" : "";
        boolean isOne = most.equals("at most " + Written.count("1", kind));
        String earned = most + " " + (isOne ? "is" : Amounts.are(kind)) + " earned";
        if (time.isEmpty() && !perMembershipYear) {
            return new Said(Chapter.LIMITS, earned + offer + (isPurchase() ? " with one purchase" : " each time"));
        }
        String period = perMembershipYear
                ? "from one anniversary of your joining to the next"
                : "in a " + time + " of the calendar";
        // A longer limit counts only what is earned when its rule holds.
        String counted =
                circumstances.isBare() || !offer.isEmpty() ? "" : "; what you earn when this is not so does not count";
        return new Said(Chapter.LIMITS, earned + offer + " " + period + counted);
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
            return "with " + goods.eachLine(PAY);
        }
        return circumstances.names("Paid") ? "with each purchase " + PAY : "";
    }

    private String each(Term units) {
        Goods goods = circumstances.goods();
        Subject subject = amounts.subject(new Term.Field(units, "quantity", units.at()));
        if (goods == null || !subject.noun().equals("the units of it you pay for")) {
            throw new NotInWordsException("forEach");
        }
        return goods.each(PAY);
    }

    /** "every 1.00 you pay for coffee", or of a step "every whole 25 you pay". */
    private String every(String step, Term of) {
        Subject subject = amounts.subject(of);
        Goods goods = circumstances.goods();
        String by = step.isEmpty() ? "" : ", counted on each line by itself";
        String money = step.isEmpty() ? "every 1.00 " : "every whole " + step + " ";
        String piece = step.isEmpty() ? "every 1 of " : "every whole " + step + " of ";
        String noun = subject.noun();
        if (noun.equals("what you pay for it") && goods != null) {
            return money + PAY + " " + goods.words() + by;
        }
        if (noun.equals("the units of it you pay for") && goods != null) {
            return step.isEmpty() ? goods.each(PAY) : piece + "the units of " + goods.words() + " " + PAY + by;
        }
        if (goods != null && !noun.startsWith("its ")) {
            throw new NotInWordsException(noun);
        }
        if (noun.startsWith("what you pay")) {
            return money + noun.substring("what ".length());
        }
        if (subject.sort() != Subject.Sort.NUMBER) {
            throw new NotInWordsException(noun);
        }
        if (noun.startsWith("its ") && goods != null) {
            return piece + "the " + noun.substring("its ".length()) + " of " + goods.words() + by;
        }
        return piece + noun;
    }
}
