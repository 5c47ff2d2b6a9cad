package org.regulars.internal.prose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regulars.internal.prose.Subject.Sort;
import org.regulars.internal.syntax.Term;

/** How much a decision gives or takes, in words. */
final class Amounts {

    private final Fields fields;

    Amounts(Circumstances circumstances) {
        this.fields = circumstances.fields();
    }

    /** So much of a kind: "1 stamp", "as much cashback as the amount that lapses". */
    String of(Term amount, Term kind) {
        String name = Comparing.textOf(kind);
        if (!Comparing.isLiteral(amount) && noun(amount).equals("the " + name + " you hold")) {
            return "all " + name + " you hold";
        }
        return Comparing.isLiteral(amount)
                ? Written.count(Comparing.numberOf(amount), name)
                : (name.endsWith("s") ? "as many " : "as much ") + name + " as " + asNoun(amount);
    }

    /** So much: "5.00", "what you ask for". */
    String of(Term amount) {
        return Comparing.isLiteral(amount) ? Comparing.numberOf(amount) : noun(amount);
    }

    /** What an amount is worked out from, as a thing. */
    String noun(Term amount) {
        Subject subject = subject(amount);
        if (subject.sort() != Sort.NUMBER) {
            throw new NotInWordsException("no number");
        }
        return subject.noun();
    }

    private String asNoun(Term amount) {
        String noun = noun(amount);
        return noun.equals("the amount you ask for") ? "you ask for" : noun;
    }

    Subject subject(Term amount) {
        return fields.subject(amount, null);
    }

    /** Units of something: "1 coffee", "2 units of pens". */
    static String units(String number, String what) {
        if (!Written.isOne(number)) {
            return number + " units of " + what;
        }
        return what.endsWith("s") ? "1 unit of " + what : "1 " + what;
    }

    /** A decision with what it costs. */
    Said cost(Chain chain, Said said, boolean isFromBeforehand) {
        List<Term> costing = chain.takeTwo("costing");
        boolean isOfThis = chain.takeIf("withThisPurchase");
        if (costing.isEmpty()) {
            return said;
        }
        String cost = of(costing.get(0), costing.get(1));
        return said.costing(
                isOfThis ? cost + ", those of this very purchase included" : cost, isFromBeforehand && !isOfThis);
    }

    /** What a decision costs once, as in "7 stamps"; empty for nothing. It stays to be taken. */
    String costOnce(Chain chain) {
        List<Term> costing = chain.seeTwo("costing");
        return costing.isEmpty() ? "" : of(costing.get(0), costing.get(1));
    }

    /** The group that a decision stands in, as a sentence of its own; empty for none. */
    static String group(Chain chain) {
        Term group = chain.take("bestOf");
        return group == null
                ? ""
                : "Of the offers called " + Written.quoted(Comparing.textOf(group)) + " only the best for you counts.";
    }

    /** How long something can be used, to end a clause; empty if it is not said. */
    static String expiring(Chain chain) {
        Term on = chain.take("expiringOn");
        Term days = chain.take("expiringAfterDays");
        Term months = chain.take("expiringAfterMonths");
        String life = on == null ? lasting(days, months, null) : " through " + Written.date(Comparing.textOf(on));
        return life.isEmpty() ? "" : ", to be used" + life;
    }

    /** How long something holds, to end a clause; empty if it is not said. */
    static String holding(Chain chain) {
        Term through = chain.take("through");
        return through == null
                ? lasting(chain.take("forDays"), chain.take("forMonths"), chain.take("forYears"))
                : " through " + Written.date(Comparing.textOf(through));
    }

    private static String lasting(@Nullable Term days, @Nullable Term months, @Nullable Term years) {
        if (days != null) {
            return length(days, "days");
        }
        if (months != null) {
            return length(months, "months");
        }
        return years == null ? "" : length(years, "years");
    }

    private static String length(Term number, String unit) {
        return " for " + Written.count(Comparing.numberOf(number), unit) + " from that day";
    }

    /** The verb that goes with a kind. */
    static String are(String kind) {
        return kind.endsWith("s") ? "are" : "is";
    }
}
